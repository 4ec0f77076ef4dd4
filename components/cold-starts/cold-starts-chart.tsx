"use client";

import { useMemo } from "react";
import { ChartPanel } from "@/components/charts/chart-panel";
import { LazyColumnChart, LazyLineChart } from "@/components/charts/lazy-charts";
import { greatestValue } from "@/components/charts/time-series";
import { durationAxis, valueAxis } from "@/components/charts/value-axis";
import { timeFrame } from "@/components/metrics/metric-panel";
import { Help } from "@/components/ui/help";
import type { ColdStarts } from "@/lib/cold-starts/schema";
import { formatCount, formatMs } from "@/lib/format";
import { coldStartFinding } from "./cold-start-finding";
import { countReading, countSeries, initReadings, initSeries } from "./cold-start-series";

interface ColdStartsChartProps {
  data: ColdStarts;
  syncId: string;
  invocations: number | undefined;
}

/** Keeps the highest dot from being cut at the plot's edge. */
const DOT_HEADROOM = 1.1;

/** Counts above, INIT times below, on the same times. */
export function ColdStartsChart({ data, syncId, invocations }: ColdStartsChartProps) {
  const frame = useMemo(() => timeFrame(data), [data]);
  const counts = useMemo(() => [countSeries(data)], [data]);
  const inits = useMemo(() => initSeries(data), [data]);
  const countReadings = useMemo(() => [countReading(data)], [data]);
  const timeReadings = useMemo(() => initReadings(data), [data]);
  const finding = coldStartFinding(data, invocations);
  return (
    <ChartPanel
      title="Cold starts"
      finding={finding}
      legend={[...counts, ...inits]}
      frame={frame}
      readings={[...countReadings, ...timeReadings]}
      tableNote="INIT percentiles of each period; – where nothing started cold."
      help={<ColdStartsHelp source={data.source} />}
    >
      <div className="flex h-full flex-col">
        <div className="min-h-0 flex-[4]">
          <LazyColumnChart
            label={`Cold starts. ${finding}`}
            frame={frame}
            series={counts}
            readings={countReadings}
            axis={valueAxis(greatestValue(data.cold), { format: formatCount, integers: true, intervals: 3 })}
            syncId={syncId}
            showTimes={false}
          />
        </div>
        <div className="min-h-0 flex-[3]">
          <LazyLineChart
            label="INIT durations of the cold starts."
            frame={frame}
            series={inits}
            readings={timeReadings}
            axis={durationAxis(greatestValue(data.initP50, data.initP95) * DOT_HEADROOM, { format: formatMs, intervals: 2 })}
            syncId={syncId}
          />
        </div>
      </div>
    </ChartPanel>
  );
}

function ColdStartsHelp({ source }: { source: string }) {
  return (
    <Help topic="Cold starts">
      <p>A cold start is an invocation that had to start an execution environment first. Starting it is INIT: loading the runtime and the code outside the handler.</p>
      <p>INIT is billed, and CloudWatch&apos;s Duration leaves it out, so it is read from the log: {source}.</p>
    </Help>
  );
}
