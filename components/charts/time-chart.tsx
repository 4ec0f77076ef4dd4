"use client";

import { type ReactNode, useMemo, useState } from "react";
import { CartesianGrid, ComposedChart, Tooltip, YAxis } from "recharts";
import { ChartTooltip } from "./chart-tooltip";
import { LimitMarks } from "./limit-marks";
import { ProvisionalTail } from "./provisional-tail";
import { TimeXAxis } from "./time-x-axis";
import { chartRows, type Reading, type TimeFrame, type TimeSeries } from "./time-series";
import type { LimitMark, ValueAxis } from "./value-axis";

export interface TimeChartProps {
  /** Accessible name: what the chart shows, as sentences. */
  label: string;
  frame: TimeFrame;
  series: readonly TimeSeries[];
  axis: ValueAxis;
  readings: readonly Reading[];
  limits?: readonly LimitMark[];
  /** Charts with the same id share one cursor. */
  syncId?: string;
  /** Off for a plot whose times stand below another one. */
  showTimes?: boolean;
}

/** More columns than this are too thin for a gap between them. */
const MOST_SPACED_COLUMNS = 120;
const TOP_MARGIN = 10;
const FAR_LABEL_HEIGHT = 15;

/**
 * Axes, grid, cursor, tooltip, limits and provisional tail of a chart over time; the marks are its
 * children. It fills its parent. Arrow keys move the cursor when it has the focus.
 */
export function TimeChart({ label, frame, series, axis, readings, limits = [], syncId, showTimes = true, children }: TimeChartProps & { children: ReactNode }) {
  const rows = useMemo(() => chartRows(frame, series), [frame, series]);
  const [focused, setFocused] = useState(false);
  const farLimits = limits.filter(({ placement }) => placement === "above").length;
  return (
    <div className="size-full" onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
      <ComposedChart
        responsive
        style={{ width: "100%", height: "100%" }}
        data={rows}
        syncId={syncId}
        syncMethod="value"
        margin={{ top: TOP_MARGIN + farLimits * FAR_LABEL_HEIGHT, right: 6, bottom: showTimes ? 0 : 7, left: 0 }}
        barCategoryGap={rows.length > MOST_SPACED_COLUMNS ? 0 : "12%"}
        aria-label={`${label} Left and right arrow keys read it point by point.`}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <TimeXAxis frame={frame} hidden={!showTimes} />
        <YAxis
          width={52}
          domain={[0, axis.max]}
          ticks={axis.ticks}
          interval="preserveStart"
          tickFormatter={axis.format}
          tick={{ fill: "var(--faint)", fontSize: 11 }}
          axisLine={false}
          tickLine={false}
          tickMargin={6}
          allowDataOverflow
        />
        <ProvisionalTail frame={frame} />
        {children}
        <LimitMarks limits={limits} />
        <Tooltip
          isAnimationActive={false}
          // A gap is a reading too: it says –.
          filterNull={false}
          wrapperStyle={{ zIndex: 10, outline: "none" }}
          cursor={{ stroke: "var(--faint)", strokeWidth: 1 }}
          content={<ChartTooltip frame={frame} readings={readings} announced={focused} />}
        />
      </ComposedChart>
    </div>
  );
}
