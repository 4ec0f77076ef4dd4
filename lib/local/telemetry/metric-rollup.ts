import type { Database } from "better-sqlite3";
import { type Distribution, emptyDistribution, mergeDistribution } from "./distribution.ts";
import type { MetricRows } from "./metric-rows.ts";

const DAY_MS = 86_400_000;

/**
 * How long CloudWatch keeps what: minutes 15 days, five minutes 63 days, hours 455 days.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html
 */
export const METRIC_RETENTION = {
  minutesMs: 15 * DAY_MS,
  fiveMinutesMs: 63 * DAY_MS,
  hoursMs: 455 * DAY_MS,
} as const;

const STEPS = [
  { resolutionMs: 300_000, ageMs: METRIC_RETENTION.minutesMs },
  { resolutionMs: 3_600_000, ageMs: METRIC_RETENTION.fiveMinutesMs },
] as const;

/**
 * Merges old minutes into five minutes and those into hours, and drops what is older than 455 days. Does only what
 * became due since the last time; inside a transaction of the caller's.
 */
export function rollUpMetrics(
  database: Database,
  rows: MetricRows,
  seriesIds: readonly number[],
  nowMs: number,
): void {
  const doneUntil = database.prepare("SELECT done_until_ms FROM metric_rollups WHERE resolution_ms = ?").pluck();
  const saveDone = database.prepare<[number, number]>("INSERT OR REPLACE INTO metric_rollups VALUES (?, ?)");
  for (const { resolutionMs, ageMs } of STEPS) {
    const untilMs = Math.floor((nowMs - ageMs) / resolutionMs) * resolutionMs;
    const fromMs = (doneUntil.get(resolutionMs) as number | undefined) ?? 0;
    if (untilMs <= fromMs) continue;
    for (const seriesId of seriesIds) mergeRange(rows, seriesId, fromMs, untilMs, resolutionMs);
    saveDone.run(resolutionMs, untilMs);
  }
  for (const seriesId of seriesIds) rows.remove(seriesId, 0, nowMs - METRIC_RETENTION.hoursMs);
}

function mergeRange(
  rows: MetricRows,
  seriesId: number,
  fromMs: number,
  untilMs: number,
  resolutionMs: number,
): void {
  const merged = new Map<number, Distribution>();
  for (const row of rows.read(seriesId, fromMs, untilMs, true)) {
    const startMs = row.minuteMs - (row.minuteMs % resolutionMs);
    const into = merged.get(startMs) ?? emptyDistribution();
    mergeDistribution(into, row.distribution);
    merged.set(startMs, into);
  }
  rows.remove(seriesId, fromMs, untilMs);
  for (const [startMs, distribution] of merged) rows.add(seriesId, startMs, distribution);
}
