import "server-only";
import type { ActivityQuery, ChangeKind, changeStatusSchema } from "@/lib/activity/schema";
import type { z } from "zod";
import { type ChangeRecord, toRecord } from "./changes";
import { database } from "./client";
import type { Prisma } from "./generated/client";

export interface ChangeFilter {
  functions?: ActivityQuery["function"];
  kinds?: readonly ChangeKind[];
  people?: readonly string[];
  statuses?: readonly z.infer<typeof changeStatusSchema>[];
  /** In small letters; each must occur somewhere in the row. A first sieve: the rows that it lets through are looked at again. */
  words?: readonly string[];
  fromMs?: number;
  untilMs?: number;
  batchId?: string;
}

/** Where a page ends: the next one starts behind it. */
export interface ChangePosition {
  atMs: number;
  id: string;
}

/** Newest first, at most `limit`, behind `after`. */
export async function searchChanges(connection: string, filter: ChangeFilter, { after, limit }: { after?: ChangePosition; limit: number }): Promise<ChangeRecord[]> {
  const db = await database();
  const behind = after && { OR: [{ at: { lt: new Date(after.atMs) } }, { at: new Date(after.atMs), id: { lt: after.id } }] };
  const rows = await db.change.findMany({
    where: { AND: [whereOf(connection, filter), ...(behind ? [behind] : [])] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  // Their sealed values are not opened: a list shows none.
  return Promise.all(rows.map((row) => toRecord({ ...row, sealedValues: null })));
}

function whereOf(connection: string, filter: ChangeFilter): Prisma.ChangeWhereInput {
  const { functions, kinds, people, statuses, words, fromMs, untilMs, batchId } = filter;
  const places = functions?.map((place) => {
    const [region = "", functionName = ""] = place.split("/");
    return { region, functionName };
  });
  return {
    connection,
    ...(kinds ? { kind: { in: [...kinds] } } : {}),
    ...(people ? { changedBy: { in: [...people] } } : {}),
    ...(statuses ? { status: { in: [...statuses] } } : {}),
    ...(batchId ? { batchId } : {}),
    ...(fromMs !== undefined || untilMs !== undefined ? { at: { ...(fromMs === undefined ? {} : { gte: new Date(fromMs) }), ...(untilMs === undefined ? {} : { lte: new Date(untilMs) }) } } : {}),
    AND: [...(places ? [{ OR: places }] : []), ...(words ?? []).map((word) => ({ OR: wherever(word) }))],
  };
}

/** SQLite's LIKE ignores the case of ASCII letters, which is why the last word is the reader's. */
function wherever(word: string): Prisma.ChangeWhereInput[] {
  if (/[^\x20-\x7e]|["\\]/.test(word)) return [{}];
  const contains = { contains: word };
  // `log_retention` is read as “log retention”.
  return [{ functionName: contains }, { region: contains }, { kind: contains }, { changedBy: contains }, { page: contains }, { error: contains }, { fields: contains }];
}

/** What can be filtered by, with the number of changes of each. */
export async function countChanges(connection: string): Promise<{ functions: Counted[]; kinds: Counted[]; people: Counted[] }> {
  const db = await database();
  const where = { connection };
  const [functions, kinds, people] = await Promise.all([
    db.change.groupBy({ by: ["region", "functionName"], where, _count: true, orderBy: [{ functionName: "asc" }, { region: "asc" }] }),
    db.change.groupBy({ by: ["kind"], where, _count: true }),
    db.change.groupBy({ by: ["changedBy"], where, _count: true }),
  ]);
  return {
    functions: functions.map(({ region, functionName, _count }) => ({ value: `${region}/${functionName}`, count: _count })),
    kinds: kinds.map(({ kind, _count }) => ({ value: kind, count: _count })),
    people: people.flatMap(({ changedBy, _count }) => (changedBy === null ? [] : [{ value: changedBy, count: _count }])),
  };
}

interface Counted {
  value: string;
  count: number;
}

/** Undos of these changes, and the undos of those, and so on: they say together what is taken back. */
export async function findUndosOf(ids: readonly string[]): Promise<ChangeRecord[]> {
  const db = await database();
  const found = new Map<string, ChangeRecord>();
  let asked = [...ids];
  while (asked.length > 0) {
    const rows = await db.change.findMany({ where: { undoesId: { in: asked } } });
    const fresh = rows.filter(({ id }) => !found.has(id));
    for (const row of fresh) found.set(row.id, await toRecord({ ...row, sealedValues: null }));
    asked = fresh.map(({ id }) => id);
  }
  return [...found.values()];
}
