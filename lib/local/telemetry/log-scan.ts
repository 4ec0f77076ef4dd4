import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { linesOf, MAX_CHUNK_SPAN_MS } from "./log-chunk.ts";
import type { LogBatch, LogScan, StoredLogEvent } from "./log-event.ts";
import { comparePositions, endOf, type LogPosition, startOf } from "./log-position.ts";
import { type ChunkRow, logSliceReader, type SliceEdge } from "./log-slice-reader.ts";

/** Chunks of the first slice (a page is often satisfied by it) and of the largest. */
const FIRST_SLICE_CHUNKS = 128;
const MAX_SLICE_CHUNKS = 2048;

/**
 * Reads a group in slices of chunks ordered by their first time. A slice's events are handed out as far as no later
 * slice can hold one that comes before them; the rest waits for the next.
 */
export async function* scanLogEvents(database: Database, scan: LogScan): AsyncGenerator<LogBatch> {
  const { fromMs, untilMs } = remainingRange(scan);
  if (fromMs >= untilMs) return;
  const reader = logSliceReader(database, scan, fromMs, untilMs);
  const sign = scan.newestFirst ? -1 : 1;
  let waiting: StoredLogEvent[] = [];
  let edge: SliceEdge = scan.newestFirst
    ? { firstMs: untilMs, id: -1 }
    : { firstMs: fromMs - MAX_CHUNK_SPAN_MS - 1, id: Number.MAX_SAFE_INTEGER };

  for (let size = FIRST_SLICE_CHUNKS; ; size = Math.min(size * 4, MAX_SLICE_CHUNKS)) {
    const next = reader.edgeAfter(edge, size);
    for (const row of reader.rows(edge, next)) waiting.push(...eventsOf(row, scan, fromMs, untilMs));
    waiting.sort((a, b) => sign * comparePositions(a, b));
    if (!next) {
      yield { events: waiting, resume: undefined, scannedChunks: size };
      return;
    }
    const settled = settledUntil(next, scan.newestFirst);
    const cut = waiting.findIndex((event) => sign * comparePositions(event, settled) > 0);
    const events = cut === -1 ? waiting : waiting.slice(0, cut);
    waiting = cut === -1 ? [] : waiting.slice(cut);
    yield { events, resume: settled, scannedChunks: size };
    edge = next;
    await nextTurn();
  }
}

/** Later slices hold only events after this position (in the order of the scan). */
function settledUntil(edge: SliceEdge, newestFirst: boolean): LogPosition {
  return newestFirst ? endOf(edge.firstMs + MAX_CHUNK_SPAN_MS) : startOf(edge.firstMs);
}

function remainingRange({ fromMs, untilMs, after, newestFirst }: LogScan): { fromMs: number; untilMs: number } {
  if (!after) return { fromMs, untilMs };
  return newestFirst
    ? { fromMs, untilMs: Math.min(untilMs, after.timestampMs + 1) }
    : { fromMs: Math.max(fromMs, after.timestampMs), untilMs };
}

function eventsOf(row: ChunkRow, scan: LogScan, fromMs: number, untilMs: number): StoredLogEvent[] {
  const events: StoredLogEvent[] = [];
  for (const line of linesOf(row)) {
    if (line.timestampMs < fromMs || line.timestampMs >= untilMs) continue;
    const event = { ...line, chunkId: row.id, streamId: row.streamId, ingestionMs: row.ingestionMs };
    if (scan.after && comparePositions(event, scan.after) * (scan.newestFirst ? -1 : 1) <= 0) continue;
    events.push(event);
  }
  return events;
}
