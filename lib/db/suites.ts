import "server-only";
import { z } from "zod";
import { type SuiteItem, suiteItemSchema } from "@/lib/suites/schema";
import { database } from "./client";
import type { Suite as Row } from "./generated/client";
import { isUniqueViolation } from "./unique-violation";

export interface SuiteRecord {
  id: string;
  connection: string;
  name: string;
  description: string;
  items: SuiteItem[];
  concurrency: number;
  updatedAtMs: number;
}

const itemsSchema = z.array(suiteItemSchema);

/** By name. */
export async function findSuites(connection: string): Promise<SuiteRecord[]> {
  const db = await database();
  return (await db.suite.findMany({ where: { connection }, orderBy: { name: "asc" } })).map(toRecord);
}

export async function findSuite(connection: string, id: string): Promise<SuiteRecord | undefined> {
  const db = await database();
  const row = await db.suite.findFirst({ where: { connection, id } });
  return row ? toRecord(row) : undefined;
}

/** undefined when the name is taken. */
export async function insertSuite(suite: Pick<SuiteRecord, "connection" | "name" | "description">): Promise<SuiteRecord | undefined> {
  const db = await database();
  return unlessTaken(async () => toRecord(await db.suite.create({ data: suite })));
}

export type SuiteWrite = "saved" | "moved" | "taken";

/** Writes the suite if it still is the one of `baseUpdatedAtMs` (`moved` when not): one statement, so that of two writers one wins. */
export async function updateSuite({ id, connection, items, ...columns }: SuiteRecord, baseUpdatedAtMs: number): Promise<SuiteWrite> {
  const db = await database();
  const { name, description, concurrency, updatedAtMs } = columns;
  const data = { name, description, concurrency, items: JSON.stringify(items), updatedAt: new Date(updatedAtMs) };
  const written = await unlessTaken(() => db.suite.updateMany({ where: { id, connection, updatedAt: new Date(baseUpdatedAtMs) }, data }));
  if (!written) return "taken";
  return written.count === 1 ? "saved" : "moved";
}

/** Takes the suite's runs along; the runs of its events stay. False when there was none. */
export async function deleteSuite(connection: string, id: string): Promise<boolean> {
  const db = await database();
  const { count } = await db.suite.deleteMany({ where: { connection, id } });
  return count > 0;
}

async function unlessTaken<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

function toRecord({ id, connection, name, description, items, concurrency, updatedAt }: Row): SuiteRecord {
  return { id, connection, name, description, items: itemsSchema.parse(JSON.parse(items)), concurrency, updatedAtMs: updatedAt.getTime() };
}

export interface PickableEvent {
  id: string;
  name: string;
  description: string;
  region?: string;
  functionName?: string;
  assertionCount: number;
}

interface EventColumns {
  id: string;
  name: string;
  description: string;
  region: string | null;
  functionName: string | null;
  assertions: string;
}

const EVENT_COLUMNS = { id: true, name: true, description: true, region: true, functionName: true, assertions: true } as const;

/** Events of the connection whose name, description, tag or function contains the text, by function and name. */
export async function searchEvents(connection: string, search: string, limit: number): Promise<PickableEvent[]> {
  const db = await database();
  const contains = { contains: search };
  const matching = search === "" ? {} : { OR: [{ name: contains }, { description: contains }, { tags: contains }, { functionName: contains }] };
  const rows = await db.testEvent.findMany({
    where: { connection, ...matching },
    orderBy: [{ functionName: "asc" }, { name: "asc" }, { id: "asc" }],
    select: EVENT_COLUMNS,
    take: limit,
  });
  return rows.map(toPickable);
}

export interface EventHead extends PickableEvent {
  invocationType: string;
  updatedAtMs: number;
}

/** Without payloads, by id: of what a suite holds only names and ages are shown. */
export async function findEventHeads(connection: string, ids: readonly string[]): Promise<Map<string, EventHead>> {
  const db = await database();
  const rows = await db.testEvent.findMany({
    where: { connection, id: { in: [...ids] } },
    select: { ...EVENT_COLUMNS, invocationType: true, updatedAt: true },
  });
  return new Map(rows.map((row) => [row.id, { ...toPickable(row), invocationType: row.invocationType, updatedAtMs: row.updatedAt.getTime() }]));
}

function toPickable({ id, name, description, region, functionName, assertions }: EventColumns): PickableEvent {
  return { id, name, description, region: region ?? undefined, functionName: functionName ?? undefined, assertionCount: z.array(z.unknown()).parse(JSON.parse(assertions)).length };
}
