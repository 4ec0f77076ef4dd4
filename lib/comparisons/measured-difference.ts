/** Whether two sides differ by more than the noise. */
import type { SampleStatistics } from "./sample-statistics";

/** Below this many warm runs a side nothing is said about which is faster. */
export const FEWEST_WARM_RUNS = 5;

export interface MeasuredDifference {
  /** Right minus left, of the medians. */
  difference: number;
  /** Both sides' noise together. */
  noise: number;
  /** `too_few`: not enough warm runs to say; `same`: within the noise. */
  finding: "less" | "more" | "same" | "too_few";
}

/**
 * A difference of medians counts when it is larger than the noise of both together and than what can be told apart at all
 * (`resolution`: Lambda bills whole milliseconds and reports whole MB). undefined where a side has no value.
 */
export function measuredDifference(left: SampleStatistics | undefined, right: SampleStatistics | undefined, resolution: number): MeasuredDifference | undefined {
  if (!left || !right) return undefined;
  const difference = right.p50 - left.p50;
  const noise = left.medianNoise + right.medianNoise;
  return { difference, noise, finding: findingOf(difference, noise, { fewest: Math.min(left.count, right.count), resolution }) };
}

function findingOf(difference: number, noise: number, { fewest, resolution }: { fewest: number; resolution: number }): MeasuredDifference["finding"] {
  if (fewest < FEWEST_WARM_RUNS) return "too_few";
  if (Math.abs(difference) <= noise || Math.abs(difference) < resolution) return "same";
  return difference < 0 ? "less" : "more";
}
