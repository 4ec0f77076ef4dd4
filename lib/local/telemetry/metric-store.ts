import type { Database } from "better-sqlite3";
import type { Clock } from "../clock.ts";
import type { MetricMinute, MetricSample } from "../telemetry.ts";
import { addValue, type Distribution, emptyDistribution, mergeDistribution } from "./distribution.ts";
import { type JournalSample, metricJournal, minuteOf } from "./metric-journal.ts";
import { metricMinuteTable } from "./metric-minute-table.ts";
import { rollUpMetrics } from "./metric-rollup.ts";
import { type MetricSeries, metricSeriesTable } from "./metric-series-table.ts";

const FOLD_EVERY_MS = 60_000;
const MAX_JOURNAL_ROWS = 20_000;
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

/** What the composition of telemetry writes with: see `openTelemetry` for who calls what when. */
export interface MetricStore extends MetricReader {
  /** Inside a transaction; the result goes to `committed` after it. */
  append(samples: readonly MetricSample[]): JournalSample[];
  committed(samples: readonly JournalSample[]): void;
  /** Inside a transaction. */
  loadMinutes(minutes: readonly MetricMinute[]): void;
  /** True when enough samples wait in the journal that `fold` is worth its while. */
  foldIsDue(): boolean;
  /** Moves the journal into the table of minutes, in a transaction of its own. */
  fold(): void;
  rolledBack(): void;
}

/** The metric half of telemetry.db. */
export function metricStore(database: Database, clock: Clock): MetricStore {
  const series = metricSeriesTable(database);
  const minutes = metricMinuteTable(database);
  const journal = metricJournal(database);
  let foldedMs = clock.now();
  let rolledUpMs = -Infinity;
  for (const [seriesId, ofSeries] of journal.openMinutes()) {
    for (const minuteMs of ofSeries.keys()) series.touch(seriesId, minuteMs);
  }

  const foldTransaction = database.transaction((nowMs: number, rollUp: boolean) => {
    for (const [seriesId, ofSeries] of journal.openMinutes()) {
      for (const [minuteMs, distribution] of ofSeries) minutes.add(seriesId, minuteMs, distribution);
    }
    journal.clear();
    series.saveLastMinutes();
    if (rollUp) rollUpMetrics(database, minutes, series.allIds(), nowMs);
  });

  return {
    seriesInRegion: (region) => series.inRegion(region),
    readPeriods(query) {
      const rows: (readonly [number, Distribution])[] = [];
      for (const row of minutes.read(query.seriesId, query.fromMs, query.untilMs, query.withValues)) {
        rows.push([row.minuteMs, row.distribution]);
      }
      for (const [minuteMs, distribution] of journal.minutesOf(query.seriesId) ?? []) {
        if (minuteMs >= query.fromMs && minuteMs < query.untilMs) rows.push([minuteMs, distribution]);
      }
      return mergedPeriods(rows, query);
    },
    append(samples) {
      const journalled = samples.map((sample) => journalSample(series.idOf(sample), sample));
      journal.append(journalled);
      return journalled;
    },
    committed(samples) {
      journal.remember(samples);
      for (const { seriesId, timestampMs } of samples) series.touch(seriesId, minuteOf(timestampMs));
    },
    loadMinutes(loaded) {
      for (const minute of loaded) {
        if (minute.values.length === 0) continue;
        const seriesId = series.idOf(minute);
        const distribution = emptyDistribution();
        for (const [value, count] of minute.values) addValue(distribution, value, count);
        minutes.add(seriesId, minuteOf(minute.minuteMs), distribution);
        series.touch(seriesId, minuteOf(minute.minuteMs));
      }
      series.saveLastMinutes();
    },
    foldIsDue() {
      const rows = journal.rowCount();
      return rows >= MAX_JOURNAL_ROWS || (rows > 0 && clock.now() - foldedMs >= FOLD_EVERY_MS);
    },
    fold() {
      const nowMs = clock.now();
      const rollUp = nowMs - rolledUpMs >= ROLL_UP_EVERY_MS;
      foldTransaction(nowMs, rollUp);
      journal.forget();
      foldedMs = nowMs;
      if (rollUp) rolledUpMs = nowMs;
    },
    rolledBack: () => series.reload(),
  };
}

function journalSample(seriesId: number, sample: MetricSample): JournalSample {
  if (!Number.isFinite(sample.value) || !Number.isFinite(sample.timestampMs)) {
    throw new RangeError(`${sample.name} is not a finite number: ${sample.value} at ${sample.timestampMs}`);
  }
  return { seriesId, timestampMs: Math.trunc(sample.timestampMs), value: sample.value };
}

function mergedPeriods(
  rows: readonly (readonly [number, Distribution])[],
  { fromMs, periodMs }: PeriodQuery,
): Map<number, Distribution> {
  const periods = new Map<number, Distribution>();
  for (const [minuteMs, distribution] of [...rows].sort(([a], [b]) => a - b)) {
    const startMs = minuteMs - ((minuteMs - fromMs) % periodMs);
    const known = periods.get(startMs);
    if (known) mergeDistribution(known, distribution);
    else {
      const copy = emptyDistribution();
      mergeDistribution(copy, distribution);
      periods.set(startMs, copy);
    }
  }
  return periods;
}
