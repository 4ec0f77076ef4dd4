import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/** Another process has the directory open. */
export class DirectoryInUseError extends Error {
  constructor(directory: string, pid: string) {
    super(`The local region's directory ${directory} is in use by process ${pid}. Stop it, or choose another directory.`);
    this.name = "DirectoryInUseError";
  }
}

/**
 * Keeps a second region out of the directory; returns the release. The lock is SQLite's own on an
 * empty database: the operating system drops it when the process ends, however it ends, so no lock
 * is ever stale. Throws `DirectoryInUseError`.
 */
export function lockDirectory(directory: string): () => void {
  const pidFile = join(directory, "region.pid");
  const database = new Database(join(directory, "region.lock"), { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new DirectoryInUseError(directory, readPid(pidFile));
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return () => database.close();
}

function readPid(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    // The other process holds the lock and has not written its id yet.
    return "(unknown)";
  }
}
