import { HOLLOW_OPACITY, type TimeSeries, TONE_FILL } from "./time-series";

/** Words beside the marks that the series are drawn with. */
export function ChartLegend({ series }: { series: readonly Pick<TimeSeries, "label" | "tone" | "shape">[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 text-1 text-muted">
      {series.map(({ label, tone, shape }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden width={12} height={10} className="shrink-0">
            <Mark shape={shape} colour={TONE_FILL[tone]} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function Mark({ shape, colour }: { shape: TimeSeries["shape"]; colour: string }) {
  if (shape === "column") return <rect x={2} y={1} width={8} height={8} rx={2} fill={colour} />;
  if (shape === "outlined") return <rect x={2.5} y={1.5} width={7} height={7} rx={1.5} fill={colour} fillOpacity={HOLLOW_OPACITY} stroke={colour} />;
  if (shape === "dots") return <circle cx={6} cy={5} r={3} fill={colour} />;
  if (shape === "rings") return <circle cx={6} cy={5} r={2.5} fill="none" stroke={colour} strokeWidth={1.5} />;
  return <line x1={0} x2={12} y1={5} y2={5} stroke={colour} strokeWidth={2} strokeDasharray={shape === "dashed" ? "3 2" : undefined} />;
}
