import { useMemo } from "react";
import { usePlotArea, XAxis } from "recharts";
import { timeTicks } from "./time-axis";
import type { TimeFrame } from "./time-series";

const PIXELS_PER_TICK = 64;
const MOST_TICKS = 8;
/** Half a label: a tick nearer to the right edge than this would be cut. */
const EDGE_PIXELS = 22;

/** Times below the plot: as many round ones as fit. Each bucket has a band of its own, so a column stands on its period. */
export function TimeXAxis({ frame, hidden }: { frame: TimeFrame; hidden: boolean }) {
  const width = usePlotArea()?.width ?? 0;
  // Recharts registers an axis anew whenever a prop changes its identity.
  const labels = useMemo(() => fittingLabels(frame, width), [frame, width]);
  const ticks = useMemo(() => (hidden ? [] : [...labels.keys()]), [labels, hidden]);
  const tickFormatter = useMemo(() => (timestampMs: number) => labels.get(timestampMs) ?? "", [labels]);
  return (
    <XAxis
      dataKey="timestampMs"
      type="category"
      scale="band"
      height={hidden ? 1 : 22}
      ticks={ticks}
      interval={0}
      tickFormatter={tickFormatter}
      tick={TICK_STYLE}
      tickLine={false}
      tickMargin={6}
      axisLine={AXIS_LINE}
    />
  );
}

const TICK_STYLE = { fill: "var(--faint)", fontSize: 11 };
const AXIS_LINE = { stroke: "var(--line)" };

function fittingLabels(frame: TimeFrame, width: number): Map<number, string> {
  const most = Math.max(2, Math.min(MOST_TICKS, Math.floor(width / PIXELS_PER_TICK)));
  const bandWidth = width / Math.max(1, frame.timestampsMs.length);
  const fits = (timestampMs: number) => (frame.timestampsMs.indexOf(timestampMs) + 0.5) * bandWidth <= width - EDGE_PIXELS;
  return new Map(timeTicks(frame, most).filter(({ timestampMs }) => fits(timestampMs)).map(({ timestampMs, label }) => [timestampMs, label]));
}
