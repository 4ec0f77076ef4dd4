import "server-only";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "@/prisma/migrate.mjs";
import { database } from "./client";

/**
 * For tests: a migrated database and a data directory of their own. Call it before the first use of a service; it sets the
 * environment that `serverEnvironment` reads once per test file.
 */
export async function useScratchDatabase(): Promise<{ directory: string; close: () => Promise<void> }> {
  const directory = await mkdtemp(path.join(tmpdir(), "warmstart-test-"));
  const file = path.join(directory, "warmstart.db");
  migrate(file);
  process.env.DATABASE_URL = `file:${file}`;
  process.env.WARMSTART_DATA_DIR = directory;
  return {
    directory,
    async close() {
      await (await database()).$disconnect();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
