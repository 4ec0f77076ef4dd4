import type { Database } from "better-sqlite3";
import { HOUR_MS, MINUTE_MS, type PackedHour, unpackedMinutes } from "./metric-hour.ts";
import type { MetricMinuteRow } from "./metric-minute-table.ts";

/** Loaded history, packed by the hour. Writes are inside a transaction of the caller's. */
export interface MetricHourTable {
  /** Adds to whatever the hour holds already. */
  add(seriesId: number, hour: PackedHour): void;
  /** Minutes from `fromMs` (inclusive) to `untilMs` (exclusive); without values unless asked for. */
  read(seriesId: number, fromMs: number, untilMs: number, withValues: boolean): MetricMinuteRow[];
  remove(seriesId: number, fromMs: number, untilMs: number): void;
}

type StoredHour = Pick<PackedHour, "hourMs" | "text">;

/**
 * The table over an open database. Its key begins with the hour, so that history that is written by time only ever
 * appends; a reader asks for each hour of its range.
 */
export function metricHourTable(database: Database): MetricHourTable {
  const insert = database.prepare<[number, number, string]>(
    `INSERT INTO metric_hours (hour_ms, series_id, minutes) VALUES (?, ?, ?)
     ON CONFLICT (hour_ms, series_id) DO UPDATE
     SET minutes = substr(minutes, 1, length(minutes) - 1) || ',' || substr(excluded.minutes, 2)`,
  );
  const bounds = database.prepare<[], { firstMs: number | null; lastMs: number | null }>(
    "SELECT (SELECT min(hour_ms) FROM metric_hours) AS firstMs, (SELECT max(hour_ms) FROM metric_hours) AS lastMs",
  );
  const select = database.prepare<[object], StoredHour>(
    `WITH RECURSIVE hours (ms) AS (
       SELECT @firstMs WHERE @firstMs <= @lastMs UNION ALL SELECT ms + ${HOUR_MS} FROM hours WHERE ms < @lastMs
     )
     SELECT hour_ms AS hourMs, minutes AS text
     FROM hours CROSS JOIN metric_hours ON hour_ms = ms AND series_id = @seriesId`,
  );
  const removeHour = database.prepare<[number, number]>("DELETE FROM metric_hours WHERE hour_ms = ? AND series_id = ?");

  const hoursOf = (seriesId: number, fromMs: number, untilMs: number): StoredHour[] => {
    const { firstMs, lastMs } = bounds.get()!;
    if (firstMs === null || lastMs === null) return [];
    const lastWantedMs = Math.ceil(untilMs / HOUR_MS) * HOUR_MS - HOUR_MS;
    return select.all({
      seriesId,
      firstMs: Math.max(firstMs, Math.floor(fromMs / HOUR_MS) * HOUR_MS),
      lastMs: Math.min(lastMs, lastWantedMs),
    });
  };

  return {
    add: (seriesId, { hourMs, text }) => void insert.run(hourMs, seriesId, text),
    read: (seriesId, fromMs, untilMs, withValues) =>
      hoursOf(seriesId, fromMs, untilMs).flatMap((hour) => unpackedMinutes(hour, { fromMs, untilMs, withValues })),
    remove(seriesId, fromMs, untilMs) {
      for (const { hourMs, text } of hoursOf(seriesId, fromMs, untilMs)) {
        removeHour.run(hourMs, seriesId);
        const kept = (JSON.parse(text) as number[][]).filter(([minute]) => {
          const minuteMs = hourMs + minute! * MINUTE_MS;
          return minuteMs < fromMs || minuteMs >= untilMs;
        });
        if (kept.length > 0) insert.run(hourMs, seriesId, JSON.stringify(kept));
      }
    },
  };
}
