import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openAsyncEventStore } from "./async-event-store.ts";

const NONE: ReadonlySet<number> = new Set();

it("opens a queue that knew no last answer, with what waits in it", () => {
  const directory = mkdtempSync(join(tmpdir(), "queue-"));
  const old = new Database(join(directory, "queue.db"));
  old.exec(`CREATE TABLE async_event (
    id INTEGER PRIMARY KEY, request_id TEXT NOT NULL, region TEXT NOT NULL, function_name TEXT NOT NULL, qualifier TEXT NOT NULL,
    invoked_function_arn TEXT NOT NULL, client_context TEXT, trace_id TEXT, payload BLOB NOT NULL,
    accepted_ms INTEGER NOT NULL, due_ms INTEGER NOT NULL, failures INTEGER NOT NULL DEFAULT 0, throttles INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  INSERT INTO async_event VALUES (1, 'r-1', 'us-east-1', 'f', '$LATEST', 'arn', NULL, NULL, x'7b7d', 5, 5, 1, 0);`);
  old.close();

  const store = openAsyncEventStore(directory);
  expect(store.due(10, 5, NONE)).toMatchObject([{ requestId: "r-1", failures: 1, lastPayload: null, lastVersion: null }]);
  store.postpone(1, { dueMs: 20, failures: 2, throttles: 0, lastPayload: Buffer.from("{}"), lastVersion: "3" });
  store.close();

  const again = openAsyncEventStore(directory);
  expect(again.nextDueMs(NONE)).toBe(20);
  expect(again.due(20, 5, NONE)).toMatchObject([{ failures: 2, lastPayload: Buffer.from("{}"), lastVersion: "3" }]);
  again.close();
  rmSync(directory, { recursive: true });
});
