"use client";

import { useModeRefusal } from "@/components/connections/use-connection";
import { CopyButton } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { formatDateTime, formatMs } from "@/lib/format";
import { findRunStart } from "@/lib/runs/run-start";
import type { Run } from "@/lib/runs/schema";
import { JsonSection } from "./json-section";
import { OutcomeChip } from "./outcome-chip";
import { ReportStrip } from "./report-strip";
import { ResultSection } from "./result-section";
import { RunProblem } from "./run-problem";
import type { Bench } from "./use-bench";

const INVOCATION_WORDS: Record<Run["invocationType"], string | undefined> = { RequestResponse: undefined, Event: "asynchronous", DryRun: "dry run" };

/** One run: how it ended, what it took, what came back, its log, and what was sent. */
export function RunResult({ run, bench }: { run: Run; bench: Bench }) {
  const edit = () => bench.startNew({ name: "", payload: run.payload, shared: false });
  return (
    <>
      <ResultHead run={run} bench={bench} />
      <ReportStrip run={run} />
      <div tabIndex={0} role="region" aria-label="Response and log" className="min-h-0 flex-1 overflow-auto -outline-offset-2">
        <RunProblem run={run} />
        {run.response ? <JsonSection title="Response" text={run.response} /> : null}
        {run.logTail ? (
          <ResultSection title="Log" note={run.requestId ? `request ${run.requestId}` : undefined} aside={<CopyButton text={run.logTail} label="Copy log" />}>
            <pre className="border-t border-grid px-3.5 py-2.5 font-mono text-1 break-words whitespace-pre-wrap text-muted">{run.logTail.trimEnd()}</pre>
          </ResultSection>
        ) : null}
        <JsonSection
          key={run.id}
          title="Event sent"
          text={run.payload}
          folded
          aside={
            <Button variant="quiet" size="small" onClick={edit}>
              Open in the editor
            </Button>
          }
        />
      </div>
    </>
  );
}

function StartChip({ run }: { run: Run }) {
  const start = findRunStart(run);
  if (start === "cold") return <Chip tone="cold">cold · INIT {formatMs(run.initDurationMs ?? 0)}</Chip>;
  if (start === "init_failed") return <Chip tone="error">INIT failed</Chip>;
  return start === "warm" ? <Chip tone="warm">warm</Chip> : null;
}

function ResultHead({ run, bench }: { run: Run; bench: Bench }) {
  const refusal = useModeRefusal("invoke");
  const facts = [run.testEventName ?? "unsaved event", INVOCATION_WORDS[run.invocationType], run.executedVersion && `version ${run.executedVersion}`, formatDateTime(run.startedAtMs)];
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3.5 py-1.5 text-1 text-muted">
      <OutcomeChip outcome={run.outcome} throttled={run.throttleReason !== undefined} />
      <StartChip run={run} />
      <Button size="small" className="ml-auto" disabled={bench.run.isPending} disabledReason={refusal} onClick={() => bench.runAgain(run)}>
        Run again
      </Button>
      <p className="basis-full break-words">{facts.filter(Boolean).join(" · ")}</p>
    </div>
  );
}
