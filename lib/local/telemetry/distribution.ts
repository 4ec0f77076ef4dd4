/** How many distinct values a distribution keeps before it groups them. */
const MAX_DISTINCT_VALUES = 512;
/** Ratio between neighbouring groups: a grouped value is at most 1 % away from the true one. */
const GROUP_RATIO = 1.02;

/** Values of one metric over some time with how often each came; count, sum, minimum and maximum are exact. */
export interface Distribution {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** Value to count. Empty when only the four exact figures were read. */
  values: Map<number, number>;
}

/** A distribution without a value; its minimum and maximum mean nothing until one is added. */
export function emptyDistribution(): Distribution {
  return { count: 0, sum: 0, min: Infinity, max: -Infinity, values: new Map() };
}

/** Counts `value` in, `count` times. */
export function addValue(into: Distribution, value: number, count: number): void {
  into.count += count;
  into.sum += value * count;
  if (value < into.min) into.min = value;
  if (value > into.max) into.max = value;
  into.values.set(value, (into.values.get(value) ?? 0) + count);
}

/** Adds all of `other` to `into`. */
export function mergeDistribution(into: Distribution, other: Distribution): void {
  into.count += other.count;
  into.sum += other.sum;
  if (other.min < into.min) into.min = other.min;
  if (other.max > into.max) into.max = other.max;
  for (const [value, count] of other.values) into.values.set(value, (into.values.get(value) ?? 0) + count);
}

/** Groups the values when there are too many of them, so that a minute's size on disk stays bounded. */
export function boundDistribution(distribution: Distribution): void {
  if (distribution.values.size <= MAX_DISTINCT_VALUES) return;
  const grouped = new Map<number, number>();
  for (const [value, count] of distribution.values) {
    const group = groupOf(value, distribution.min, distribution.max);
    grouped.set(group, (grouped.get(group) ?? 0) + count);
  }
  distribution.values = grouped;
}

function groupOf(value: number, min: number, max: number): number {
  if (value === 0) return 0;
  const exponent = Math.round(Math.log(Math.abs(value)) / Math.log(GROUP_RATIO));
  const group = Math.sign(value) * GROUP_RATIO ** exponent;
  return Math.min(max, Math.max(min, Number(group.toPrecision(6))));
}
