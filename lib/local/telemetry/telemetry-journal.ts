import type { Database } from "better-sqlite3";
import type { LogLine } from "../telemetry.ts";

/** What one write brought, as it waits for its place in the tables. */
export interface JournalEntry {
  logs?: { region: string; logGroup: string; logStream: string; lines: readonly LogLine[]; ingestionMs: number };
  /** Series id, epoch milliseconds, value; and so on. */
  samples: number[];
}

/**
 * Where a write goes first: one row, appended to one page, is the cheapest thing that is durable. The same entries are
 * held in memory until somebody reads or enough of them wait; then they go into the tables in one transaction.
 */
export interface TelemetryJournal {
  /** Durable when it returns. */
  append(entry: JournalEntry): void;
  waiting(): readonly JournalEntry[];
  /** Deletes the rows; inside the transaction that puts the entries into the tables. `forget` comes after it. */
  clear(): void;
  forget(): void;
}

/** The journal over an open database; rows left by an earlier process wait again. */
export function telemetryJournal(database: Database): TelemetryJournal {
  const insert = database.prepare<[string]>("INSERT INTO journal (entry) VALUES (?)");
  const removeAll = database.prepare("DELETE FROM journal");
  const rows = database.prepare<[], string>("SELECT entry FROM journal ORDER BY id").pluck().all();
  let entries = rows.map((row) => JSON.parse(row) as JournalEntry);
  return {
    append(entry) {
      insert.run(JSON.stringify(entry));
      entries.push(entry);
    },
    waiting: () => entries,
    clear: () => void removeAll.run(),
    forget() {
      entries = [];
    },
  };
}
