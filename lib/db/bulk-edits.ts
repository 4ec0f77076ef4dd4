import "server-only";
import { z } from "zod";
import { type BulkChange, bulkChangeSchema, bulkItemSchema, type Place } from "@/lib/bulk-edits/schema";
import { database } from "./client";
import { openSealedValues, sealValues } from "./sealed-values";

/** What an edit does: a change, or taking another edit back. */
export type BulkTask = { kind: "change"; change: BulkChange } | { kind: "undo"; of: string };

const taskSchema = z.discriminatedUnion("kind", [z.object({ kind: z.literal("change"), change: bulkChangeSchema }), z.object({ kind: z.literal("undo"), of: z.string() })]);

export type BulkItem = z.infer<typeof bulkItemSchema>;

export interface BulkEditRecord {
  id: string;
  connection: string;
  /** undefined when the key that sealed it is another one: it can be looked at, not continued. */
  task?: BulkTask;
  words: string;
  startedBy: string;
  startedAtMs: number;
  items: BulkItem[];
}

const editSchema = z.object({ words: z.string(), sealed: z.string() });

/** Writes the edit with all its functions waiting. The task is sealed: it may hold a variable's value. False when the id exists. */
export async function createBulkEdit(edit: { id: string; connection: string; task: BulkTask; words: string; startedBy: string; functions: readonly (Place & { changeId?: string })[] }): Promise<boolean> {
  const db = await database();
  const { id, connection, task, words, startedBy, functions } = edit;
  if (await db.bulkEdit.findUnique({ where: { id } })) return false;
  const items = functions.map(({ region, name, changeId }) => ({ region, functionName: name, status: "waiting", changeId: changeId ?? null }));
  await db.bulkEdit.create({ data: { id, connection, edit: JSON.stringify({ words, sealed: await sealValues(task, id) }), startedBy, items: { create: items } } });
  return true;
}

export async function findBulkEdit(connection: string, id: string): Promise<BulkEditRecord | undefined> {
  const db = await database();
  const row = await db.bulkEdit.findFirst({ where: { connection, id }, include: { items: { orderBy: [{ functionName: "asc" }, { region: "asc" }] } } });
  if (!row) return undefined;
  const { words, sealed } = editSchema.parse(JSON.parse(row.edit));
  const task = await openSealedValues(sealed, id).then(
    (value) => taskSchema.parse(value),
    () => undefined,
  );
  const items = row.items.map(({ region, functionName, status, changeId, error }) => bulkItemSchema.parse({ region, name: functionName, status, changeId: changeId ?? undefined, error: error ?? undefined }));
  return { id, connection, task, words, startedBy: row.startedBy, startedAtMs: row.startedAt.getTime(), items };
}

export async function updateBulkItem(bulkEditId: string, { region, name }: Place, update: { status: BulkItem["status"]; changeId?: string; error?: string }): Promise<void> {
  const db = await database();
  const { error, changeId, status } = update;
  await db.bulkEditItem.update({
    where: { bulkEditId_region_functionName: { bulkEditId, region, functionName: name } },
    data: { status, error: error ?? null, ...(changeId === undefined ? {} : { changeId }) },
  });
}

/** Gives every function that has one of the statuses another one. */
export async function moveBulkItems(bulkEditId: string, from: readonly BulkItem["status"][], to: BulkItem["status"]): Promise<number> {
  const db = await database();
  const { count } = await db.bulkEditItem.updateMany({ where: { bulkEditId, status: { in: [...from] } }, data: { status: to } });
  return count;
}
