import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrationsDirectory, readMigrations } from "./migrate.mjs";

const scratch = () => mkdtempSync(path.join(tmpdir(), "warmstart-migrate-"));

function writeMigration(directory: string, name: string, sql: string): void {
  mkdirSync(path.join(directory, name), { recursive: true });
  writeFileSync(path.join(directory, name, "migration.sql"), sql);
}

test("applies every migration once", () => {
  const file = path.join(scratch(), "a.db");
  expect(migrate(file)).toEqual(readMigrations(migrationsDirectory).map(({ name }) => name));
  expect(migrate(file)).toEqual([]);
});

test("a table rebuild, as Prisma writes it, keeps the rows that refer to it", () => {
  const directory = scratch();
  const file = path.join(directory, "b.db");
  writeMigration(directory, "1_init", 'CREATE TABLE "parent" ("id" INTEGER PRIMARY KEY); CREATE TABLE "child" ("id" INTEGER PRIMARY KEY, "parentId" INTEGER REFERENCES "parent"("id") ON DELETE CASCADE);');
  migrate(file, directory);
  const database = new Database(file);
  database.exec("INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1)");
  database.close();
  writeMigration(
    directory,
    "2_rebuild",
    'PRAGMA foreign_keys=OFF; CREATE TABLE "new_parent" ("id" INTEGER PRIMARY KEY, "name" TEXT); INSERT INTO "new_parent" ("id") SELECT "id" FROM "parent"; DROP TABLE "parent"; ALTER TABLE "new_parent" RENAME TO "parent"; PRAGMA foreign_keys=ON;',
  );
  expect(migrate(file, directory)).toEqual(["2_rebuild"]);
  const after = new Database(file);
  expect(after.prepare("SELECT count(*) AS rows FROM child").get()).toEqual({ rows: 1 });
  after.close();
});

test("a migration that fails leaves nothing behind and can be mended", () => {
  const directory = scratch();
  const file = path.join(directory, "c.db");
  writeMigration(directory, "1_broken", 'CREATE TABLE "a" ("id" INTEGER); CREATE TABLE "a" ("id" INTEGER);');
  expect(() => migrate(file, directory)).toThrow(/already exists/);
  writeMigration(directory, "1_broken", 'CREATE TABLE "a" ("id" INTEGER);');
  expect(migrate(file, directory)).toEqual(["1_broken"]);
});

test("an edited migration is refused", () => {
  const directory = scratch();
  const file = path.join(directory, "d.db");
  writeMigration(directory, "1_init", 'CREATE TABLE "a" ("id" INTEGER);');
  migrate(file, directory);
  writeMigration(directory, "1_init", 'CREATE TABLE "b" ("id" INTEGER);');
  expect(() => migrate(file, directory)).toThrow(/edited after it was applied/);
});
