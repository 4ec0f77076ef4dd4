"use client";

import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import { toast } from "sonner";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { runQuery } from "@/lib/runs/queries";
import type { Run } from "@/lib/runs/schema";
import { outcomeSentence } from "./outcome-words";
import { RefusedRun } from "./refused-run";
import { RunResult } from "./run-result";
import { RunningRun } from "./running-run";
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
  const { run, refused, ref } = bench;
  const view = useViewState();
  // It is not a cancel: AWS has none for an invocation.
  const stopWatching = () => {
    view.set({ run: undefined });
    toast("The run goes on. Its result will be in the history below.");
  };
  if (run.isPending) return <RunningRun connection={ref.connection} run={undefined} sinceMs={run.submittedAt} />;
  if (refused && !id) return <RefusedRun refused={refused} />;
  if (run.error && id === run.variables?.clickId) return <ErrorState error={run.error} what="The answer did not arrive" />;
  if (!id) {
    return (
      <EmptyState title="No result yet" className="my-auto">
        Run the event: its response, log, duration, memory and cost appear here, and stay in the history below.
      </EmptyState>
    );
  }
  if (kept.data?.outcome === "running") return <RunningRun connection={ref.connection} run={kept.data} sinceMs={kept.data.startedAtMs} onStopWatching={stopWatching} />;
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
