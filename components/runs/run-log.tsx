"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { CopyButton, ErrorState, LoadingLines, PolicyStatement } from "@/components/layout/states";
import { runLogQuery } from "@/lib/run-logs/queries";
import type { RunLog as RunLogFacts } from "@/lib/run-logs/schema";
import type { Run } from "@/lib/runs/schema";
import { ResultSection } from "./result-section";
import { TextView } from "./text-view";

/** Everything that this invocation wrote; the last 4 KB where the log cannot be read. */
export function RunLog({ connection, run, className }: { connection: string; run: Run; className?: string }) {
  const log = useQuery(runLogQuery(connection, run));
  const text = useMemo(() => log.data?.events.map(({ message }) => message.trimEnd()).join("\n") ?? "", [log.data]);
  return (
    <ResultSection title="Log" note={run.requestId ? `request ${run.requestId}` : undefined} aside={text ? <CopyButton text={text} label="Copy log" /> : null}>
      {log.isPending ? <LoadingLines lines={4} /> : null}
      {log.error && !log.data ? <ErrorState error={log.error} what="The log could not be read" onRetry={log.refetch} /> : null}
      {log.data ? <LogNote log={log.data} /> : null}
      {text ? (
        <div className="border-t border-grid">
          <TextView label="Log" text={text} className={className} />
        </div>
      ) : null}
      {log.data && !text ? <p className="border-t border-grid px-3.5 py-2.5 text-2 text-muted">{run.requestId ? "The log has no line of this invocation yet." : "Without a request id there is nothing to look for in the log."}</p> : null}
    </ResultSection>
  );
}

function LogNote({ log }: { log: RunLogFacts }) {
  const { source, partial, problem } = log;
  if (problem) {
    return (
      <div className="flex flex-col gap-2 border-t border-grid bg-accent-soft px-3.5 py-2 text-1">
        <p>
          {source === "tail" ? "Only the last 4 KB, which came with the answer: " : "The log cannot be read: "}
          {problem.message}
        </p>
        {problem.iamAction ? <PolicyStatement action={problem.iamAction} resource={problem.iamResource} /> : null}
      </div>
    );
  }
  if (source === "tail" && partial) return <p className="border-t border-grid bg-accent-soft px-3.5 py-1.5 text-1">Only the last 4 KB, which came with the answer; the whole is not in CloudWatch Logs yet.</p>;
  if (source === "log" && partial) return <p className="border-t border-grid bg-accent-soft px-3.5 py-1.5 text-1">The invocation has not ended: more may come.</p>;
  return null;
}
