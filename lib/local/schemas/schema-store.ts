import { chmodSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openRecordTable, type RecordTable } from "../lambda/record-table.ts";
import type { RegistryRecord, SchemaRecord } from "./schema-record.ts";

export interface SchemaStore {
  /** Owned by nobody, by name. */
  registries: RecordTable<RegistryRecord>;
  /** Owned by their registry, by name. */
  schemas: RecordTable<SchemaRecord>;
  close(): void;
}

/** Opens `schemas.db` in the region's directory. */
export function openSchemaStore(directory: string): SchemaStore {
  const file = join(directory, "schemas.db");
  const database = new Database(file);
  chmodSync(file, 0o600);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  return {
    registries: openRecordTable<RegistryRecord>(database, "registries"),
    schemas: openRecordTable<SchemaRecord>(database, "schemas"),
    close: () => void database.close(),
  };
}
