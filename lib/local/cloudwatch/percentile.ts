import type { Distribution } from "../telemetry/distribution.ts";

/** Values in order with how often each came. */
export type SortedValues = readonly (readonly [value: number, count: number])[];

export function sortedValues(distribution: Distribution): SortedValues {
  return [...distribution.values].sort(([a], [b]) => a - b);
}

/**
 * The value below which `percent` of the values lie, interpolated linearly between the two neighbours.
 *
 * @param percent 0 to 100
 */
export function percentileOf(values: SortedValues, percent: number): number {
  const count = values.reduce((sum, [, each]) => sum + each, 0);
  const rank = (percent / 100) * (count - 1);
  const lower = valueAt(values, Math.floor(rank));
  const upper = valueAt(values, Math.ceil(rank));
  return lower + (upper - lower) * (rank - Math.floor(rank));
}

function valueAt(values: SortedValues, rank: number): number {
  let seen = 0;
  for (const [value, count] of values) {
    seen += count;
    if (rank < seen) return value;
  }
  return values.at(-1)?.[0] ?? NaN;
}
