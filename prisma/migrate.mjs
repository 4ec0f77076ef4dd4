// Applies prisma/migrations to a SQLite file, with Prisma's own table and checksums, so that `prisma migrate deploy`
// and this can take over from each other. Used when Warmstart starts and by tests.
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";

export const migrationsDirectory = fileURLToPath(new URL("./migrations/", import.meta.url));

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/** Every migration below a directory, oldest first. */
export function readMigrations(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(directory, name, "migration.sql"));
      return { name, checksum: createHash("sha256").update(bytes).digest("hex"), sql: bytes.toString("utf8") };
    });
}

/**
 * Migrates the file (created when missing, mode 0600 by the caller's umask) and returns the names applied now.
 * All or nothing: SQLite's DDL is transactional, and BEGIN IMMEDIATE keeps a second process out.
 */
export function migrate(file, directory = migrationsDirectory) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const database = new Database(file, { timeout: 10_000 });
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    // Prisma's table rebuilds say PRAGMA foreign_keys=OFF, which SQLite ignores inside a transaction: left on, the
    // DROP TABLE of a rebuild would cascade to the child rows. So: off before BEGIN, and checked before COMMIT.
    database.pragma("foreign_keys = OFF");
    database.exec("BEGIN IMMEDIATE");
    const applied = applyAll(database, readMigrations(directory));
    if (database.pragma("foreign_key_check").length > 0) throw new Error("a migration left dangling references");
    database.exec("COMMIT");
    return applied;
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    throw error;
  } finally {
    database.close();
  }
}

function applyAll(database, migrations) {
  database.exec(CREATE_TABLE);
  const rows = database
    .prepare("SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL")
    .all();
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished) throw new Error(`migration ${unfinished.migration_name} failed earlier and must be resolved first`);
  const known = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const edited = migrations.find(({ name, checksum }) => known.has(name) && known.get(name) !== checksum);
  if (edited) throw new Error(`migration ${edited.name} was edited after it was applied`);

  const insert = database.prepare(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)",
  );
  const missing = migrations.filter(({ name }) => !known.has(name));
  for (const { name, checksum, sql } of missing) {
    database.exec(sql);
    insert.run(randomUUID(), checksum, name, Date.now(), Date.now());
  }
  return missing.map(({ name }) => name);
}
