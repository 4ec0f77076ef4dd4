"use client";

import { useMemo } from "react";
import { LazyColumnChart } from "@/components/charts/lazy-charts";
import { greatestValue, type Reading, type TimeSeries } from "@/components/charts/time-series";
import { valueAxis } from "@/components/charts/value-axis";
import { Help } from "@/components/ui/help";
import { formatCount, formatPercent } from "@/lib/format";
import { requestsFinding } from "@/lib/metrics/findings";
import { errorRate, rejectedRate } from "@/lib/metrics/rates";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { MetricPanel, type MonitorPanelProps } from "./metric-panel";

/** How many requests came, and what became of them. */
export function RequestsPanel({ metrics, syncId }: MonitorPanelProps) {
  const series = useMemo(() => requestSeries(metrics), [metrics]);
  const readings = useMemo(() => requestReadings(metrics), [metrics]);
  const requests = metrics.invocations.map((invocations, index) => invocations + (metrics.throttles[index] ?? 0));
  return (
    <MetricPanel
      metrics={metrics}
      syncId={syncId}
      title="Requests"
      help={<RequestsHelp />}
      finding={requestsFinding(metrics)}
      tableNote="CloudWatch leaves zeros out; they are filled in."
      series={series}
      readings={readings}
      axis={valueAxis(greatestValue(requests), { format: formatCount, integers: true })}
      chart={LazyColumnChart}
    />
  );
}

function requestSeries({ invocations, errors, throttles }: FunctionMetrics): TimeSeries[] {
  const succeeded = invocations.map((count, index) => Math.max(0, count - (errors[index] ?? 0)));
  return [
    { key: "ran", label: "ran", tone: "mid", shape: "column", values: succeeded },
    { key: "failed", label: "failed", tone: "error", shape: "column", values: errors },
    { key: "rejected", label: "rejected", tone: "throttle", shape: "outlined", values: throttles },
  ];
}

function requestReadings({ invocations, errors, throttles }: FunctionMetrics): Reading[] {
  const bucket = (index: number) => ({ invocations: invocations[index] ?? 0, errors: errors[index] ?? 0, throttles: throttles[index] ?? 0 });
  return [
    { label: "ran", tone: "mid", text: (index) => bucket(index).invocations.toLocaleString("en") },
    { label: "failed", tone: "error", text: (index) => withShare(bucket(index).errors, errorRate(bucket(index))) },
    { label: "rejected", tone: "throttle", text: (index) => withShare(bucket(index).throttles, rejectedRate(bucket(index))) },
  ];
}

function withShare(count: number, share: number | undefined): string {
  return count > 0 && share !== undefined ? `${count.toLocaleString("en")} (${formatPercent(share)})` : count.toLocaleString("en");
}

function RequestsHelp() {
  return (
    <Help topic="Requests">
      <p>Ran is CloudWatch&apos;s Invocations, failed ones included; failed is Errors; rejected is Throttles, which AWS counts in neither of the two.</p>
      <p>Error rate = failed / ran. Rejected rate = rejected / (rejected + ran).</p>
    </Help>
  );
}
