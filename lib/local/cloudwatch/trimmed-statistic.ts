import type { SortedValues } from "./percentile.ts";

/** What of the values counts: from which percent (or value) to which. */
export interface TrimRange {
  from: number;
  to: number;
  by: "percent" | "value";
}

export type TrimmedKind = "TM" | "TC" | "TS" | "WM" | "PR";

/**
 * Trimmed mean, count and sum, winsorized mean, percentile rank. `undefined` when nothing lies in the range.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
export function trimmedStatistic(kind: TrimmedKind, values: SortedValues, range: TrimRange): number | undefined {
  const total = values.reduce((sum, [, count]) => sum + count, 0);
  const kept = keptValues(values, range, total);
  const count = kept.reduce((sum, [, each]) => sum + each, 0);
  const sum = kept.reduce((all, [value, each]) => all + value * each, 0);
  if (kind === "TC") return count;
  if (kind === "PR") return (count / total) * 100;
  if (kind === "TS") return sum;
  if (count === 0) return undefined;
  if (kind === "TM") return sum / count;
  const lowest = kept[0]![0];
  const highest = kept.at(-1)![0];
  const all = values.reduce((winsorized, [value, each]) => winsorized + Math.min(highest, Math.max(lowest, value)) * each, 0);
  return all / total;
}

function keptValues(values: SortedValues, { from, to, by }: TrimRange, total: number): SortedValues {
  if (by === "value") return values.filter(([value]) => value > from && value <= to);
  const firstRank = (from / 100) * total;
  const lastRank = (to / 100) * total;
  const kept: [number, number][] = [];
  let seen = 0;
  for (const [value, count] of values) {
    const share = Math.min(seen + count, lastRank) - Math.max(seen, firstRank);
    if (share > 0) kept.push([value, share]);
    seen += count;
  }
  return kept;
}
