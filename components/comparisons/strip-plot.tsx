import type { SideFigures } from "@/lib/comparisons/side-figures";
import { formatMs } from "@/lib/format";

interface StripSide {
  name: string;
  figures: SideFigures;
}

const WIDTH = 1_000;
const ROW = 26;

/** Every warm run as a dot, the median as a bar: the spread at a glance. The table below has the same in figures. */
export function StripPlot({ left, right }: { left: StripSide; right: StripSide }) {
  const all = [left, right].flatMap(({ figures }) => durationsOf(figures));
  const maxMs = Math.max(...all);
  if (all.length === 0 || maxMs <= 0) return null;
  const x = (durationMs: number) => (durationMs / maxMs) * WIDTH;
  return (
    <div aria-hidden className="border-b border-line px-4 py-2.5">
      {[left, right].map(({ name, figures }) => (
        <div key={name} className="flex items-center gap-3">
          <span className="w-24 shrink-0 truncate font-mono text-1 text-muted">{name}</span>
          <svg viewBox={`-8 0 ${WIDTH + 16} ${ROW}`} preserveAspectRatio="none" className="h-6 min-w-0 flex-1">
            <line x1={0} x2={WIDTH} y1={ROW / 2} y2={ROW / 2} stroke="var(--grid)" strokeWidth={1} vectorEffect="non-scaling-stroke" />
            {durationsOf(figures).map((durationMs, index) => (
              <line key={index} x1={x(durationMs)} x2={x(durationMs)} y1={7} y2={ROW - 7} stroke="var(--series-1)" strokeOpacity={0.45} strokeWidth={3} vectorEffect="non-scaling-stroke" />
            ))}
            {figures.durationMs ? <line x1={x(figures.durationMs.p50)} x2={x(figures.durationMs.p50)} y1={1} y2={ROW - 1} stroke="var(--accent-fill)" strokeWidth={3} vectorEffect="non-scaling-stroke" /> : null}
          </svg>
        </div>
      ))}
      <div className="flex justify-between pl-27 text-1 text-muted">
        <span>0</span>
        <span>each run, median in amber</span>
        <span>{formatMs(maxMs)}</span>
      </div>
    </div>
  );
}

function durationsOf({ warm }: SideFigures): number[] {
  return warm.flatMap(({ durationMs }) => durationMs ?? []);
}
