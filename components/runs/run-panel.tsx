"use client";

import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { formatMs } from "@/lib/format";
import { runQuery } from "@/lib/runs/queries";
import type { Run } from "@/lib/runs/schema";
import { outcomeSentence } from "./outcome-words";
import { RefusedRun } from "./refused-run";
import { RunResult } from "./run-result";
import type { Bench } from "./use-bench";

/** The result of the run in the address, of the one just made, or what to do. */
export function RunPanel({ bench }: { bench: Bench }) {
  const { run } = bench;
  const id = useViewState().get("run");
  const kept = useQuery({ ...runQuery(bench.ref.connection, id ?? ""), enabled: id !== undefined && !run.isPending });
  const panel = useRef<HTMLElement>(null);
  useScrollIntoView(panel, id);
  const done = kept.data && kept.data.outcome !== "running" && !run.isPending ? kept.data : undefined;
  return (
    <section ref={panel} aria-label="Result" className="@container flex min-h-0 min-w-0 scroll-mt-16 scroll-mb-4 flex-col lg:h-[600px]">
      <p role="status" className="sr-only">
        {done ? outcomeSentence(done) : ""}
      </p>
      <PanelBody bench={bench} id={id} kept={kept} />
    </section>
  );
}

function PanelBody({ bench, id, kept }: { bench: Bench; id: string | undefined; kept: UseQueryResult<Run> }) {
  const { run, refused } = bench;
  if (run.isPending) return <Running sinceMs={run.submittedAt} />;
  if (refused && !id) return <RefusedRun refused={refused} />;
  if (run.error && id === run.variables?.clickId) return <ErrorState error={run.error} what="The answer did not arrive" />;
  if (!id) {
    return (
      <EmptyState title="No result yet" className="my-auto">
        Run the event: its response, log, duration, memory and cost appear here, and stay in the history below.
      </EmptyState>
    );
  }
  if (kept.data?.outcome === "running") return <Running sinceMs={kept.data.startedAtMs} />;
  if (kept.data) return <RunResult run={kept.data} bench={bench} />;
  if (kept.error) return <ErrorState error={kept.error} what="The run could not be read" onRetry={kept.refetch} />;
  return <LoadingLines lines={6} />;
}

/** On a narrow page the result is below the editor, and the history below it: what was asked for comes into view. */
function useScrollIntoView(panel: RefObject<HTMLElement | null>, id: string | undefined): void {
  const shown = useRef(id);
  useEffect(() => {
    if (id !== undefined && id !== shown.current) panel.current?.scrollIntoView({ block: "nearest" });
    shown.current = id;
  }, [panel, id]);
}

function Running({ sinceMs }: { sinceMs: number }) {
  const [nowMs, setNowMs] = useState(sinceMs);
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(Date.now()), 100);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <div className="flex min-h-64 flex-1 flex-col">
      <div className="flex min-h-11 items-center gap-2 border-b border-line px-3.5 text-2">
        <span aria-hidden className="size-2 animate-pulse rounded-full bg-accent-fill" />
        Running… <span aria-hidden className="figures text-muted">{formatMs(Math.max(0, nowMs - sinceMs))}</span>
      </div>
      <LoadingLines lines={6} />
    </div>
  );
}
