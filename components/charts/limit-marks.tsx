import { DefaultZIndexes, usePlotArea, useYAxisScale, ZIndexLayer } from "recharts";
import type { LimitMark } from "./value-axis";

const FAR_LABEL_HEIGHT = 15;

/** Limits as dashed lines with their names; those too far up are named above the plot. */
export function LimitMarks({ limits }: { limits: readonly LimitMark[] }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (!plot || !scale || limits.length === 0) return null;
  const right = plot.x + plot.width;
  const lines = limits.filter(({ placement }) => placement === "line");
  const far = limits.filter(({ placement }) => placement === "above");
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line + 1}>
      {lines.map(({ label, value }, index) => {
        const y = scale(value);
        // Two lines close together would write over each other: the second name stands left.
        const atRight = index % 2 === 0;
        return y === undefined ? null : (
          <g key={label}>
            <line x1={plot.x} x2={right} y1={y} y2={y} stroke="var(--limit)" strokeWidth={1.2} strokeDasharray="5 4" />
            <LimitLabel x={atRight ? right - 4 : plot.x + 4} y={y - 5} anchor={atRight ? "end" : "start"} text={label} />
          </g>
        );
      })}
      {far.map(({ label }, index) => (
        <LimitLabel key={label} x={right} y={plot.y - 6 - index * FAR_LABEL_HEIGHT} anchor="end" text={`↑ ${label}`} />
      ))}
    </ZIndexLayer>
  );
}

function LimitLabel({ x, y, anchor, text }: { x: number; y: number; anchor: "start" | "end"; text: string }) {
  return (
    <text x={x} y={y} textAnchor={anchor} fontSize={11} fill="var(--muted)" stroke="var(--surface)" strokeWidth={3} paintOrder="stroke">
      {text}
    </text>
  );
}
