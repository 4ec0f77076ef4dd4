/** What a comparison measured on one side for one event. */
import { isWarm } from "./run-order";
import { type SampleStatistics, sampleStatistics } from "./sample-statistics";
import type { ComparisonSample, Side } from "./schema";

export interface SideFigures {
  /** The version that answered most; only its runs count. */
  version?: string;
  /** Runs that another version answered: an alias with weights. */
  otherVersionRuns: number;
  warm: ComparisonSample[];
  coldCount: number;
  /** Median INIT of the cold ones. */
  initMs?: number;
  failedCount: number;
  /** Rejected, or answer lost: not measured. */
  notRunCount: number;
  durationMs?: SampleStatistics;
  memoryMb?: SampleStatistics;
  costUsd?: SampleStatistics;
}

export function sideFigures(samples: readonly ComparisonSample[], side: Side, testEventId: string): SideFigures {
  const own = samples.filter((sample) => sample.side === side && sample.testEventId === testEventId);
  const version = mostFrequent(own.flatMap(({ executedVersion }) => executedVersion ?? []));
  const counted = own.filter(({ executedVersion }) => executedVersion === undefined || executedVersion === version);
  const warm = counted.filter(isWarm);
  const inits = counted.flatMap(({ initDurationMs }) => initDurationMs ?? []);
  return {
    version,
    otherVersionRuns: own.length - counted.length,
    warm,
    coldCount: inits.length,
    initMs: sampleStatistics(inits)?.p50,
    failedCount: counted.filter(({ outcome }) => outcome === "function_error" || outcome === "timeout").length,
    notRunCount: own.filter(({ outcome }) => outcome === "not_run" || outcome === "unknown").length,
    durationMs: sampleStatistics(warm.flatMap(({ durationMs }) => durationMs ?? [])),
    memoryMb: sampleStatistics(warm.flatMap(({ maxMemoryUsedMb }) => maxMemoryUsedMb ?? [])),
    costUsd: sampleStatistics(warm.flatMap(({ costUsd }) => costUsd ?? [])),
  };
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
