"use client";

import { useMemo } from "react";
import { LazyStepChart } from "@/components/charts/lazy-charts";
import { greatestValue, type Reading, type TimeSeries } from "@/components/charts/time-series";
import { type LimitMark, placeLimit, valueAxis } from "@/components/charts/value-axis";
import { Help } from "@/components/ui/help";
import { formatCount } from "@/lib/format";
import { concurrencyFinding } from "@/lib/metrics/findings";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { MetricPanel, type MonitorPanelProps } from "./metric-panel";

/** The function's own limit is worth a line even when it is some way up. */
const RESERVED_FAR_RATIO = 6;

/** How many executions ran at the same moment, against the limits. */
export function ConcurrencyPanel({ metrics, syncId }: MonitorPanelProps) {
  const series = useMemo<TimeSeries[]>(
    () => [{ key: "concurrency", label: "in use (Max)", tone: "accent", shape: "column", values: metrics.concurrency }],
    [metrics],
  );
  const readings = useMemo(() => concurrencyReadings(metrics), [metrics]);
  const greatest = greatestValue(metrics.concurrency);
  const limits = concurrencyLimits(metrics.limits, greatest);
  return (
    <MetricPanel
      metrics={metrics}
      syncId={syncId}
      title="Concurrency"
      help={<ConcurrencyHelp limits={metrics.limits} />}
      finding={concurrencyFinding(metrics)}
      tableNote="Greatest value of each period; – where nothing ran."
      series={series}
      readings={readings}
      limits={limits}
      axis={valueAxis(greatest, { format: formatCount, limits, integers: true })}
      chart={LazyStepChart}
    />
  );
}

function concurrencyLimits({ reservedConcurrency, accountConcurrency }: FunctionMetrics["limits"], greatest: number): LimitMark[] {
  const marks: LimitMark[] = [];
  if (reservedConcurrency !== undefined) {
    marks.push(placeLimit(`reserved ${formatCount(reservedConcurrency)}`, reservedConcurrency, greatest, RESERVED_FAR_RATIO));
  }
  if (accountConcurrency !== undefined) {
    marks.push(placeLimit(`account limit ${accountConcurrency.toLocaleString("en")}`, accountConcurrency, greatest));
  }
  return marks;
}

function concurrencyReadings({ concurrency, accountConcurrency, limits }: FunctionMetrics): Reading[] {
  const text = (value: number | null | undefined) => (value === null || value === undefined ? "–" : value.toLocaleString("en"));
  const accountLimit = limits.accountConcurrency === undefined ? "" : ` of ${limits.accountConcurrency.toLocaleString("en")}`;
  const accountText = (value: number | null | undefined) => (value === null || value === undefined ? "–" : `${text(value)}${accountLimit}`);
  return [
    { label: "in use (Max)", tone: "accent", text: (index) => text(concurrency[index]) },
    { label: "whole account", text: (index) => accountText(accountConcurrency[index]) },
  ];
}

function ConcurrencyHelp({ limits }: { limits: FunctionMetrics["limits"] }) {
  const { reservedConcurrency, reservedUnread, accountConcurrency } = limits;
  return (
    <Help topic="Concurrency">
      <p>Executions running at the same moment, about requests per second × duration in seconds. Read with Max: an average hides the peak.</p>
      <p>
        Reserved concurrency is a guarantee and a cap at once, now {reservedConcurrency ?? (reservedUnread ? "not readable" : "not set")}. All functions of the region share the
        account&apos;s limit{accountConcurrency === undefined ? "" : `, now ${accountConcurrency.toLocaleString("en")}`}. Beyond either, requests are rejected.
      </p>
    </Help>
  );
}
