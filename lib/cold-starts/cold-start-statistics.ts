/**
 * Counts cold starts and their INIT per bucket from REPORT lines. Percentiles are nearest-rank: always a duration that
 * really happened. A cold start belongs to the bucket in which its invocation began, like CloudWatch's datapoints.
 */
import type { ReportLine } from "@/lib/runs/report-line";
import type { MetricWindow } from "@/lib/metrics/schema";
import { bucketTimestamps } from "@/lib/metrics/series";
import type { ColdStarts } from "./schema";

/** A REPORT line and the moment it was written, which is the invocation's end. */
export interface TimedReport {
  timestampMs: number;
  report: ReportLine;
}

type Statistics = Pick<ColdStarts, "timestampsMs" | "cold" | "initP50" | "initP95" | "totals">;

/** Reports without INIT, and those whose invocation began outside the window, are left out. */
export function coldStartStatistics(reports: readonly TimedReport[], window: MetricWindow): Statistics {
  const timestampsMs = bucketTimestamps(window);
  const buckets = timestampsMs.map((): number[] => []);
  for (const { timestampMs, report } of reports) {
    if (report.initDurationMs === undefined) continue;
    const beganMs = timestampMs - report.durationMs - report.initDurationMs;
    buckets[Math.floor((beganMs - window.startMs) / (window.periodSeconds * 1_000))]?.push(report.initDurationMs);
  }
  const sorted = buckets.map((inits) => inits.sort((a, b) => a - b));
  const all = sorted.flat().sort((a, b) => a - b);
  return {
    timestampsMs,
    cold: sorted.map((inits) => inits.length),
    initP50: sorted.map((inits) => nearestRank(inits, 50)),
    initP95: sorted.map((inits) => nearestRank(inits, 95)),
    totals: {
      cold: all.length,
      initP50: nearestRank(all, 50),
      initP95: nearestRank(all, 95),
      initMsSum: all.reduce((sum, initMs) => sum + initMs, 0),
    },
  };
}

/** The smallest value that at least `percent` of the values do not exceed; null without values. `ascending` is sorted. */
export function nearestRank(ascending: readonly number[], percent: number): number | null {
  const rank = Math.max(1, Math.ceil((percent / 100) * ascending.length));
  return ascending[rank - 1] ?? null;
}
