import type { Database } from "better-sqlite3";
import { boundDistribution, type Distribution, mergeDistribution } from "./distribution.ts";
import { valuesFromText, valuesText } from "./distribution-text.ts";

/** One row: the time it starts at and what came in it. */
export interface MetricMinuteRow {
  minuteMs: number;
  distribution: Distribution;
}

type RawRow = [minuteMs: number, count: number, sum: number, min: number, max: number, values?: string | null];

/** Minutes (and, for old ones, five minutes and hours) per series. Writes are inside a transaction of the caller's. */
export interface MetricMinuteTable {
  /** Adds to whatever the minute holds already. */
  add(seriesId: number, minuteMs: number, distribution: Distribution): void;
  /** Rows from `fromMs` (inclusive) to `untilMs` (exclusive), oldest first; without values unless asked for. */
  read(seriesId: number, fromMs: number, untilMs: number, withValues: boolean): IterableIterator<MetricMinuteRow>;
  remove(seriesId: number, fromMs: number, untilMs: number): void;
}

/** The table over an open database. */
export function metricMinuteTable(database: Database): MetricMinuteTable {
  const put = database.prepare<[number, number, number, number, number, number, string | null]>(
    'INSERT OR REPLACE INTO metric_minutes (series_id, minute_ms, count, sum, min, max, "values") VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const range = "FROM metric_minutes WHERE series_id = ? AND minute_ms >= ? AND minute_ms < ?";
  const figures = "minute_ms, count, sum, min, max";
  const selectOne = database.prepare(`SELECT ${figures}, "values" ${range}`).raw();
  const selectValues = database.prepare(`SELECT ${figures}, "values" ${range} ORDER BY minute_ms`).raw();
  const selectFigures = database.prepare(`SELECT ${figures} ${range} ORDER BY minute_ms`).raw();
  const removeRange = database.prepare(`DELETE ${range}`);

  return {
    add(seriesId, minuteMs, distribution) {
      const existing = selectOne.get(seriesId, minuteMs, minuteMs + 1) as RawRow | undefined;
      const merged = existing ? rowOf(existing, true).distribution : distribution;
      if (existing) mergeDistribution(merged, distribution);
      boundDistribution(merged);
      put.run(seriesId, minuteMs, merged.count, merged.sum, merged.min, merged.max, valuesText(merged));
    },
    *read(seriesId, fromMs, untilMs, withValues) {
      const statement = withValues ? selectValues : selectFigures;
      for (const row of statement.all(seriesId, fromMs, untilMs) as RawRow[]) yield rowOf(row, withValues);
    },
    remove(seriesId, fromMs, untilMs) {
      removeRange.run(seriesId, fromMs, untilMs);
    },
  };
}

function rowOf([minuteMs, count, sum, min, max, text]: RawRow, withValues: boolean): MetricMinuteRow {
  const values = withValues ? valuesFromText(text ?? null, count, min) : new Map<number, number>();
  return { minuteMs, distribution: { count, sum, min, max, values } };
}
