import type { Database } from "better-sqlite3";
import { MAX_CHUNK_SPAN_MS } from "./log-chunk.ts";
import type { LogScan } from "./log-event.ts";

/** A chunk's place in the order (first time, id). */
export interface SliceEdge {
  firstMs: number;
  id: number;
}

export interface ChunkRow extends SliceEdge {
  streamId: number;
  ingestionMs: number;
  layout: string;
  body: string;
}

export interface LogSliceReader {
  /** The last chunk of a slice of `size` chunks after `edge`; `undefined` when fewer remain. Reads the index only. */
  edgeAfter(edge: SliceEdge, size: number): SliceEdge | undefined;
  /** The chunks after `edge` up to and with `until` (or the end) that can hold an event of the scan. */
  rows(edge: SliceEdge, until: SliceEdge | undefined): ChunkRow[];
}

/** Prepares the statements for one scan. The order is by (first_ms, id), backwards when the newest come first. */
export function logSliceReader(database: Database, scan: LogScan, fromMs: number, untilMs: number): LogSliceReader {
  const [after, upTo, direction] = scan.newestFirst ? ["<", ">=", "DESC"] : [">", "<=", "ASC"];
  const bounds = "group_id = @groupId AND first_ms >= @oldestMs AND first_ms < @untilMs";
  const order = `ORDER BY first_ms ${direction}, id ${direction}`;
  const conditions = [
    bounds,
    `(first_ms, id) ${after} (@edgeMs, @edgeId)`,
    "last_ms >= @fromMs",
    ...(scan.streamIds ? ["stream_id IN (SELECT value FROM json_each(@streamIds))"] : []),
    ...scan.containing.map((_text, index) => `instr(body, @text${index}) > 0`),
  ];
  const columns = "id, stream_id AS streamId, first_ms AS firstMs, ingestion_ms AS ingestionMs, layout, body";
  const select = `SELECT ${columns} FROM log_chunks WHERE ${conditions.join(" AND ")}`;
  const edge = database.prepare<[object], SliceEdge>(
    `SELECT first_ms AS firstMs, id FROM log_chunks
     WHERE ${bounds} AND (first_ms, id) ${after} (@edgeMs, @edgeId) ${order} LIMIT 1 OFFSET @skip`,
  );
  const toTheEnd = database.prepare<[object], ChunkRow>(select);
  const toAnEdge = database.prepare<[object], ChunkRow>(`${select} AND (first_ms, id) ${upTo} (@untilEdgeMs, @untilEdgeId)`);

  const parameters = {
    groupId: scan.groupId,
    oldestMs: fromMs - MAX_CHUNK_SPAN_MS,
    fromMs,
    untilMs,
    ...(scan.streamIds ? { streamIds: JSON.stringify(scan.streamIds) } : {}),
    ...Object.fromEntries(scan.containing.map((text, index) => [`text${index}`, text])),
  };
  return {
    edgeAfter: ({ firstMs, id }, size) =>
      edge.get({ groupId: parameters.groupId, oldestMs: parameters.oldestMs, untilMs, edgeMs: firstMs, edgeId: id, skip: size - 1 }),
    rows({ firstMs, id }, until) {
      const from = { ...parameters, edgeMs: firstMs, edgeId: id };
      return until
        ? toAnEdge.all({ ...from, untilEdgeMs: until.firstMs, untilEdgeId: until.id })
        : toTheEnd.all(from);
    },
  };
}
