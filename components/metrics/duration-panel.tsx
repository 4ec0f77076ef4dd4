"use client";

import { useMemo } from "react";
import { LazyLineChart } from "@/components/charts/lazy-charts";
import { greatestValue, type TimeSeries } from "@/components/charts/time-series";
import { durationAxis, placeLimit } from "@/components/charts/value-axis";
import { Help } from "@/components/ui/help";
import { formatMs } from "@/lib/format";
import { durationFinding } from "@/lib/metrics/findings";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { MetricPanel, type MonitorPanelProps } from "./metric-panel";

/** How long the handler took, against the timeout. */
export function DurationPanel({ metrics, syncId }: MonitorPanelProps) {
  const series = useMemo(() => durationSeries(metrics), [metrics]);
  const readings = useMemo(
    () => series.map(({ label, tone, values }) => ({ label, tone, text: (index: number) => durationText(values[index]) })),
    [series],
  );
  const { timeoutMs } = metrics.limits;
  const greatest = greatestValue(...series.map(({ values }) => values));
  const limits = [placeLimit(`timeout ${formatMs(timeoutMs)}`, timeoutMs, greatest)];
  return (
    <MetricPanel
      metrics={metrics}
      syncId={syncId}
      title="Duration"
      help={<DurationHelp timeoutMs={timeoutMs} />}
      finding={durationFinding(metrics)}
      tableNote="Percentiles of each period; – where nothing ran."
      series={series}
      readings={readings}
      limits={limits}
      axis={durationAxis(greatest, { format: formatMs, limits })}
      chart={LazyLineChart}
    />
  );
}

function durationSeries({ durationP50, durationP95, durationP99 }: FunctionMetrics): TimeSeries[] {
  return [
    { key: "p50", label: "p50", tone: "dark", shape: "line", values: durationP50 },
    { key: "p95", label: "p95", tone: "accent", shape: "line", values: durationP95 },
    { key: "p99", label: "p99", tone: "mid", shape: "dashed", values: durationP99 },
  ];
}

function durationText(durationMs: number | null | undefined): string {
  return durationMs === null || durationMs === undefined ? "–" : formatMs(durationMs);
}

function DurationHelp({ timeoutMs }: { timeoutMs: number }) {
  return (
    <Help topic="Duration">
      <p>Time in the handler, from CloudWatch. INIT is not in it: see Cold starts. p95: 95 of 100 invocations took at most this long.</p>
      <p>The sentence&apos;s p95 is asked of CloudWatch for the whole range, because percentiles of periods cannot be averaged.</p>
      <p>After the timeout, now {formatMs(timeoutMs)}, AWS stops the invocation. The most that can be set is 15 minutes.</p>
    </Help>
  );
}
