"use client";

import { useQuery } from "@tanstack/react-query";
import { ColdStartsPanel } from "@/components/cold-starts/cold-starts-panel";
import { Outdated } from "@/components/layout/outdated";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { functionMetricsQuery } from "@/lib/metrics/queries";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { ConcurrencyPanel } from "./concurrency-panel";
import { DurationPanel } from "./duration-panel";
import { MonitorFailed, MonitorLoading } from "./monitor-states";
import { MonitorStatus } from "./monitor-status";
import { NoInvocations } from "./no-invocations";
import { RequestsPanel } from "./requests-panel";
import { StaleWarning } from "./stale-warning";
import { VerdictCards } from "./verdict-cards";

const SYNC_ID = "monitor";
const PANELS = { requests: RequestsPanel, duration: DurationPanel, concurrency: ConcurrencyPanel };

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
    <>
      <MonitorStatus metrics={data} awaited={isPlaceholderData ? range : undefined} />
      {error ? <StaleWarning error={error} onRetry={retry} /> : null}
      {isEmpty(data) ? (
        <NoInvocations range={range} />
      ) : (
        <>
          <Outdated on={isPlaceholderData}>
            <VerdictCards metrics={data} />
          </Outdated>
          <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
            {Object.entries(PANELS).map(([topic, Panel]) => (
              <Outdated key={topic} on={isPlaceholderData} className="grid">
                <Panel metrics={data} syncId={SYNC_ID} />
              </Outdated>
            ))}
            {coldStarts}
          </div>
        </>
      )}
    </>
  );
}

function isEmpty({ totals }: FunctionMetrics): boolean {
  return totals.invocations === 0 && totals.throttles === 0;
}
