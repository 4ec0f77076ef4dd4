"use client";

import { type ReactNode, useMemo } from "react";
import { ChartPanel } from "@/components/charts/chart-panel";
import type { LazyStepChart } from "@/components/charts/lazy-charts";
import type { Reading, TimeFrame, TimeSeries } from "@/components/charts/time-series";
import type { LimitMark, ValueAxis } from "@/components/charts/value-axis";
import type { FunctionMetrics, MetricWindow } from "@/lib/metrics/schema";

/** What each panel of the Monitor page is given. */
export interface MonitorPanelProps {
  metrics: FunctionMetrics;
  /** Charts with the same id share one cursor. */
  syncId: string;
}

interface MetricPanelProps extends MonitorPanelProps {
  title: string;
  help: ReactNode;
  /** What the picture shows, in one sentence. */
  finding: string;
  tableNote: string;
  series: readonly TimeSeries[];
  readings: readonly Reading[];
  axis: ValueAxis;
  limits?: readonly LimitMark[];
  /** The kind of marks. */
  chart: typeof LazyStepChart;
}

/** A panel of one chart over the metrics' range. */
export function MetricPanel({ metrics, syncId, title, help, finding, tableNote, series, readings, axis, limits, chart: Chart }: MetricPanelProps) {
  const frame = useMemo(() => timeFrame(metrics), [metrics]);
  return (
    <ChartPanel title={title} finding={finding} legend={series} frame={frame} readings={readings} tableNote={tableNote} help={help}>
      <Chart label={`${title}. ${finding}`} frame={frame} series={series} readings={readings} limits={limits} axis={axis} syncId={syncId} />
    </ChartPanel>
  );
}

/** The buckets of a metrics answer, as charts read them. */
export function timeFrame({ timestampsMs, window }: { timestampsMs: readonly number[]; window: MetricWindow }): TimeFrame {
  return { timestampsMs, periodSeconds: window.periodSeconds, provisionalFromMs: window.provisionalFromMs };
}
