import { bucketLabel } from "./time-axis";
import { isProvisional, type Reading, type TimeFrame, TONE_FILL } from "./time-series";

interface ChartTooltipProps {
  frame: TimeFrame;
  readings: readonly Reading[];
  /** Only the chart with the focus speaks, although the shared cursor shows in all. */
  announced: boolean;
  /** From Recharts, which clones the element: whether a bucket is under the cursor, and its start. */
  active?: boolean;
  label?: string | number;
}

/** What the bucket under the cursor holds. */
export function ChartTooltip({ frame, readings, announced, active, label: timestampMs }: ChartTooltipProps) {
  const index = active ? frame.timestampsMs.indexOf(Number(timestampMs)) : -1;
  if (index < 0) return null;
  return (
    <div
      role={announced ? "status" : undefined}
      className="pointer-events-none rounded-sm border border-line bg-surface px-2.5 py-1.5 text-1 shadow-card"
    >
      <p className="mb-1 text-muted">{bucketLabel(frame, index)}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {readings.map(({ label, tone, text }) => (
          <div key={label} className="contents">
            <dt className="flex items-center gap-1.5">
              <span aria-hidden className="size-2 rounded-[2px]" style={tone ? { background: TONE_FILL[tone] } : undefined} />
              {label}
            </dt>
            <dd className="figures font-medium">{text(index)}</dd>
          </div>
        ))}
      </dl>
      {isProvisional(frame, index) ? <p className="mt-1 text-muted">may still change</p> : null}
    </div>
  );
}
