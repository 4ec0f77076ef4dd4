"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { formatMs } from "@/lib/format";
import { runQuery } from "@/lib/runs/queries";
import { RunResult } from "./run-result";
import type { Bench } from "./use-bench";

/** The result of the run in the address, of the one just made, or what to do. */
export function RunPanel({ bench }: { bench: Bench }) {
  const view = useViewState();
  const id = view.get("run");
  const kept = useQuery({ ...runQuery(bench.ref.connection, id ?? ""), enabled: id !== undefined });
  const { run } = bench;
  return (
    <section aria-label="Result" aria-live="polite" className="flex min-h-0 min-w-0 flex-col lg:max-h-[560px]">
      {run.isPending ? <Running sinceMs={run.submittedAt} /> : null}
      {!run.isPending && run.error && !id ? <ErrorState error={run.error} what="Nothing was invoked" /> : null}
      {!run.isPending && kept.data ? <RunResult run={kept.data} bench={bench} /> : null}
      {!run.isPending && id && kept.isPending ? <LoadingLines lines={6} /> : null}
      {!run.isPending && id && kept.error && !kept.data ? <ErrorState error={kept.error} what="The run could not be read" onRetry={kept.refetch} /> : null}
      {!run.isPending && !id && !run.error ? (
        <EmptyState title="No result yet" className="my-auto">
          Run the event: its response, log, duration, memory and cost appear here, and stay in the history below.
        </EmptyState>
      ) : null}
    </section>
  );
}

function Running({ sinceMs }: { sinceMs: number }) {
  const [nowMs, setNowMs] = useState(sinceMs);
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(Date.now()), 100);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <div className="flex flex-1 flex-col">
      <div className="flex min-h-11 items-center gap-2 border-b border-line px-3.5 text-2">
        <span aria-hidden className="size-2 animate-pulse rounded-full bg-accent-fill" />
        Running… <span aria-hidden className="figures text-muted">{formatMs(Math.max(0, nowMs - sinceMs))}</span>
      </div>
      <LoadingLines lines={6} />
    </div>
  );
}
