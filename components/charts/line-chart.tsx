"use client";

import { Line } from "recharts";
import { TimeChart, type TimeChartProps } from "./time-chart";
import { isIsolated, type TimeSeries, TONE_FILL } from "./time-series";

/** Lines or dots over time. Gaps stay gaps; a value alone between two gaps is a dot. */
export function LineChart(props: TimeChartProps) {
  return (
    <TimeChart {...props}>
      {props.series.map((series) => (
        <Line
          key={series.key}
          type="linear"
          name={series.label}
          dataKey={`values.${series.key}`}
          stroke={isDots(series) ? "none" : TONE_FILL[series.tone]}
          strokeWidth={series.tone === "accent" ? 2 : 1.5}
          strokeDasharray={series.shape === "dashed" ? "4 3" : undefined}
          dot={<PointDot series={series} />}
          activeDot={{ r: 3.5, fill: TONE_FILL[series.tone], stroke: "var(--surface)", strokeWidth: 1.5 }}
          isAnimationActive={false}
        />
      ))}
    </TimeChart>
  );
}

/** `index`, `cx` and `cy` come from Recharts, which clones the element for each point. */
function PointDot({ series, index = -1, cx, cy }: { series: TimeSeries; index?: number; cx?: number; cy?: number }) {
  const missing = cx === undefined || cy === undefined || (series.values[index] ?? null) === null;
  if (missing || (!isDots(series) && !isIsolated(series.values, index))) return null;
  const hollow = series.shape === "rings" || series.shape === "dashed";
  return <circle cx={cx} cy={cy} r={2.5} fill={hollow ? "var(--surface)" : TONE_FILL[series.tone]} stroke={TONE_FILL[series.tone]} strokeWidth={hollow ? 1.5 : 0} />;
}

function isDots({ shape }: TimeSeries): boolean {
  return shape === "dots" || shape === "rings";
}
