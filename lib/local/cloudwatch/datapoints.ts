import { setImmediate as nextTurn } from "node:timers/promises";
import type { Distribution } from "../telemetry/distribution.ts";
import type { CloudWatchContext } from "./cloudwatch-context.ts";
import type { MetricStatQuery } from "./metric-data-query.ts";
import { seriesOf } from "./metric-identity.ts";
import { firstPeriodMs, type TimeRange } from "./time-range.ts";

/** Start of a period in epoch milliseconds to its value; only periods with one, oldest first. */
export type Datapoints = ReadonlyMap<number, number>;

/** Computes the metrics of a request: several statistics of one metric and period read it once. */
export async function datapointsOf(
  { metrics, clock, region }: CloudWatchContext,
  queries: readonly MetricStatQuery[],
  range: TimeRange,
): Promise<Map<string, Datapoints>> {
  const series = metrics.seriesInRegion(region);
  const byReading = new Map<string, MetricStatQuery[]>();
  const results = new Map<string, Datapoints>();
  for (const query of queries) {
    const found = seriesOf(series, query.metric);
    const key = `${found?.id} ${query.periodSeconds}`;
    if (found) byReading.set(key, [...(byReading.get(key) ?? []), query]);
    else results.set(query.id, new Map());
  }
  for (const [key, together] of byReading) {
    const [seriesId = 0, periodSeconds = 60] = key.split(" ").map(Number);
    const periodMs = periodSeconds * 1000;
    const periods = metrics.readPeriods({
      seriesId,
      fromMs: firstPeriodMs(range, periodMs, clock.now()),
      untilMs: range.endMs,
      periodMs,
      withValues: together.some((query) => query.statistic.needsValues),
    });
    for (const query of together) results.set(query.id, computed(periods, query));
    await nextTurn();
  }
  return results;
}

function computed(periods: ReadonlyMap<number, Distribution>, { statistic }: MetricStatQuery): Datapoints {
  const points = new Map<number, number>();
  for (const [startMs, distribution] of periods) {
    const value = statistic.compute(distribution);
    if (value !== undefined) points.set(startMs, value);
  }
  return points;
}
