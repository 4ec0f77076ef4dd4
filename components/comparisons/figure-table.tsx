import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { differencesOf } from "@/lib/comparisons/comparison-verdict";
import type { MeasuredDifference } from "@/lib/comparisons/measured-difference";
import type { SampleStatistics } from "@/lib/comparisons/sample-statistics";
import type { ComparisonPlan } from "@/lib/comparisons/schema";
import type { SideFigures } from "@/lib/comparisons/side-figures";
import { formatMs, formatUsd } from "@/lib/format";

interface FigureTableProps {
  plan: Pick<ComparisonPlan, "left" | "right">;
  left: SideFigures;
  right: SideFigures;
  caption: string;
}

const MILLION = 1_000_000;
const CELL = "border-b border-grid px-4 py-1.5 group-last:border-0";
const inMb = (mb: number) => `${Math.round(mb)} MB`;
const perMillion = (costUsd: number) => formatUsd(costUsd * MILLION);

/** Side by side; the last column says by how much, and whether that is more than noise. */
export function FigureTable({ plan, left, right, caption }: FigureTableProps) {
  const differences = differencesOf(left, right);
  const rows: { label: string; of: (side: SideFigures) => string; difference?: MeasuredDifference; format?: (value: number) => string }[] = [
    { label: "Warm runs", of: ({ warm, failedCount }) => `${warm.length}${failedCount > 0 ? `, ${failedCount} failed` : ""}` },
    { label: "Cold starts, apart", of: ({ coldCount, initMs }) => (initMs === undefined ? `${coldCount}` : `${coldCount}, INIT ${formatMs(initMs)}`) },
    { label: "Duration p50", of: ({ durationMs }) => valueOf(durationMs, "p50", formatMs), difference: differences.durationMs, format: formatMs },
    { label: "Duration p95", of: ({ durationMs }) => valueOf(durationMs, "p95", formatMs) },
    { label: "Middle half", of: ({ durationMs }) => (durationMs ? `${formatMs(durationMs.p25)} to ${formatMs(durationMs.p75)}` : "–") },
    { label: "Memory used", of: ({ memoryMb }) => valueOf(memoryMb, "p50", inMb), difference: differences.memoryMb, format: inMb },
    { label: "Cost per million", of: ({ costUsd }) => valueOf(costUsd, "p50", perMillion), difference: differences.costUsd, format: perMillion },
  ];
  return (
    <div tabIndex={0} role="region" aria-label={caption} className="overflow-x-auto -outline-offset-2">
      <table className="w-full text-2">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-1 text-muted">
          <tr>
            <th scope="col" className="border-b border-line px-4 py-1.5">
              <span className="sr-only">Figure</span>
            </th>
            <SideHead name={plan.left} side={left} />
            <SideHead name={plan.right} side={right} />
            <th scope="col" className="border-b border-line px-4 py-1.5 text-right font-normal">Right against left</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of, difference, format }) => (
            <tr key={label} className="group">
              <th scope="row" className={classNames(CELL, "text-left font-normal whitespace-nowrap text-muted")}>{label}</th>
              <td className={classNames(CELL, "figures")}>{of(left)}</td>
              <td className={classNames(CELL, "figures")}>{of(right)}</td>
              <td className={classNames(CELL, "figures")}>{difference && format ? <Difference difference={difference} format={format} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SideHead({ name, side }: { name: string; side: SideFigures }) {
  const is = side.version && side.version !== name ? ` = ${side.version}` : "";
  return (
    <th scope="col" className="border-b border-line px-4 py-1.5 text-right font-mono font-normal">
      {name}
      {is}
      {side.otherVersionRuns > 0 ? <Chip title="Another version answered: the alias splits its traffic. They are left out here.">{side.otherVersionRuns} by another</Chip> : null}
    </th>
  );
}

function valueOf(statistics: SampleStatistics | undefined, which: "p50" | "p95", format: (value: number) => string): string {
  return statistics ? format(statistics[which]) : "–";
}

function Difference({ difference: { difference, noise, finding }, format }: { difference: MeasuredDifference; format: (value: number) => string }) {
  if (finding === "too_few") return <span className="text-muted">too few runs</span>;
  if (finding === "same") return <span className="text-muted">within ± {format(Math.max(noise, Math.abs(difference)))}</span>;
  return (
    <span className="font-medium">
      {finding === "less" ? "−" : "+"}
      {format(Math.abs(difference))} <span className="font-normal text-muted">± {format(noise)}</span>
    </span>
  );
}
