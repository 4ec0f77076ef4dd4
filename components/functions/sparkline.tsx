const WIDTH = 72;
const HEIGHT = 22;
const STROKE = { neutral: "var(--series-1)", throttle: "var(--throttle-fill)", error: "var(--error-fill)" } as const;

/** The shape of a row of values; the figure beside it says how much. */
export function Sparkline({ values, tone }: { values: readonly number[]; tone: keyof typeof STROKE }) {
  const max = Math.max(...values, 1);
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  const points = values.map((value, index) => `${(index * step).toFixed(1)},${(HEIGHT - 1 - ((HEIGHT - 3) * value) / max).toFixed(1)}`);
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden className="shrink-0">
      <polyline points={points.join(" ")} fill="none" stroke={STROKE[tone]} strokeWidth={1.4} strokeLinejoin="round" />
    </svg>
  );
}
