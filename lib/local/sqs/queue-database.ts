import { chmodSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS queue (
  id INTEGER PRIMARY KEY AUTOINCREMENT, region TEXT NOT NULL, name TEXT NOT NULL, attributes TEXT NOT NULL, tags TEXT NOT NULL,
  created_ms INTEGER NOT NULL, modified_ms INTEGER NOT NULL, UNIQUE (region, name)
) STRICT;
CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY AUTOINCREMENT, queue_id INTEGER NOT NULL REFERENCES queue (id) ON DELETE CASCADE,
  message_id TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, sender_id TEXT NOT NULL, trace_header TEXT, source_queue_arn TEXT,
  sent_ms INTEGER NOT NULL, visible_ms INTEGER NOT NULL, first_received_ms INTEGER, receive_count INTEGER NOT NULL DEFAULT 0, nonce TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS message_visible ON message (queue_id, visible_ms);
CREATE INDEX IF NOT EXISTS message_sent ON message (queue_id, sent_ms);`;

/** Opens `sqs.db` in the region's directory; a power cut loses no message that was accepted. */
export function openQueueDatabase(directory: string): Database.Database {
  const file = join(directory, "sqs.db");
  const database = new Database(file);
  chmodSync(file, 0o600);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.exec(SCHEMA);
  return database;
}
