import "server-only";
import { type EmergencyStop, emergencyStopSchema } from "@/lib/emergency-stops/schema";
import { database } from "./client";
import type { EmergencyStop as Row } from "./generated/client";
import type { FunctionPlace } from "./test-events";

export type EmergencyStopRecord = EmergencyStop & FunctionPlace;

/** Written before the call: should this process die in the middle, the way back is known. */
export async function createEmergencyStop(stop: Omit<EmergencyStopRecord, "status" | "error">): Promise<void> {
  const db = await database();
  const { restoreAtMs, stoppedAtMs, previousReserved, ...columns } = stop;
  await db.emergencyStop.create({
    data: {
      ...columns,
      previousReserved: previousReserved ?? null,
      restoreAt: restoreAtMs === undefined ? null : new Date(restoreAtMs),
      stoppedAt: new Date(stoppedAtMs),
      status: "stopping",
    },
  });
}

export async function updateEmergencyStop(id: string, update: { status: EmergencyStop["status"]; error?: string; restoredAtMs?: number }): Promise<void> {
  const db = await database();
  const { restoredAtMs, error, ...columns } = update;
  await db.emergencyStop.update({ where: { id }, data: { ...columns, error: error ?? null, ...(restoredAtMs === undefined ? {} : { restoredAt: new Date(restoredAtMs) }) } });
}

export async function findEmergencyStop(connection: string, id: string): Promise<EmergencyStopRecord | undefined> {
  const db = await database();
  const row = await db.emergencyStop.findFirst({ where: { connection, id } });
  return row ? toRecord(row) : undefined;
}

/** Those that are not over, oldest first. */
export async function findOpenEmergencyStops(connection: string, place?: Pick<FunctionPlace, "region" | "functionName">): Promise<EmergencyStopRecord[]> {
  const db = await database();
  const rows = await db.emergencyStop.findMany({
    where: { connection, status: { in: ["stopping", "stopped"] }, ...(place ? { region: place.region, functionName: place.functionName } : {}) },
    orderBy: { stoppedAt: "asc" },
  });
  return rows.map(toRecord);
}

/** Of every connection: those whose time has come. */
export async function findDueEmergencyStops(nowMs: number): Promise<EmergencyStopRecord[]> {
  const db = await database();
  const rows = await db.emergencyStop.findMany({
    where: { status: { in: ["stopping", "stopped"] }, restoreAt: { lte: new Date(nowMs) } },
    orderBy: { restoreAt: "asc" },
  });
  return rows.map(toRecord);
}

function toRecord(row: Row): EmergencyStopRecord {
  const stop = emergencyStopSchema.parse({
    id: row.id,
    region: row.region,
    functionName: row.functionName,
    previousReserved: row.previousReserved ?? undefined,
    restoreAtMs: row.restoreAt?.getTime(),
    status: row.status,
    error: row.error ?? undefined,
    startedBy: row.startedBy,
    stoppedAtMs: row.stoppedAt.getTime(),
  });
  return { ...stop, connection: row.connection };
}
