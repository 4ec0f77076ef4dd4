import type { Database } from "better-sqlite3";
import { addValue, type Distribution, emptyDistribution } from "./distribution.ts";

const MINUTE_MS = 60_000;

/** Series id to minute to what came in it. */
export type OpenMinutes = Map<number, Map<number, Distribution>>;

/** A sample whose series is known. */
export interface JournalSample {
  seriesId: number;
  timestampMs: number;
  value: number;
}

/**
 * The newest samples: one small row on disk for each write, which makes it durable, and the same samples by minute in
 * memory, which is what readers see. `clear` empties both once they are in the table of minutes.
 */
export interface MetricJournal {
  /** Writes the row; inside a transaction of the caller's, who calls `remember` after the commit. */
  append(samples: readonly JournalSample[]): void;
  remember(samples: readonly JournalSample[]): void;
  minutesOf(seriesId: number): ReadonlyMap<number, Distribution> | undefined;
  openMinutes(): OpenMinutes;
  rowCount(): number;
  /** Deletes the rows; inside a transaction of the caller's, who calls `forget` after the commit. */
  clear(): void;
  forget(): void;
}

/** The journal over an open database; rows left by an earlier process are read back at once. */
export function metricJournal(database: Database): MetricJournal {
  const insert = database.prepare<[number, string]>("INSERT INTO metric_journal (timestamp_ms, samples) VALUES (?, ?)");
  const select = database.prepare("SELECT timestamp_ms, samples FROM metric_journal ORDER BY id").raw();
  const removeAll = database.prepare("DELETE FROM metric_journal");
  const minutes: OpenMinutes = new Map();
  let rows = 0;

  for (const [timestampMs, samples] of select.iterate() as IterableIterator<[number, string]>) {
    rows += 1;
    for (const sample of samplesFromText(timestampMs, samples)) addToMinutes(minutes, sample);
  }

  return {
    append(samples) {
      for (const [timestampMs, text] of textsByTimestamp(samples)) insert.run(timestampMs, text);
    },
    remember(samples) {
      rows += 1;
      for (const sample of samples) addToMinutes(minutes, sample);
    },
    minutesOf: (seriesId) => minutes.get(seriesId),
    openMinutes: () => minutes,
    rowCount: () => rows,
    clear: () => void removeAll.run(),
    forget() {
      minutes.clear();
      rows = 0;
    },
  };
}

/** The start of the minute that holds the time. */
export function minuteOf(timestampMs: number): number {
  return timestampMs - (timestampMs % MINUTE_MS);
}

function addToMinutes(minutes: OpenMinutes, sample: JournalSample): void {
  let ofSeries = minutes.get(sample.seriesId);
  if (!ofSeries) minutes.set(sample.seriesId, (ofSeries = new Map()));
  const minuteMs = minuteOf(sample.timestampMs);
  let distribution = ofSeries.get(minuteMs);
  if (!distribution) ofSeries.set(minuteMs, (distribution = emptyDistribution()));
  addValue(distribution, sample.value, 1);
}

/** `series,value,series,value` for each timestamp; one write nearly always has just one. */
function textsByTimestamp(samples: readonly JournalSample[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { seriesId, timestampMs, value } of samples) {
    const before = texts.get(timestampMs);
    texts.set(timestampMs, before === undefined ? `${seriesId},${value}` : `${before},${seriesId},${value}`);
  }
  return texts;
}

function* samplesFromText(timestampMs: number, text: string): Generator<JournalSample> {
  const parts = text.split(",");
  for (let index = 0; index + 1 < parts.length; index += 2) {
    yield { seriesId: Number(parts[index]), timestampMs, value: Number(parts[index + 1]) };
  }
}
