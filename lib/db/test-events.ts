import "server-only";
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
  payload: string;
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

/** Private events of the function and shared ones of the connection, by name. */
export async function findTestEvents({ connection, region, functionName }: FunctionPlace): Promise<TestEventRecord[]> {
  const db = await database();
  const rows = await db.testEvent.findMany({
    where: {
      connection,
      OR: [
        { region, functionName },
        { region: null, functionName: null },
      ],
    },
    orderBy: [{ name: "asc" }, { createdAt: "asc" }],
  });
  return rows.map(toRecord);
}

export async function findTestEvent(connection: string, id: string): Promise<TestEventRecord | undefined> {
  const db = await database();
  const row = await db.testEvent.findFirst({ where: { connection, id } });
  return row ? toRecord(row) : undefined;
}

/** True when another event (not `id`) of the same scope has this name. */
export async function isTestEventNameTaken({
  connection,
  region,
  functionName,
  name,
  id,
}: Pick<TestEventRecord, "connection" | "region" | "functionName" | "name"> & { id?: string }): Promise<boolean> {
  const db = await database();
  const others = await db.testEvent.count({
    where: { connection, region: region ?? null, functionName: functionName ?? null, name, ...(id ? { NOT: { id } } : {}) },
  });
  return others > 0;
}

export async function insertTestEvent(event: NewTestEvent): Promise<TestEventRecord> {
  const db = await database();
  return toRecord(await db.testEvent.create({ data: event }));
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
  try {
    await db.testEvent.createMany({ data: [{ id: marker, connection: MARKER_CONNECTION, name: marker, payload: "" }, ...events] });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

/**
 * Writes the event if it still is the one of `baseUpdatedAtMs`; undefined when another write came first. One statement, so
 * two writers with the same base cannot both win.
 */
export async function updateTestEvent(
  event: TestEventRecord,
  baseUpdatedAtMs: number,
  nowMs: number,
): Promise<TestEventRecord | undefined> {
  const db = await database();
  const updatedAtMs = Math.max(nowMs, baseUpdatedAtMs + 1);
  const { count } = await db.testEvent.updateMany({
    where: { id: event.id, connection: event.connection, updatedAt: new Date(baseUpdatedAtMs) },
    data: {
      name: event.name,
      payload: event.payload,
      region: event.region ?? null,
      functionName: event.functionName ?? null,
      updatedAt: new Date(updatedAtMs),
    },
  });
  return count === 1 ? { ...event, updatedAtMs } : undefined;
}

/** Runs made with it keep its name. False when there was none. */
export async function deleteTestEvent(connection: string, id: string): Promise<boolean> {
  const db = await database();
  const { count } = await db.testEvent.deleteMany({ where: { connection, id } });
  return count > 0;
}

function toRecord(row: Row): TestEventRecord {
  return {
    id: row.id,
    connection: row.connection,
    region: row.region ?? undefined,
    functionName: row.functionName ?? undefined,
    name: row.name,
    payload: row.payload,
    createdAtMs: row.createdAt.getTime(),
    updatedAtMs: row.updatedAt.getTime(),
  };
}
