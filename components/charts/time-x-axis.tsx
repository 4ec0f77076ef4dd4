import { useChartWidth, XAxis } from "recharts";
import { timeTicks } from "./time-axis";
import type { ChartRow, TimeFrame } from "./time-series";

const PIXELS_PER_TICK = 88;

/** Times below the plot: as many round ones as fit. Each bucket has a band of its own, so a column stands on its period. */
export function TimeXAxis({ frame, hidden }: { frame: TimeFrame; hidden: boolean }) {
  const width = useChartWidth() ?? 0;
  const ticks = timeTicks(frame, Math.max(2, Math.floor(width / PIXELS_PER_TICK)));
  const labels = new Map(ticks.map(({ timestampMs, label }) => [timestampMs, label]));
  return (
    <XAxis
      dataKey={(row: ChartRow) => row.timestampMs}
      type="category"
      scale="band"
      height={hidden ? 1 : 22}
      ticks={hidden ? [] : [...labels.keys()]}
      interval={0}
      tickFormatter={(timestampMs: number) => labels.get(timestampMs) ?? ""}
      tick={{ fill: "var(--faint)", fontSize: 11 }}
      tickLine={false}
      tickMargin={6}
      axisLine={{ stroke: "var(--line)" }}
    />
  );
}
