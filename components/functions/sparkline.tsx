const WIDTH = 72;
const HEIGHT = 22;
const STROKE = { neutral: "var(--series-1)", throttle: "var(--throttle-fill)", error: "var(--error-fill)" } as const;

/** The shape of a row of values; the figure beside it says how much. */
export function Sparkline({ values, tone }: { values: readonly number[]; tone: keyof typeof STROKE }) {
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden className="shrink-0">
      <polyline points={pointsOf(values)} fill="none" stroke={STROKE[tone]} strokeWidth={1.4} strokeLinejoin="round" />
    </svg>
  );
}

/** Kept with the values: rows scroll in and out many times between two answers. */
const known = new WeakMap<readonly number[], string>();

function pointsOf(values: readonly number[]): string {
  const kept = known.get(values);
  if (kept !== undefined) return kept;
  const max = Math.max(...values, 1);
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  const points = values.map((value, index) => `${(index * step).toFixed(1)},${(HEIGHT - 1 - ((HEIGHT - 3) * value) / max).toFixed(1)}`).join(" ");
  known.set(values, points);
  return points;
}
