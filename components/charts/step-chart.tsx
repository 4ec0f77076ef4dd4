"use client";

import { DefaultZIndexes, Line, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { stepRuns } from "./step-runs";
import { TimeChart, type TimeChartProps } from "./time-chart";
import { type TimeFrame, type TimeSeries, TONE_FILL } from "./time-series";

/** Stepped areas over time: each bucket is as wide as its period, and a gap stays a gap. */
export function StepChart(props: TimeChartProps) {
  return (
    <TimeChart {...props}>
      {props.series.map((series) => (
        <StepArea key={series.key} series={series} frame={props.frame} />
      ))}
      {props.series.map(({ key, label, tone }) => (
        // Carries the cursor's dot; the area itself is drawn by StepArea.
        <Line
          key={key}
          name={label}
          dataKey={`values.${key}`}
          stroke="none"
          dot={false}
          activeDot={{ r: 3.5, fill: TONE_FILL[tone], stroke: "var(--surface)", strokeWidth: 1.5 }}
          isAnimationActive={false}
        />
      ))}
    </TimeChart>
  );
}

function StepArea({ series, frame }: { series: TimeSeries; frame: TimeFrame }) {
  const plot = usePlotArea();
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  if (!plot || !scaleX || !scaleY) return null;
  const groundY = plot.y + plot.height;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.area}>
      {stepRuns(series.values).map(({ from, values }) => {
        const corners = values.flatMap((value, offset) => {
          const timestampMs = frame.timestampsMs[from + offset];
          const y = scaleY(value) ?? groundY;
          return (["start", "end"] as const).map((position) => ({ x: scaleX(timestampMs, { position }) ?? plot.x, y }));
        });
        const outline = [{ x: corners[0]?.x ?? 0, y: groundY }, ...corners, { x: corners.at(-1)?.x ?? 0, y: groundY }];
        const path = `M${outline.map(({ x, y }) => `${x},${y}`).join("L")}`;
        return <path key={from} d={path} fill={TONE_FILL[series.tone]} fillOpacity={0.14} stroke={TONE_FILL[series.tone]} strokeWidth={1.5} />;
      })}
    </ZIndexLayer>
  );
}
