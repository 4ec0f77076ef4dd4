import "server-only";
import { z } from "zod";
import { type Change, type ChangedField, changedFieldSchema, changeSchema } from "@/lib/activity/schema";
import type { VariableValues } from "@/lib/activity/undo-plan";
import { type CallState, callStateSchema } from "@/lib/configuration/schema";
import { operatorName } from "@/lib/env";
import { pageOfRequest } from "@/lib/page-of-request";
import { database } from "./client";
import type { Change as Row } from "./generated/client";
import { openSealedValues, sealValues } from "./sealed-values";
import type { FunctionPlace } from "./test-events";

const variableValuesSchema = z.object({
  before: z.record(z.string(), z.string().nullable()),
  after: z.record(z.string(), z.string().nullable()),
});

export interface ChangeRecord extends FunctionPlace {
  id: string;
  kind: Change["kind"];
  status: Change["status"];
  fields: ChangedField[];
  revisionIdBefore?: string;
  revisionIdAfter?: string;
  error?: string;
  undoesId?: string;
  /** Who made it; undefined for changes from before this was kept. */
  changedBy?: string;
  /** Path of the page it was made from. */
  page?: string;
  /** The bulk edit that it belongs to. */
  batchId?: string;
  /** The AWS calls of a save of settings, each with what became of it. */
  calls?: CallState[];
  atMs: number;
  /** Opened only on the server; undefined when there are none or the key is another one. */
  values?: VariableValues;
}

const fieldsSchema = z.array(changedFieldSchema);
const callsSchema = z.array(callStateSchema);

/**
 * Records what is about to be done (or, again, what it has become after a fresh read), before the call. Who and page are
 * those of the present request unless they are given.
 */
export async function recordIntent(change: Omit<ChangeRecord, "status" | "error" | "revisionIdAfter" | "atMs">): Promise<void> {
  const db = await database();
  const { id, values, fields, calls, changedBy = operatorName(), page = pageOfRequest(), ...columns } = change;
  const data = {
    ...columns,
    changedBy,
    page,
    status: "intended",
    fields: JSON.stringify(fields),
    calls: calls ? JSON.stringify(calls) : null,
    sealedValues: values ? await sealValues(values, id) : null,
  };
  await db.change.upsert({ where: { id }, create: { id, ...data }, update: data });
}

/** Records how far a save has come. */
export async function recordCalls(id: string, calls: readonly CallState[]): Promise<void> {
  const db = await database();
  await db.change.update({ where: { id }, data: { calls: JSON.stringify(calls) } });
}

/** Records how it ended; `intended` with an error when that is still not known. `fields`: when only the end tells them. */
export async function recordOutcome(
  id: string,
  outcome: { status: Change["status"]; revisionIdAfter?: string; error?: string | null; fields?: ChangedField[] },
): Promise<void> {
  const db = await database();
  const { fields, ...columns } = outcome;
  await db.change.update({ where: { id }, data: { ...columns, ...(fields ? { fields: JSON.stringify(fields) } : {}) } });
}

/** Newest first. */
export async function findChanges({ connection, region, functionName }: FunctionPlace, limit: number): Promise<ChangeRecord[]> {
  const db = await database();
  const rows = await db.change.findMany({
    where: { connection, region, functionName },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  return Promise.all(rows.map(toRecord));
}

export async function findChange(connection: string, id: string): Promise<ChangeRecord | undefined> {
  const db = await database();
  const row = await db.change.findFirst({ where: { connection, id } });
  return row ? toRecord(row) : undefined;
}

/** A row with its JSON read and its sealed values opened. */
export async function toRecord(row: Row): Promise<ChangeRecord> {
  return {
    id: row.id,
    connection: row.connection,
    region: row.region,
    functionName: row.functionName,
    kind: changeSchema.shape.kind.parse(row.kind),
    status: changeSchema.shape.status.parse(row.status),
    fields: fieldsSchema.parse(JSON.parse(row.fields)),
    revisionIdBefore: row.revisionIdBefore ?? undefined,
    revisionIdAfter: row.revisionIdAfter ?? undefined,
    error: row.error ?? undefined,
    undoesId: row.undoesId ?? undefined,
    changedBy: row.changedBy ?? undefined,
    page: row.page ?? undefined,
    batchId: row.batchId ?? undefined,
    calls: row.calls === null ? undefined : callsSchema.parse(JSON.parse(row.calls)),
    atMs: row.at.getTime(),
    values: row.sealedValues === null ? undefined : await openValues(row.sealedValues, row.id),
  };
}

async function openValues(sealed: string, changeId: string): Promise<VariableValues | undefined> {
  try {
    return variableValuesSchema.parse(await openSealedValues(sealed, changeId));
  } catch {
    // The key file was replaced: the change stays readable, only its Undo is refused.
    return undefined;
  }
}
