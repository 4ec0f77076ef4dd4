import "server-only";
import { type Run, type RunOutcome, type RunSummary, runOutcomeSchema, runSchema, runSummarySchema } from "@/lib/runs/schema";
import { database } from "./client";
import type { Prisma } from "./generated/client";
import type { FunctionPlace } from "./test-events";
import { isUniqueViolation } from "./unique-violation";

/** Columns that a list leaves out: a payload and a response may be 6 MB each. */
const HEAVY = { payload: true, response: true, logTail: true, costReceipt: true } as const;

type Row = Prisma.RunGetPayload<Record<string, never>>;

/** What is known once the call ended. */
export type RunCompletion = Partial<Omit<Run, "id" | "region" | "functionName" | "payload" | "startedAtMs">> & Pick<Run, "outcome">;

/** Writes a run before its call. False when a run of this id is there already: then nothing may be invoked. */
export async function insertRun(connection: string, run: Run): Promise<boolean> {
  const db = await database();
  const { startedAtMs, costReceipt: _none, ...columns } = run;
  try {
    await db.run.create({ data: { ...columns, connection, startedAt: new Date(startedAtMs) } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Writes how the run ended and answers the whole run. */
export async function completeRun(id: string, { costReceipt, ...completion }: RunCompletion): Promise<Run> {
  const db = await database();
  const data = { ...completion, ...(costReceipt ? { costReceipt: JSON.stringify(costReceipt) } : {}) };
  return toRun(await db.run.update({ where: { id }, data }));
}

export async function findRun(connection: string, id: string): Promise<Run | undefined> {
  const db = await database();
  const row = await db.run.findFirst({ where: { connection, id } });
  return row ? toRun(row) : undefined;
}

interface RunPage {
  /** At most this many. */
  limit: number;
  /** Id of the last run of the page before. */
  after?: string;
}

/** Newest first, without payloads and responses; of one function, or of the connection when `place` names none. */
export async function findRuns(place: Partial<FunctionPlace> & { connection: string }, page: RunPage): Promise<RunSummary[]> {
  const db = await database();
  const rows = await db.run.findMany({
    where: { connection: place.connection, region: place.region, functionName: place.functionName },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    omit: HEAVY,
    take: page.limit,
    ...(page.after ? { cursor: { id: page.after }, skip: 1 } : {}),
  });
  return rows.map(({ startedAt, ...row }) => runSummarySchema.parse({ ...withoutNulls(row), startedAtMs: startedAt.getTime() }));
}

export interface LastRun {
  id: string;
  outcome: RunOutcome;
  /** Rejected with a 429. */
  throttled: boolean;
  startedAtMs: number;
}

/** The newest run of each of these events from this function, by event id. One indexed read each: an event may have thousands of runs. */
export async function findLastRuns(place: FunctionPlace, testEventIds: string[]): Promise<Map<string, LastRun>> {
  const db = await database();
  const found = await Promise.all(
    testEventIds.map(async (testEventId): Promise<[string, LastRun] | undefined> => {
      const row = await db.run.findFirst({
        where: { ...place, testEventId },
        orderBy: [{ startedAt: "desc" }, { id: "desc" }],
        select: { id: true, outcome: true, throttleReason: true, startedAt: true },
      });
      if (!row) return undefined;
      const { id, outcome, throttleReason, startedAt } = row;
      return [testEventId, { id, outcome: runOutcomeSchema.parse(outcome), throttled: throttleReason !== null, startedAtMs: startedAt.getTime() }];
    }),
  );
  return new Map(found.filter((entry) => entry !== undefined));
}

/** Ends runs that no process waits for any more; answers how many. */
export async function abandonRunningRuns(problem: string, problemHint: string): Promise<number> {
  const db = await database();
  const { count } = await db.run.updateMany({ where: { outcome: "running" }, data: { outcome: "unknown", problem, problemHint } });
  return count;
}

function toRun({ startedAt, costReceipt, ...row }: Row): Run {
  return runSchema.parse({
    ...withoutNulls(row),
    startedAtMs: startedAt.getTime(),
    costReceipt: costReceipt === null ? undefined : JSON.parse(costReceipt),
  });
}

/** The wire has no null: what is missing is left out. */
function withoutNulls(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
