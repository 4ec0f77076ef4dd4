"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartPanelSkeleton } from "@/components/charts/chart-panel-skeleton";
import { ColdStartsPanel } from "@/components/cold-starts/cold-starts-panel";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { functionMetricsQuery } from "@/lib/metrics/queries";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { ConcurrencyPanel } from "./concurrency-panel";
import { DurationPanel } from "./duration-panel";
import { MonitorStatus } from "./monitor-status";
import { NoInvocations } from "./no-invocations";
import { RequestsPanel } from "./requests-panel";
import { StaleWarning } from "./stale-warning";
import { VerdictCard } from "./verdict-card";

const GRID = "grid grid-cols-1 gap-4 lg:grid-cols-2";
const SYNC_ID = "monitor";

/** How one function does in the range: requests, duration, concurrency, cold starts. */
export function FunctionMonitor() {
  const ref = useFunctionRef();
  const { range } = useViewState();
  const { data, error, refetch } = useQuery(functionMetricsQuery(ref, range));
  const retry = () => void refetch();
  if (data) {
    return (
      <>
        <MonitorStatus metrics={data} />
        {error ? <StaleWarning error={error} onRetry={retry} /> : null}
        {isEmpty(data) ? <NoInvocations range={range} /> : <Panels metrics={data} range={range} />}
      </>
    );
  }
  return (
    <>
      {error ? null : <Skeleton className="mb-3 ml-auto h-5 w-64" />}
      <div className={GRID}>
      {error ? (
        <Card className="min-w-0 lg:col-span-2">
          <ErrorState error={error} what="The metrics could not be read" onRetry={retry} />
        </Card>
      ) : (
        ["Requests", "Duration", "Concurrency"].map((title) => <ChartPanelSkeleton key={title} title={title} />)
      )}
      <ColdStartsPanel range={range} syncId={SYNC_ID} invocations={undefined} />
      </div>
    </>
  );
}

function Panels({ metrics, range }: { metrics: FunctionMetrics; range: string }) {
  return (
    <>
      <VerdictCard metrics={metrics} />
      <div className={GRID}>
        <RequestsPanel metrics={metrics} syncId={SYNC_ID} />
        <DurationPanel metrics={metrics} syncId={SYNC_ID} />
        <ConcurrencyPanel metrics={metrics} syncId={SYNC_ID} />
        <ColdStartsPanel range={range} syncId={SYNC_ID} invocations={metrics.totals.invocations} />
      </div>
    </>
  );
}

function isEmpty({ totals }: FunctionMetrics): boolean {
  return totals.invocations === 0 && totals.throttles === 0;
}
