import type { Database } from "better-sqlite3";
import type { Clock } from "../clock.ts";
import type { MetricMinutes, MetricSample } from "../telemetry.ts";
import { addValue, type Distribution, emptyDistribution, mergeDistribution } from "./distribution.ts";
import { type PackedHour, packedHours } from "./metric-hour.ts";
import type { MetricMinuteRow } from "./metric-minute-table.ts";
import { rollUpMetrics } from "./metric-rollup.ts";
import { metricRows } from "./metric-rows.ts";
import { type MetricSeries, metricSeriesTable } from "./metric-series-table.ts";

const MINUTE_MS = 60_000;
const ROLL_UP_EVERY_MS = 3_600_000;

/** What CloudWatch reads. */
export interface MetricReader {
  /** Every series that ever had a value in the region. */
  seriesInRegion(region: string): MetricSeries[];
  /**
   * What came from `fromMs` (inclusive, whole minute) to `untilMs` (exclusive), merged into periods that count from
   * `fromMs`. Only periods with a value; oldest first. Without `withValues` only the four exact figures are read.
   */
  readPeriods(query: PeriodQuery): Map<number, Distribution>;
}

export interface PeriodQuery {
  seriesId: number;
  fromMs: number;
  untilMs: number;
  periodMs: number;
  withValues: boolean;
}

/** What `openTelemetry` writes with. */
export interface MetricStore extends MetricReader {
  /** Series id, time and value of each sample, one after another: what the journal keeps. */
  journalled(samples: readonly MetricSample[]): number[];
  /** Adds what `journalled` made to the minutes. Inside a transaction of the caller's. */
  append(journalled: Iterable<readonly number[]>): void;
  /** Inside a transaction of the caller's. */
  load(metrics: readonly MetricMinutes[]): void;
  /** Merges what has become old, at most hourly. Inside a transaction of the caller's. */
  rollUpWhenDue(): void;
  rolledBack(): void;
}

/**
 * The metric half of telemetry.db.
 *
 * @param settle Brings what waits in the journal into the tables; whoever reads calls it first.
 */
export function metricStore(database: Database, clock: Clock, settle: () => void): MetricStore {
  const series = metricSeriesTable(database);
  const rows = metricRows(database);
  let rolledUpMs = -Infinity;

  return {
    seriesInRegion(region) {
      settle();
      return series.inRegion(region);
    },
    readPeriods(query) {
      settle();
      const { seriesId, fromMs, untilMs, withValues } = query;
      return mergedPeriods(rows.read(seriesId, fromMs, untilMs, withValues), query);
    },
    journalled(samples) {
      const numbers: number[] = [];
      for (const sample of samples) {
        checkFinite(sample);
        numbers.push(series.idOf(sample), Math.trunc(sample.timestampMs), sample.value);
      }
      return numbers;
    },
    append(journalled) {
      for (const [minuteMs, ofMinute] of byMinute(journalled)) {
        for (const [seriesId, distribution] of ofMinute) {
          rows.add(seriesId, minuteMs, distribution);
          series.touch(seriesId, minuteMs);
        }
      }
      series.saveLastMinutes();
    },
    load(metrics) {
      const packed = new Map<MetricMinutes["minutes"], PackedHour[]>();
      for (const metric of metrics) {
        const hours = packed.get(metric.minutes) ?? packedHours(metric.minutes);
        packed.set(metric.minutes, hours);
        const last = hours.at(-1);
        if (!last) continue;
        const seriesId = series.idOf(metric);
        for (const hour of hours) rows.addHour(seriesId, hour);
        series.touch(seriesId, last.lastMinuteMs);
      }
      series.saveLastMinutes();
    },
    rollUpWhenDue() {
      const nowMs = clock.now();
      if (nowMs - rolledUpMs < ROLL_UP_EVERY_MS) return;
      rollUpMetrics(database, rows, series.allIds(), nowMs);
      rolledUpMs = nowMs;
    },
    rolledBack() {
      series.reload();
      rolledUpMs = -Infinity;
    },
  };
}

function minuteOf(timestampMs: number): number {
  return timestampMs - (timestampMs % MINUTE_MS);
}

function checkFinite({ name, value, timestampMs }: MetricSample): void {
  if (Number.isFinite(value) && Number.isFinite(timestampMs)) return;
  throw new RangeError(`${name} is not a finite number: ${value} at ${timestampMs}`);
}

/** Minute to series id to what came. */
function byMinute(journalled: Iterable<readonly number[]>): Map<number, Map<number, Distribution>> {
  const minutes = new Map<number, Map<number, Distribution>>();
  for (const numbers of journalled) {
    for (let at = 0; at + 2 < numbers.length; at += 3) {
      const minuteMs = minuteOf(numbers[at + 1]!);
      const ofMinute = minutes.get(minuteMs) ?? new Map<number, Distribution>();
      minutes.set(minuteMs, ofMinute);
      const seriesId = numbers[at]!;
      const into = ofMinute.get(seriesId) ?? emptyDistribution();
      ofMinute.set(seriesId, into);
      addValue(into, numbers[at + 2]!, 1);
    }
  }
  return minutes;
}

function mergedPeriods(
  rows: Iterable<MetricMinuteRow>,
  { fromMs, periodMs }: PeriodQuery,
): Map<number, Distribution> {
  const periods = new Map<number, Distribution>();
  for (const { minuteMs, distribution } of rows) {
    const startMs = minuteMs - ((minuteMs - fromMs) % periodMs);
    const known = periods.get(startMs);
    if (known) mergeDistribution(known, distribution);
    else periods.set(startMs, distribution);
  }
  return periods;
}
