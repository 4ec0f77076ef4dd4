import Database from "better-sqlite3";
import { chmodSync } from "node:fs";
import { join } from "node:path";

/** An asynchronous invocation that was accepted and has not ended. Times are epoch milliseconds. */
export interface AsyncEvent {
  id: number;
  requestId: string;
  region: string;
  functionName: string;
  qualifier: string;
  invokedFunctionArn: string;
  clientContext: string | null;
  traceId: string | null;
  payload: Buffer;
  acceptedMs: number;
  /** Not to be run before. */
  dueMs: number;
  /** Runs that ended with a function error. */
  failures: number;
  /** Throttles since the last run. */
  throttles: number;
  /** Error document of the last run, and the version that ran; `null` before the first failure. */
  lastPayload: Buffer | null;
  lastVersion: string | null;
}

export type NewAsyncEvent = Omit<AsyncEvent, "id" | "failures" | "throttles" | "lastPayload" | "lastVersion">;
export type AsyncEventChange = Pick<AsyncEvent, "dueMs" | "failures" | "throttles" | "lastPayload" | "lastVersion">;

/** Durable at each return: a power cut loses no accepted event. */
export interface AsyncEventStore {
  add(event: NewAsyncEvent): void;
  /** Due events, the longest waiting first; never one of `excluded`. */
  due(nowMs: number, limit: number, excluded: ReadonlySet<number>): AsyncEvent[];
  /** When the next event that is not excluded is due. */
  nextDueMs(excluded: ReadonlySet<number>): number | undefined;
  postpone(id: number, change: AsyncEventChange): void;
  remove(id: number): void;
  close(): void;
}

const COLUMNS = `id, request_id AS requestId, region, function_name AS functionName, qualifier, invoked_function_arn AS invokedFunctionArn,
  client_context AS clientContext, trace_id AS traceId, payload, accepted_ms AS acceptedMs, due_ms AS dueMs, failures, throttles,
  last_payload AS lastPayload, last_version AS lastVersion`;

const SCHEMA = `CREATE TABLE IF NOT EXISTS async_event (
  id INTEGER PRIMARY KEY, request_id TEXT NOT NULL, region TEXT NOT NULL, function_name TEXT NOT NULL, qualifier TEXT NOT NULL,
  invoked_function_arn TEXT NOT NULL, client_context TEXT, trace_id TEXT, payload BLOB NOT NULL,
  accepted_ms INTEGER NOT NULL, due_ms INTEGER NOT NULL, failures INTEGER NOT NULL DEFAULT 0, throttles INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS async_event_due ON async_event (due_ms);`;
/** Columns that came later: a queue of an older version gets them when it is opened. */
const LATER_COLUMNS = { last_payload: "BLOB", last_version: "TEXT" };

/** Opens `queue.db` in the region's directory. */
export function openAsyncEventStore(directory: string): AsyncEventStore {
  const file = join(directory, "queue.db");
  const database = new Database(file);
  chmodSync(file, 0o600);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec(SCHEMA);
  addLaterColumns(database);
  const insert = database.prepare(
    `INSERT INTO async_event (request_id, region, function_name, qualifier, invoked_function_arn, client_context, trace_id, payload, accepted_ms, due_ms)
     VALUES (@requestId, @region, @functionName, @qualifier, @invokedFunctionArn, @clientContext, @traceId, @payload, @acceptedMs, @dueMs)`,
  );
  // Running events are few: asking for that many more leaves `limit` after they are taken out.
  const selectDue = database.prepare<[number, number], AsyncEvent>(
    `SELECT ${COLUMNS} FROM async_event WHERE due_ms <= ? ORDER BY due_ms, id LIMIT ?`,
  );
  const selectNext = database.prepare<[number], { id: number; dueMs: number }>(
    "SELECT id, due_ms AS dueMs FROM async_event ORDER BY due_ms, id LIMIT ?",
  );
  const update = database.prepare(
    "UPDATE async_event SET due_ms = @dueMs, failures = @failures, throttles = @throttles, last_payload = @lastPayload, last_version = @lastVersion WHERE id = @id",
  );
  const remove = database.prepare("DELETE FROM async_event WHERE id = ?");
  return {
    add: (event) => void insert.run(event),
    due: (nowMs, limit, excluded) =>
      selectDue
        .all(nowMs, limit + excluded.size)
        .filter(({ id }) => !excluded.has(id))
        .slice(0, limit),
    nextDueMs: (excluded) => selectNext.all(excluded.size + 1).find(({ id }) => !excluded.has(id))?.dueMs,
    postpone: (id, change) => void update.run({ id, ...change }),
    remove: (id) => void remove.run(id),
    close: () => database.close(),
  };
}

function addLaterColumns(database: Database.Database): void {
  const known = database.prepare<[], { name: string }>("SELECT name FROM pragma_table_info('async_event')").all();
  const names = new Set(known.map(({ name }) => name));
  for (const [name, type] of Object.entries(LATER_COLUMNS)) {
    if (!names.has(name)) database.exec(`ALTER TABLE async_event ADD COLUMN ${name} ${type}`);
  }
}
