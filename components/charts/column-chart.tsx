"use client";

import { Bar } from "recharts";
import { TimeChart, type TimeChartProps } from "./time-chart";
import { HOLLOW_OPACITY, TONE_FILL } from "./time-series";

/** A count of one must stay visible beside thousands. */
const LEAST_HEIGHT_PIXELS = 2;

/** Columns over time, stacked in the order of the series from the bottom up. */
export function ColumnChart(props: TimeChartProps) {
  return (
    <TimeChart {...props}>
      {props.series.map(({ key, label, tone, shape, values }) => (
        <Bar
          key={key}
          stackId="stack"
          name={label}
          dataKey={`values.${key}`}
          fill={TONE_FILL[tone]}
          fillOpacity={shape === "outlined" ? HOLLOW_OPACITY : 1}
          stroke={shape === "outlined" ? TONE_FILL[tone] : undefined}
          minPointSize={(_, index) => (values[index] ? LEAST_HEIGHT_PIXELS : 0)}
          maxBarSize={36}
          isAnimationActive={false}
        />
      ))}
    </TimeChart>
  );
}
