import type { LogLine } from "../telemetry.ts";

/** No chunk spans more, so that a reader knows how far back an event of a given time can hide. */
export const MAX_CHUNK_SPAN_MS = 60_000;
/** Characters after which the next line starts a new chunk. */
const MAX_BODY_LENGTH = 16_384;
/** CloudWatch Logs counts this on top of each message. */
const EVENT_OVERHEAD_BYTES = 26;

/** Neighbouring lines of one stream as one row. */
export interface LogChunk {
  firstMs: number;
  lastMs: number;
  /** `offset,length` for each line: milliseconds after `firstMs`, UTF-16 units of its message in `body`. */
  layout: string;
  /** The messages, one after another with nothing between: SQL can search it for a text. */
  body: string;
  /** As CloudWatch Logs counts stored bytes: UTF-8 plus 26 a line. */
  sizeBytes: number;
}

/** A line of a chunk and its place there. */
export interface ChunkLine extends LogLine {
  index: number;
}

/** Packs lines into as few chunks as the bounds allow, in the order given. */
export function chunksOf(lines: readonly LogLine[]): LogChunk[] {
  const chunks: LogChunk[] = [];
  let from = 0;
  while (from < lines.length) {
    const until = chunkEnd(lines, from);
    chunks.push(packed(lines, from, until));
    from = until;
  }
  return chunks;
}

function chunkEnd(lines: readonly LogLine[], from: number): number {
  let firstMs = Infinity;
  let lastMs = -Infinity;
  let length = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]!;
    firstMs = Math.min(firstMs, line.timestampMs);
    lastMs = Math.max(lastMs, line.timestampMs);
    length += line.message.length;
    if (index > from && (lastMs - firstMs > MAX_CHUNK_SPAN_MS || length > MAX_BODY_LENGTH)) return index;
  }
  return lines.length;
}

function packed(lines: readonly LogLine[], from: number, until: number): LogChunk {
  let firstMs = Infinity;
  let lastMs = -Infinity;
  let body = "";
  for (let index = from; index < until; index += 1) {
    const { timestampMs, message } = lines[index]!;
    firstMs = Math.min(firstMs, timestampMs);
    lastMs = Math.max(lastMs, timestampMs);
    body += message;
  }
  let layout = "";
  for (let index = from; index < until; index += 1) {
    const { timestampMs, message } = lines[index]!;
    layout += `${layout && ","}${timestampMs - firstMs},${message.length}`;
  }
  const sizeBytes = Buffer.byteLength(body) + EVENT_OVERHEAD_BYTES * (until - from);
  return { firstMs, lastMs, layout, body, sizeBytes };
}

/** Unpacks a chunk. */
export function linesOf(chunk: Pick<LogChunk, "firstMs" | "layout" | "body">): ChunkLine[] {
  const numbers = chunk.layout.split(",");
  const lines: ChunkLine[] = [];
  let start = 0;
  for (let index = 0; index * 2 < numbers.length; index += 1) {
    const end = start + Number(numbers[index * 2 + 1]);
    lines.push({
      index,
      timestampMs: chunk.firstMs + Number(numbers[index * 2]),
      message: chunk.body.slice(start, end),
    });
    start = end;
  }
  return lines;
}
