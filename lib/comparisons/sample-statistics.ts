/** Statistics of a few measured values. */

export interface SampleStatistics {
  count: number;
  p50: number;
  p95: number;
  /** Middle half: a quarter of the values lies below `p25`, a quarter above `p75`. */
  p25: number;
  p75: number;
  /** How far the median of another such sample may well lie from this one. */
  medianNoise: number;
}

/**
 * Half the width of a box plot's notch, 1.58 × interquartile range / √n: where two notches do not overlap, the medians
 * differ with about 95 % confidence. McGill, Tukey and Larsen, Variations of Box Plots (1978); as R's boxplot.stats.
 */
const NOTCH = 1.58;

/** undefined of nothing. */
export function sampleStatistics(values: readonly number[]): SampleStatistics | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const [p25, p50, p75, p95] = [0.25, 0.5, 0.75, 0.95].map((share) => quantile(sorted, share)) as [number, number, number, number];
  return { count: sorted.length, p50, p95, p25, p75, medianNoise: (NOTCH * (p75 - p25)) / Math.sqrt(sorted.length) };
}

/** Between the two nearest values, as most tools do it (R's type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  return low + ((sorted[below + 1] ?? low) - low) * (place - below);
}
