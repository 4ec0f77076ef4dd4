import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/** From nothing to the first version, from there to the next, and so on. */
const MIGRATIONS = [
  `
  CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    entry TEXT NOT NULL
  ) STRICT;

  CREATE TABLE log_groups (
    id INTEGER PRIMARY KEY,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    retention_days INTEGER,
    UNIQUE (region, name)
  ) STRICT;

  CREATE TABLE log_streams (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    first_event_ms INTEGER,
    last_event_ms INTEGER,
    last_ingestion_ms INTEGER,
    stored_bytes INTEGER NOT NULL DEFAULT 0,
    UNIQUE (group_id, name)
  ) STRICT;

  CREATE TABLE log_chunks (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL,
    stream_id INTEGER NOT NULL,
    first_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    ingestion_ms INTEGER NOT NULL,
    layout TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX log_chunks_by_time ON log_chunks (group_id, first_ms);

  CREATE TABLE metric_series (
    id INTEGER PRIMARY KEY,
    region TEXT NOT NULL,
    namespace TEXT NOT NULL,
    name TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    unit TEXT NOT NULL,
    last_minute_ms INTEGER NOT NULL,
    UNIQUE (region, namespace, name, dimensions, unit)
  ) STRICT;

  CREATE TABLE metric_minutes (
    series_id INTEGER NOT NULL,
    minute_ms INTEGER NOT NULL,
    count REAL NOT NULL,
    sum REAL NOT NULL,
    min REAL NOT NULL,
    max REAL NOT NULL,
    "values" TEXT,
    PRIMARY KEY (series_id, minute_ms)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE metric_rollups (
    resolution_ms INTEGER PRIMARY KEY,
    done_until_ms INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE metric_hours (
    hour_ms INTEGER NOT NULL,
    series_id INTEGER NOT NULL,
    minutes TEXT NOT NULL,
    PRIMARY KEY (hour_ms, series_id)
  ) STRICT, WITHOUT ROWID;
  `,
];

/**
 * Opens (and creates, mode 0600) `telemetry.db` in the directory. WAL with `synchronous = NORMAL`: a committed
 * transaction survives the death of the process, though the newest ones may be lost when the power fails. The lock is
 * exclusive: one process owns a region's directory, and not locking anew for each write saves a seventh of its time.
 *
 * @throws Error when the file was written by a newer version of this schema.
 */
export function openTelemetryDatabase(directory: string): Database.Database {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, "telemetry.db");
  // SQLite gives its -wal and -shm files the mode of the database file.
  closeSync(openSync(file, "a", 0o600));
  const database = new Database(file);
  database.pragma("page_size = 8192");
  database.pragma("locking_mode = EXCLUSIVE");
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  // Small, as a checkpoint is a pause, and a log that stays in the cache is faster even in bulk.
  database.pragma("wal_autocheckpoint = 400");
  database.pragma("cache_size = -16000");
  migrate(database, file);
  return database;
}

function migrate(database: Database.Database, file: string): void {
  const version = database.pragma("user_version", { simple: true }) as number;
  if (version > MIGRATIONS.length) {
    database.close();
    throw new Error(`${file} was written by a newer version (schema ${version}, this one knows ${MIGRATIONS.length}).`);
  }
  if (version === MIGRATIONS.length) return;
  database.transaction(() => {
    for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
  })();
}
