"use client";

import { useQuery } from "@tanstack/react-query";
import { ColdStartsPanel } from "@/components/cold-starts/cold-starts-panel";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { classNames } from "@/components/ui/class-names";
import { functionMetricsQuery } from "@/lib/metrics/queries";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { ConcurrencyPanel } from "./concurrency-panel";
import { DurationPanel } from "./duration-panel";
import { MonitorFailed, MonitorLoading } from "./monitor-states";
import { MonitorStatus } from "./monitor-status";
import { NoInvocations } from "./no-invocations";
import { RequestsPanel } from "./requests-panel";
import { StaleWarning } from "./stale-warning";
import { VerdictCard } from "./verdict-card";

const SYNC_ID = "monitor";

/** How one function does in the range: requests, duration, concurrency, cold starts. */
export function FunctionMonitor() {
  const ref = useFunctionRef();
  const { range } = useViewState();
  const { data, error, refetch, isPlaceholderData } = useQuery(functionMetricsQuery(ref, range));
  const retry = () => void refetch();
  const coldStarts = (
    <ColdStartsPanel range={range} syncId={SYNC_ID} invocations={isPlaceholderData ? undefined : data?.totals.invocations} />
  );
  // While another range loads its predecessor stays, but for an empty one: it has nothing to show meanwhile.
  if (!data || (isPlaceholderData && isEmpty(data))) {
    return error ? <MonitorFailed error={error} onRetry={retry} coldStarts={coldStarts} /> : <MonitorLoading coldStarts={coldStarts} />;
  }
  return (
    <div aria-busy={isPlaceholderData} className={classNames("transition-opacity", isPlaceholderData && "opacity-60")}>
      <MonitorStatus metrics={data} />
      {error ? <StaleWarning error={error} onRetry={retry} /> : null}
      {isEmpty(data) ? (
        <NoInvocations range={range} />
      ) : (
        <>
          <VerdictCard metrics={data} />
          <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
            <RequestsPanel metrics={data} syncId={SYNC_ID} />
            <DurationPanel metrics={data} syncId={SYNC_ID} />
            <ConcurrencyPanel metrics={data} syncId={SYNC_ID} />
            {coldStarts}
          </div>
        </>
      )}
    </div>
  );
}

function isEmpty({ totals }: FunctionMetrics): boolean {
  return totals.invocations === 0 && totals.throttles === 0;
}
