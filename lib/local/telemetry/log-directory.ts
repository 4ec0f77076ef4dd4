import type { Database } from "better-sqlite3";

export interface LogGroup {
  id: number;
  region: string;
  name: string;
  createdMs: number;
  retentionDays: number | null;
}

export interface LogStream {
  id: number;
  groupId: number;
  name: string;
  createdMs: number;
  firstEventMs: number | null;
  lastEventMs: number | null;
  lastIngestionMs: number | null;
  storedBytes: number;
}

/** Log groups and their streams, without their events. */
export interface LogDirectory {
  groups(region: string): LogGroup[];
  group(region: string, name: string): LogGroup | undefined;
  /** Sorted by name. */
  streams(groupId: number): LogStream[];
  stream(groupId: number, name: string): LogStream | undefined;
  storedBytes(groupId: number): number;
  /** The caller has checked that it does not exist. */
  createGroup(region: string, name: string, createdMs: number): LogGroup;
  createStream(groupId: number, name: string, createdMs: number): LogStream;
  setRetention(groupId: number, days: number | null): void;
  /** With all its streams and events. */
  deleteGroup(groupId: number): void;
  /** With all its events. */
  deleteStream(streamId: number): void;
}

/** Columns named as in `LogGroup`. */
export const GROUP_COLUMNS = "id, region, name, created_ms AS createdMs, retention_days AS retentionDays";
const STREAM_COLUMNS = `id, group_id AS groupId, name, created_ms AS createdMs, first_event_ms AS firstEventMs,
  last_event_ms AS lastEventMs, last_ingestion_ms AS lastIngestionMs, stored_bytes AS storedBytes`;

/** The directory over an open database. */
export function logDirectory(database: Database): LogDirectory {
  const groups = database.prepare<[string], LogGroup>(
    `SELECT ${GROUP_COLUMNS} FROM log_groups WHERE region = ? ORDER BY name`,
  );
  const group = database.prepare<[string, string], LogGroup>(
    `SELECT ${GROUP_COLUMNS} FROM log_groups WHERE region = ? AND name = ?`,
  );
  const streams = database.prepare<[number], LogStream>(
    `SELECT ${STREAM_COLUMNS} FROM log_streams WHERE group_id = ? ORDER BY name`,
  );
  const stream = database.prepare<[number, string], LogStream>(
    `SELECT ${STREAM_COLUMNS} FROM log_streams WHERE group_id = ? AND name = ?`,
  );
  const bytes = database
    .prepare<[number], number>("SELECT coalesce(sum(stored_bytes), 0) FROM log_streams WHERE group_id = ?")
    .pluck();
  const insertGroup = database.prepare<[string, string, number]>(
    "INSERT INTO log_groups (region, name, created_ms) VALUES (?, ?, ?)",
  );
  const insertStream = database.prepare<[number, string, number]>(
    "INSERT INTO log_streams (group_id, name, created_ms) VALUES (?, ?, ?)",
  );
  const setRetention = database.prepare<[number | null, number]>(
    "UPDATE log_groups SET retention_days = ? WHERE id = ?",
  );
  const deletions = deletionsOf(database);

  return {
    groups: (region) => groups.all(region),
    group: (region, name) => group.get(region, name),
    streams: (groupId) => streams.all(groupId),
    stream: (groupId, name) => stream.get(groupId, name),
    storedBytes: (groupId) => bytes.get(groupId) ?? 0,
    createGroup(region, name, createdMs) {
      const id = Number(insertGroup.run(region, name, createdMs).lastInsertRowid);
      return { id, region, name, createdMs, retentionDays: null };
    },
    createStream(groupId, name, createdMs) {
      const id = Number(insertStream.run(groupId, name, createdMs).lastInsertRowid);
      const noEvents = { firstEventMs: null, lastEventMs: null, lastIngestionMs: null, storedBytes: 0 };
      return { id, groupId, name, createdMs, ...noEvents };
    },
    setRetention: (groupId, days) => void setRetention.run(days, groupId),
    ...deletions,
  };
}

function deletionsOf(database: Database): Pick<LogDirectory, "deleteGroup" | "deleteStream"> {
  const groupChunks = database.prepare("DELETE FROM log_chunks WHERE group_id = ?");
  const groupStreams = database.prepare("DELETE FROM log_streams WHERE group_id = ?");
  const group = database.prepare("DELETE FROM log_groups WHERE id = ?");
  const streamChunks = database.prepare(
    "DELETE FROM log_chunks WHERE group_id = (SELECT group_id FROM log_streams WHERE id = @id) AND stream_id = @id",
  );
  const stream = database.prepare("DELETE FROM log_streams WHERE id = @id");
  return {
    deleteGroup: database.transaction((groupId: number) => {
      groupChunks.run(groupId);
      groupStreams.run(groupId);
      group.run(groupId);
    }),
    deleteStream: database.transaction((id: number) => {
      streamChunks.run({ id });
      stream.run({ id });
    }),
  };
}
