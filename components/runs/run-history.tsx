"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { formatDateTime, formatMs, formatUsd } from "@/lib/format";
import { runListQuery } from "@/lib/runs/queries";
import type { RunSummary } from "@/lib/runs/schema";
import { OutcomeChip } from "./outcome-chip";
import type { Bench } from "./use-bench";

const WIDE_ONLY = "max-lg:hidden";
/** Where it is narrow, the event stands below the time, and the result has what is left out. */
const COLUMNS: readonly { label: string; className?: string }[] = [
  { label: "When" },
  { label: "Event", className: WIDE_ONLY },
  { label: "Outcome" },
  { label: "Start", className: "max-sm:hidden" },
  { label: "Duration", className: "text-right" },
  { label: "Billed", className: `text-right ${WIDE_ONLY}` },
  { label: "Memory", className: `text-right ${WIDE_ONLY}` },
  { label: "Cost", className: "text-right max-sm:hidden" },
];

/** Every run made from here, newest first. */
export function RunHistory({ bench }: { bench: Bench }) {
  const runs = useInfiniteQuery(runListQuery(bench.ref));
  const rows = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  return (
    <Card className="mt-4 overflow-hidden">
      <h2 className="border-b border-line px-3.5 py-2.5 text-1 text-muted">History of runs made from Warmstart</h2>
      {runs.isPending ? <LoadingLines lines={3} /> : null}
      {runs.error && !runs.data ? <ErrorState error={runs.error} what="The history could not be read" onRetry={runs.refetch} /> : null}
      {runs.data && rows.length === 0 ? <EmptyState title="Not run from here yet">Each run is kept with its event, response and log.</EmptyState> : null}
      {rows.length > 0 ? (
        <div tabIndex={0} role="region" aria-label="History" className="max-h-96 overflow-auto -outline-offset-2">
          <table className="w-full text-2">
            <thead className="sticky top-0 bg-surface text-1 text-muted">
              <tr>
                {COLUMNS.map(({ label, className }) => (
                  <th key={label} scope="col" className={classNames("border-b border-line px-2.5 py-2 text-left font-medium first:pl-3.5 last:pr-3.5", className)}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((run) => (
                <HistoryRow key={run.id} run={run} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {runs.hasNextPage ? (
        <div className="border-t border-line p-2 text-center">
          <Button size="small" disabled={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
            {runs.isFetchingNextPage ? "Loading…" : "Older runs"}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function HistoryRow({ run }: { run: RunSummary }) {
  const view = useViewState();
  const on = view.get("run") === run.id;
  const cell = "border-b border-grid px-2.5 py-2 whitespace-nowrap first:pl-3.5 last:pr-3.5";
  const event = run.testEventName ?? <span className="text-muted">unsaved event</span>;
  return (
    <tr className={classNames("relative", on ? "bg-accent-soft" : "hover:bg-sunken")}>
      <td className={cell}>
        <button type="button" aria-current={on ? "true" : undefined} onClick={() => view.set({ run: run.id })} className="-outline-offset-2 after:absolute after:inset-0">
          {formatDateTime(run.startedAtMs)}
        </button>
        <span className="block max-w-36 truncate text-1 text-muted sm:max-w-48 lg:hidden">{event}</span>
      </td>
      <td className={classNames(cell, "w-full max-w-0", WIDE_ONLY)}>
        <span className="block min-w-40 truncate">{event}</span>
      </td>
      <td className={cell}>
        <OutcomeChip outcome={run.outcome} throttled={run.throttleReason !== undefined} />
      </td>
      <td className={classNames(cell, "max-sm:hidden")}>{run.initDurationMs === undefined ? null : <Chip tone="cold">cold</Chip>}</td>
      <td className={classNames(cell, "figures")}>{run.durationMs === undefined ? "–" : formatMs(run.durationMs)}</td>
      <td className={classNames(cell, "figures", WIDE_ONLY)}>{run.billedDurationMs === undefined ? "–" : formatMs(run.billedDurationMs)}</td>
      <td className={classNames(cell, "figures", WIDE_ONLY)}>{run.maxMemoryUsedMb === undefined ? "–" : `${run.maxMemoryUsedMb} MB`}</td>
      <td className={classNames(cell, "figures max-sm:hidden")}>{run.costUsd === undefined ? "–" : formatUsd(run.costUsd)}</td>
    </tr>
  );
}
