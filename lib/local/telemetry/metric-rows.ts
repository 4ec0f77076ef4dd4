import type { Database } from "better-sqlite3";
import type { PackedHour } from "./metric-hour.ts";
import { metricHourTable } from "./metric-hour-table.ts";
import { type MetricMinuteRow, type MetricMinuteTable, metricMinuteTable } from "./metric-minute-table.ts";

/** All of a series' rows, whether they came live or were loaded: a minute may then have two. */
export interface MetricRows extends MetricMinuteTable {
  addHour(seriesId: number, hour: PackedHour): void;
}

/** Both tables over an open database as one. */
export function metricRows(database: Database): MetricRows {
  const live = metricMinuteTable(database);
  const loaded = metricHourTable(database);
  return {
    add: live.add,
    addHour: loaded.add,
    read(seriesId, fromMs, untilMs, withValues) {
      const history = loaded.read(seriesId, fromMs, untilMs, withValues);
      const rows = live.read(seriesId, fromMs, untilMs, withValues);
      if (history.length === 0) return rows;
      const byTime = (a: MetricMinuteRow, b: MetricMinuteRow) => a.minuteMs - b.minuteMs;
      return [...history, ...rows].sort(byTime).values();
    },
    remove(seriesId, fromMs, untilMs) {
      live.remove(seriesId, fromMs, untilMs);
      loaded.remove(seriesId, fromMs, untilMs);
    },
  };
}
