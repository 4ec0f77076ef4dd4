"use client";

import { useQuery } from "@tanstack/react-query";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { comparisonListQuery } from "@/lib/comparisons/queries";
import { formatDateTime } from "@/lib/format";

/** Earlier comparisons of the function; a click shows one. */
export function ComparisonHistory({ shownId }: { shownId: string | undefined }) {
  const ref = useFunctionRef();
  const view = useViewState();
  const list = useQuery(comparisonListQuery(ref));
  return (
    <Card className="overflow-hidden">
      <h2 className="border-b border-line px-4 py-2.5 text-1 text-muted">Comparisons of {ref.name}</h2>
      {list.isPending ? <LoadingLines lines={3} /> : null}
      {list.error && !list.data ? <ErrorState error={list.error} what="They could not be read" onRetry={() => void list.refetch()} /> : null}
      {list.data?.comparisons.length === 0 ? <EmptyState title="None yet">Each is kept with its runs.</EmptyState> : null}
      <ul aria-label="Comparisons" className="max-h-[560px] overflow-auto">
        {list.data?.comparisons.map(({ id, plan, startedAtMs, startedBy, status }) => (
          <li key={id} className={classNames("relative border-b border-grid px-4 py-2 text-2 last:border-0", id === shownId ? "bg-accent-soft" : "hover:bg-sunken")}>
            <button type="button" aria-current={id === shownId ? "true" : undefined} onClick={() => view.set({ comparison: id, left: plan.left, right: plan.right })} className="font-mono text-1 -outline-offset-2 after:absolute after:inset-0">
              {plan.left} · {plan.right}
            </button>
            <p className="text-1 text-muted">
              {[formatDateTime(startedAtMs), startedBy, `${plan.events.length} event${plan.events.length === 1 ? "" : "s"} × ${plan.warmRuns}`, status === "done" ? undefined : status].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
