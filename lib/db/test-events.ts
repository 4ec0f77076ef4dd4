import "server-only";
import { z } from "zod";
import { type Assertion, assertionSchema } from "@/lib/assertions/schema";
import { invocationTypeSchema } from "@/lib/runs/schema";
import { database } from "./client";
import type { TestEvent as Row } from "./generated/client";
import { isUniqueViolation } from "./unique-violation";

/** A saved event. `region` and `functionName` are both set (private) or both undefined (shared). */
export interface TestEventRecord {
  id: string;
  connection: string;
  region?: string;
  functionName?: string;
  name: string;
  description: string;
  tags: string[];
  payload: string;
  invocationType: z.infer<typeof invocationTypeSchema>;
  /** JSON text. */
  clientContext?: string;
  assertions: Assertion[];
  createdAtMs: number;
  updatedAtMs: number;
}

/** Where events show: at one function. */
export interface FunctionPlace {
  connection: string;
  region: string;
  functionName: string;
}

export type NewTestEvent = Omit<TestEventRecord, "id" | "createdAtMs" | "updatedAtMs">;

export async function findTestEvent(connection: string, id: string): Promise<TestEventRecord | undefined> {
  const db = await database();
  const row = await db.testEvent.findFirst({ where: { connection, id } });
  return row ? toRecord(row) : undefined;
}

/** The event of a name in a scope: at a function, or shared when `functionName` is undefined. */
export async function findTestEventByName({ connection, region, functionName, name }: Pick<TestEventRecord, "connection" | "region" | "functionName" | "name">): Promise<TestEventRecord | undefined> {
  const db = await database();
  const row = await db.testEvent.findFirst({ where: { connection, name, region: region ?? null, functionName: functionName ?? null } });
  return row ? toRecord(row) : undefined;
}

/** Whole events of a function, private and shared, by name; of a tag only when one is named. For export: payloads included. */
export async function findWholeTestEvents({ connection, region, functionName }: FunctionPlace, tag?: string): Promise<TestEventRecord[]> {
  const db = await database();
  const rows = await db.testEvent.findMany({
    where: { connection, OR: [{ region, functionName }, { region: null, functionName: null }], ...(tag ? { tags: { contains: JSON.stringify(tag) } } : {}) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toRecord);
}

/** True when another event (not `id`) of the same scope has this name. */
export async function isTestEventNameTaken(event: Pick<TestEventRecord, "connection" | "region" | "functionName" | "name"> & { id?: string }): Promise<boolean> {
  const { connection, region, functionName, name, id } = event;
  const db = await database();
  const others = await db.testEvent.count({
    where: { connection, region: region ?? null, functionName: functionName ?? null, name, ...(id ? { NOT: { id } } : {}) },
  });
  return others > 0;
}

/** Writes the event and the first entry of its history together. */
export async function insertTestEvent(event: NewTestEvent, savedBy: string): Promise<TestEventRecord> {
  const db = await database();
  const content = contentOf(event);
  return toRecord(await db.testEvent.create({ data: { ...toColumns(event), connection: event.connection, versions: { create: { content, savedBy } } } }));
}

/** No connection has this id, so the marker never shows. */
const MARKER_CONNECTION = "";

/**
 * Adds events once in the life of the database: a hidden row marks that it was done, so that events which a person deleted
 * do not come back. Row and events go in by one statement; of two that race, the second fails on the marker's id.
 */
export async function insertTestEventsOnce(marker: string, events: NewTestEvent[]): Promise<void> {
  const db = await database();
  if (await db.testEvent.findUnique({ where: { id: marker }, select: { id: true } })) return;
  const rows = events.map((event) => ({ ...toColumns(event), connection: event.connection }));
  try {
    await db.testEvent.createMany({ data: [{ id: marker, connection: MARKER_CONNECTION, name: marker, payload: "" }, ...rows] });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

/**
 * Writes the event if it still is the one of `baseUpdatedAtMs`; undefined when another write came first. One statement, so
 * two writers with the same base cannot both win.
 */
export async function updateTestEvent(event: TestEventRecord, baseUpdatedAtMs: number, nowMs: number): Promise<TestEventRecord | undefined> {
  const db = await database();
  const updatedAtMs = Math.max(nowMs, baseUpdatedAtMs + 1);
  const { count } = await db.testEvent.updateMany({
    where: { id: event.id, connection: event.connection, updatedAt: new Date(baseUpdatedAtMs) },
    data: { ...toColumns(event), updatedAt: new Date(updatedAtMs) },
  });
  return count === 1 ? { ...event, updatedAtMs } : undefined;
}

/** Runs made with it keep its name. False when there was none. */
export async function deleteTestEvent(connection: string, id: string): Promise<boolean> {
  const db = await database();
  const { count } = await db.testEvent.deleteMany({ where: { connection, id } });
  return count > 0;
}

/** What a save changes, as kept in the history: JSON with its members in a fixed order, so that equal contents are equal texts. */
export function contentOf(event: NewTestEvent | TestEventRecord): string {
  const { name, description, tags, payload, invocationType, clientContext = "", assertions, functionName } = event;
  return JSON.stringify({ name, description, tags, payload, invocationType, clientContext, assertions, shared: functionName === undefined });
}

function toColumns(event: NewTestEvent | TestEventRecord) {
  return {
    region: event.region ?? null,
    functionName: event.functionName ?? null,
    name: event.name,
    description: event.description,
    tags: JSON.stringify(event.tags),
    payload: event.payload,
    invocationType: event.invocationType,
    clientContext: event.clientContext ?? null,
    assertions: JSON.stringify(event.assertions),
  };
}

const tagsSchema = z.array(z.string());
const assertionsSchema = z.array(assertionSchema);

export function readTags(column: string): string[] {
  return tagsSchema.parse(JSON.parse(column));
}

function toRecord(row: Row): TestEventRecord {
  return {
    id: row.id,
    connection: row.connection,
    region: row.region ?? undefined,
    functionName: row.functionName ?? undefined,
    name: row.name,
    description: row.description,
    tags: readTags(row.tags),
    payload: row.payload,
    invocationType: invocationTypeSchema.parse(row.invocationType),
    clientContext: row.clientContext ?? undefined,
    assertions: assertionsSchema.parse(JSON.parse(row.assertions)),
    createdAtMs: row.createdAt.getTime(),
    updatedAtMs: row.updatedAt.getTime(),
  };
}
