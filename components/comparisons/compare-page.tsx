"use client";

import { useQuery } from "@tanstack/react-query";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { comparisonQuery } from "@/lib/comparisons/queries";
import { CompareForm } from "./compare-form";
import { ComparisonHistory } from "./comparison-history";
import { ComparisonResult } from "./comparison-result";

/** The same events against two qualifiers: choose, run, see what differs, move the alias. The comparison shown stands in the address. */
export function ComparePage() {
  const { connection } = useFunctionRef();
  const id = useViewState().get("comparison");
  const comparison = useQuery({ ...comparisonQuery(connection, id ?? ""), enabled: id !== undefined });
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_300px]">
      <div className="flex min-w-0 flex-col gap-4">
        <CompareForm running={comparison.data?.status === "running"} />
        {id === undefined ? (
          <Card>
            <EmptyState title="Nothing compared yet">
              Each event runs against both qualifiers in turn, one run at a time. Cold starts are counted apart; only warm runs are measured against each other.
            </EmptyState>
          </Card>
        ) : null}
        {id !== undefined && comparison.isPending ? (
          <Card>
            <LoadingLines lines={6} />
          </Card>
        ) : null}
        {comparison.error && !comparison.data ? (
          <Card>
            <ErrorState error={comparison.error} what="The comparison could not be read" onRetry={() => void comparison.refetch()} />
          </Card>
        ) : null}
        {comparison.data ? <ComparisonResult comparison={comparison.data} /> : null}
      </div>
      <ComparisonHistory shownId={id} />
    </div>
  );
}
