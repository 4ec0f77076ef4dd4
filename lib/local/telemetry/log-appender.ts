import type { Database } from "better-sqlite3";
import type { LogLine } from "../telemetry.ts";
import { chunksOf } from "./log-chunk.ts";
import type { LogDirectory } from "./log-directory.ts";

/** Streams whose ids are kept at hand; forgetting all of them now and then costs one lookup each. */
const MAX_KNOWN_STREAMS = 10_000;

/** Lines of one stream of one group, and when they came in. */
export interface IngestedLines {
  region: string;
  logGroup: string;
  logStream: string;
  lines: readonly LogLine[];
  /** `undefined`: at the time of the newest line (history has no other). */
  ingestionMs: number | undefined;
}

interface StreamIds {
  groupId: number;
  streamId: number;
}

/** Writes lines into chunks and keeps the streams' figures. */
export interface LogAppender {
  /** Inside a transaction of the caller's. */
  append(entries: readonly IngestedLines[]): void;
  /** Forgets the ids of streams: for after a rollback or a deletion. */
  forget(): void;
}

/** The appender over an open database. */
export function logAppender(database: Database, directory: LogDirectory): LogAppender {
  const insert = database.prepare<[number, number, number, number, number, string, string]>(
    `INSERT INTO log_chunks (group_id, stream_id, first_ms, last_ms, ingestion_ms, layout, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateStream = database.prepare<[object]>(
    `UPDATE log_streams SET
       first_event_ms = min(coalesce(first_event_ms, @firstMs), @firstMs),
       last_event_ms = max(coalesce(last_event_ms, @lastMs), @lastMs),
       last_ingestion_ms = max(coalesce(last_ingestion_ms, @ingestionMs), @ingestionMs),
       stored_bytes = stored_bytes + @sizeBytes
     WHERE id = @streamId`,
  );
  const known = new Map<string, StreamIds>();

  const idsOf = ({ region, logGroup, logStream }: IngestedLines, createdMs: number): StreamIds => {
    const key = `${region}\n${logGroup}\n${logStream}`;
    const found = known.get(key);
    if (found) return found;
    const group = directory.group(region, logGroup) ?? directory.createGroup(region, logGroup, createdMs);
    const stream = directory.stream(group.id, logStream) ?? directory.createStream(group.id, logStream, createdMs);
    if (known.size >= MAX_KNOWN_STREAMS) known.clear();
    const ids = { groupId: group.id, streamId: stream.id };
    known.set(key, ids);
    return ids;
  };

  const appendToStream = (entry: IngestedLines): void => {
    const chunks = chunksOf(entry.lines);
    const first = chunks[0];
    if (!first) return;
    const { groupId, streamId } = idsOf(entry, entry.ingestionMs ?? first.firstMs);
    let { firstMs, lastMs } = first;
    let sizeBytes = 0;
    for (const chunk of chunks) {
      const ingestionMs = entry.ingestionMs ?? chunk.lastMs;
      insert.run(groupId, streamId, chunk.firstMs, chunk.lastMs, ingestionMs, chunk.layout, chunk.body);
      firstMs = Math.min(firstMs, chunk.firstMs);
      lastMs = Math.max(lastMs, chunk.lastMs);
      sizeBytes += chunk.sizeBytes;
    }
    updateStream.run({ firstMs, lastMs, ingestionMs: entry.ingestionMs ?? lastMs, sizeBytes, streamId });
  };

  return {
    append(entries) {
      for (const entry of joinedByStream(entries)) appendToStream(entry);
    },
    forget: () => known.clear(),
  };
}

/** Several writes to one stream become one entry, so that they share chunks. */
function joinedByStream(entries: readonly IngestedLines[]): Iterable<IngestedLines> {
  const joined = new Map<string, IngestedLines[]>();
  for (const entry of entries) {
    const key = `${entry.region}\n${entry.logGroup}\n${entry.logStream}`;
    const before = joined.get(key);
    if (before) before.push(entry);
    else joined.set(key, [entry]);
  }
  return [...joined.values()].map(joinedEntries);
}

/** Entries of one stream (at least one) as one, which came in when the last of them did. */
function joinedEntries(entries: readonly IngestedLines[]): IngestedLines {
  const last = entries.at(-1)!;
  return entries.length === 1 ? last : { ...last, lines: entries.flatMap(({ lines }) => lines) };
}
