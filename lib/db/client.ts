import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { serverEnvironment } from "@/lib/env";
import { PrismaClient } from "./generated/client";

const holder = globalThis as unknown as { warmstartDatabase?: Promise<PrismaClient> };

async function open(): Promise<PrismaClient> {
  const client = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: serverEnvironment().DATABASE_URL, timeout: 10_000 }),
  });
  // The adapter has no hook for pragmas; it keeps one connection, so this one stays.
  await client.$queryRawUnsafe("PRAGMA synchronous=FULL");
  return client;
}

/** The one database client; opened on first use, migrated by `npm start` before. */
export function database(): Promise<PrismaClient> {
  holder.warmstartDatabase ??= open().catch((error: unknown) => {
    holder.warmstartDatabase = undefined;
    throw error;
  });
  return holder.warmstartDatabase;
}
