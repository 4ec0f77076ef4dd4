import type { TimeFrame } from "@/components/charts/time-series";
import type { FunctionMetrics, MetricWindow } from "@/lib/metrics/schema";

export interface MonitorPanelProps {
  metrics: FunctionMetrics;
  /** Charts with the same id share one cursor. */
  syncId: string;
}

/** The buckets of a metrics answer, as charts read them. */
export function timeFrame({ timestampsMs, window }: { timestampsMs: readonly number[]; window: MetricWindow }): TimeFrame {
  return { timestampsMs, periodSeconds: window.periodSeconds, provisionalFromMs: window.provisionalFromMs };
}
