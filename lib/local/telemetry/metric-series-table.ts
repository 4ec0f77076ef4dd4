import type { Database } from "better-sqlite3";
import type { MetricSample, MetricUnit } from "../telemetry.ts";

/** One metric of one region: what a minute's row belongs to. */
export interface MetricSeries {
  id: number;
  region: string;
  namespace: string;
  name: string;
  dimensions: Readonly<Record<string, string>>;
  unit: MetricUnit;
  /** Newest minute with a value, epoch milliseconds. */
  lastMinuteMs: number;
}

export type SeriesKey = Pick<MetricSample, "region" | "namespace" | "name" | "dimensions" | "unit">;

/** All series, held in memory (a few dozen bytes each) and written through. */
export interface MetricSeriesTable {
  /** Finds or creates; inside a transaction of the caller's. */
  idOf(key: SeriesKey): number;
  /** Remembers the newest minute in memory; `saveLastMinutes` writes it. */
  touch(id: number, minuteMs: number): void;
  saveLastMinutes(): void;
  inRegion(region: string): MetricSeries[];
  allIds(): number[];
  /** Drops what memory holds and reads the table again: for after a rollback. */
  reload(): void;
}

interface SeriesRow extends Omit<MetricSeries, "dimensions"> {
  dimensions: string;
}

/** The table over an open database. */
export function metricSeriesTable(database: Database): MetricSeriesTable {
  const insert = database.prepare<[string, string, string, string, string]>(
    "INSERT INTO metric_series (region, namespace, name, dimensions, unit, last_minute_ms) VALUES (?, ?, ?, ?, ?, 0)",
  );
  const select = database.prepare<[], SeriesRow>(
    "SELECT id, region, namespace, name, dimensions, unit, last_minute_ms AS lastMinuteMs FROM metric_series",
  );
  const update = database.prepare<[number, number]>("UPDATE metric_series SET last_minute_ms = ? WHERE id = ?");
  let byKey: KeyNode = { next: new Map() };
  const byId = new Map<number, MetricSeries>();
  const touched = new Set<number>();

  const remember = (series: MetricSeries): void => {
    nodeOf(byKey, series).series = series;
    byId.set(series.id, series);
  };
  const reload = (): void => {
    const before = new Map(byId);
    byKey = { next: new Map() };
    byId.clear();
    for (const row of select.iterate()) {
      const lastMinuteMs = Math.max(row.lastMinuteMs, before.get(row.id)?.lastMinuteMs ?? 0);
      remember({ ...row, lastMinuteMs, dimensions: JSON.parse(row.dimensions) });
    }
  };
  reload();

  return {
    reload,
    idOf(key) {
      const known = nodeOf(byKey, key).series;
      if (known) return known.id;
      const dimensions = sortedDimensions(key.dimensions);
      const { lastInsertRowid } = insert.run(
        key.region,
        key.namespace,
        key.name,
        JSON.stringify(dimensions),
        key.unit,
      );
      const id = Number(lastInsertRowid);
      const { region, namespace, name, unit } = key;
      remember({ id, region, namespace, name, unit, dimensions, lastMinuteMs: 0 });
      return id;
    },
    touch(id, minuteMs) {
      const series = byId.get(id);
      if (!series || series.lastMinuteMs >= minuteMs) return;
      series.lastMinuteMs = minuteMs;
      touched.add(id);
    },
    saveLastMinutes() {
      for (const id of touched) update.run(byId.get(id)?.lastMinuteMs ?? 0, id);
      touched.clear();
    },
    inRegion: (region) => [...byId.values()].filter((series) => series.region === region),
    allIds: () => [...byId.keys()],
  };
}

function sortedDimensions(dimensions: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One step on the way to a series: a text put together from all parts would cost ten times the look-ups. */
interface KeyNode {
  series?: MetricSeries;
  next: Map<string, KeyNode>;
}

function nodeOf(root: KeyNode, { region, namespace, name, unit, dimensions }: SeriesKey): KeyNode {
  let node = stepTo(stepTo(stepTo(stepTo(root, region), namespace), name), unit);
  const dimensionNames = Object.keys(dimensions);
  if (dimensionNames.length > 1) dimensionNames.sort();
  for (const dimension of dimensionNames) node = stepTo(stepTo(node, dimension), dimensions[dimension]!);
  return node;
}

function stepTo({ next }: KeyNode, part: string): KeyNode {
  const known = next.get(part);
  if (known) return known;
  const node: KeyNode = { next: new Map() };
  next.set(part, node);
  return node;
}
