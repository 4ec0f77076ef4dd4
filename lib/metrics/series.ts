/**
 * Puts CloudWatch's datapoints onto a window's buckets. CloudWatch leaves out what did not happen: counters are then 0,
 * everything else has no value.
 */

interface Datapoint {
  timestampMs: number;
  value: number;
}

/** Buckets of equal width from `startMs`; the last one may reach beyond `endMs`. */
export interface Buckets {
  startMs: number;
  endMs: number;
  periodSeconds: number;
}

/** Start of each bucket. */
export function bucketTimestamps({ startMs, endMs, periodSeconds }: Buckets): number[] {
  const periodMs = periodSeconds * 1_000;
  return Array.from({ length: Math.ceil((endMs - startMs) / periodMs) }, (_, index) => startMs + index * periodMs);
}

/** Sums per bucket; 0 where CloudWatch has no datapoint. */
export function alignCounter(points: readonly Datapoint[], buckets: Buckets): number[] {
  const sums = bucketTimestamps(buckets).map(() => 0);
  for (const { timestampMs, value } of points) {
    const index = indexOf(timestampMs, buckets, sums.length);
    sums[index] = (sums[index] ?? 0) + value;
  }
  return sums;
}

/** The value per bucket (the greatest, should two fall into one); null where CloudWatch has none. */
export function alignGauge(points: readonly Datapoint[], buckets: Buckets): (number | null)[] {
  const values = bucketTimestamps(buckets).map((): number | null => null);
  for (const { timestampMs, value } of points) {
    const index = indexOf(timestampMs, buckets, values.length);
    values[index] = Math.max(values[index] ?? Number.NEGATIVE_INFINITY, value);
  }
  return values;
}

/** The sum of all datapoints: sums may be added up. */
export function totalOf(points: readonly Datapoint[]): number {
  return points.reduce((sum, { value }) => sum + value, 0);
}

/** The one datapoint of a statistic over the whole window; null when there is none, or several: they cannot be combined. */
export function singleValue(points: readonly Datapoint[]): number | null {
  return points.length === 1 ? (points[0]?.value ?? null) : null;
}

/** The greatest value; null without one. */
export function greatest(values: readonly (number | null)[]): number | null {
  return values.reduce((max: number | null, value) => (value === null ? max : Math.max(max ?? value, value)), null);
}

/** CloudWatch may stamp the first period before the window's start: it belongs to the first bucket. */
function indexOf(timestampMs: number, { startMs, periodSeconds }: Buckets, length: number): number {
  const index = Math.floor((timestampMs - startMs) / (periodSeconds * 1_000));
  return Math.min(length - 1, Math.max(0, index));
}
