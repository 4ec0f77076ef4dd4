import "server-only";
import { type Run, type RunFilter, type RunSummary, runSchema, runSummarySchema } from "@/lib/runs/schema";
import { database } from "./client";
import { Prisma } from "./generated/client";
import type { FunctionPlace } from "./test-events";
import { isUniqueViolation } from "./unique-violation";

/** Columns that a list leaves out: a payload and a response may be 6 MB each. */
const HEAVY = { payload: true, response: true, logTail: true, costReceipt: true, clientContext: true, assertionResults: true } as const;

type Row = Prisma.RunGetPayload<Record<string, never>>;

/** What is known once the call ended, or once the log was looked at. */
export type RunCompletion = Partial<Omit<Run, "id" | "region" | "functionName" | "payload" | "startedAtMs">>;

/** Writes a run before its call. False when a run of this id is there already: then nothing may be invoked. */
export async function insertRun(connection: string, run: Run): Promise<boolean> {
  const db = await database();
  const { startedAtMs, ...columns } = run;
  try {
    await db.run.create({ data: { ...columns, ...jsonColumns(run), connection, startedAt: new Date(startedAtMs) } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Writes how the run ended, or what was found out about it since, and answers the whole run. */
export async function completeRun(id: string, completion: RunCompletion): Promise<Run> {
  const db = await database();
  return toRun(await db.run.update({ where: { id }, data: { ...completion, ...jsonColumns(completion) } }));
}

/** Members that are kept as JSON text, and the moment, which has another name in the table. */
function jsonColumns({ costReceipt, assertionResults, followUp, endedAtMs }: RunCompletion) {
  return {
    costReceipt: costReceipt && JSON.stringify(costReceipt),
    assertionResults: assertionResults && JSON.stringify(assertionResults),
    followUp: followUp && JSON.stringify(followUp),
    endedAt: endedAtMs === undefined ? undefined : new Date(endedAtMs),
    endedAtMs: undefined,
  };
}

export async function findRun(connection: string, id: string): Promise<Run | undefined> {
  const db = await database();
  const row = await db.run.findFirst({ where: { connection, id } });
  return row ? toRun(row) : undefined;
}

export type RunPlace = Partial<FunctionPlace> & { connection: string };

interface RunPage {
  /** At most this many. */
  limit: number;
  /** Id of a run: those before it in the list, and it, are left out. */
  after?: string;
}

/** Newest first, without payloads and responses; of one function, or of the connection when `place` names none. */
export async function findRuns(place: RunPlace, page: RunPage, event?: string): Promise<RunSummary[]> {
  const db = await database();
  const rows = await db.run.findMany({
    where: { connection: place.connection, region: place.region, functionName: place.functionName, testEventId: event, AND: await olderThan(page.after) },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    omit: HEAVY,
    take: page.limit,
  });
  return rows.map(toSummary);
}

/** By the key of the order, so that the thousandth page costs what the first does. */
async function olderThan(after: string | undefined): Promise<Prisma.RunWhereInput[]> {
  if (after === undefined) return [];
  const db = await database();
  const run = await db.run.findUnique({ where: { id: after }, select: { startedAt: true } });
  if (!run) return [];
  return [{ startedAt: { lte: run.startedAt } }, { OR: [{ startedAt: { lt: run.startedAt } }, { id: { lt: after } }] }];
}

export interface SearchedRuns {
  runs: RunSummary[];
  /** Id and start of the last run that was looked at; undefined when there is nothing older. */
  searchedTo?: { id: string; startedAtMs: number };
}

/** Rows that one statement looks at: a statement keeps the process busy until its end. */
const WINDOW_ROWS = 1_000;
/** Then the search stops for this time, and is taken up where it was. */
const SEARCH_BUDGET_MS = 150;
/** Larger events and responses are not searched: reading megabytes from each row would take seconds. */
export const SEARCHED_TEXT_BYTES = 65_536;

/** Newest first. Looks through a bounded number of rows at a time, so that 100,000 runs are searched without a hitch. */
export async function searchRuns(place: RunPlace, filter: RunFilter, page: RunPage): Promise<SearchedRuns> {
  const db = await database();
  const startedMs = performance.now();
  const ids: string[] = [];
  let after = page.after;
  for (;;) {
    const rows = await db.$queryRaw<WindowRow[]>(await windowOf(place, filter, after));
    const last = rows.at(-1);
    for (const { id, hit } of rows) {
      if (!hit) continue;
      ids.push(id);
      if (ids.length === page.limit) return { runs: await findSummaries(ids), searchedTo: await placeOf(id) };
    }
    if (!last || rows.length < WINDOW_ROWS) return { runs: await findSummaries(ids) };
    after = last.id;
    if (performance.now() - startedMs > SEARCH_BUDGET_MS) return { runs: await findSummaries(ids), searchedTo: await placeOf(after) };
  }
}

interface WindowRow {
  id: string;
  hit: number | bigint;
}

async function windowOf({ connection, region, functionName }: RunPlace, filter: RunFilter, after: string | undefined): Promise<Prisma.Sql> {
  const from = after === undefined ? undefined : await placeOf(after);
  const fromStart = from && new Date(from.startedAtMs);
  const conditions = [
    Prisma.sql`connection = ${connection}`,
    ...(region === undefined ? [] : [Prisma.sql`region = ${region}`]),
    ...(functionName === undefined ? [] : [Prisma.sql`functionName = ${functionName}`]),
    ...(from ? [Prisma.sql`startedAt <= ${fromStart} AND (startedAt < ${fromStart} OR id < ${from.id})`] : []),
  ];
  const hits = [
    ...(filter.outcome === undefined ? [] : [Prisma.sql`outcome = ${filter.outcome}`]),
    ...(filter.event === undefined ? [] : [Prisma.sql`testEventId = ${filter.event}`]),
    ...(filter.text === undefined ? [] : [textMatch(filter.text)]),
  ];
  return Prisma.sql`
    SELECT id, coalesce(${Prisma.join(hits, " AND ")}, 0) AS hit
    FROM (SELECT * FROM Run WHERE ${Prisma.join(conditions, " AND ")} ORDER BY startedAt DESC, id DESC LIMIT ${WINDOW_ROWS})
    ORDER BY startedAt DESC, id DESC`;
}

function textMatch(text: string): Prisma.Sql {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const short = Prisma.sql`coalesce(testEventName, '') || char(10) || coalesce(errorType, '') || char(10) || coalesce(errorMessage, '') || char(10) || coalesce(problem, '') || char(10) || coalesce(requestId, '') || char(10) || id || char(10) || coalesce(startedBy, '') || char(10) || qualifier`;
  return Prisma.sql`(
    ${short} LIKE ${like} ESCAPE '\\'
    OR CASE WHEN octet_length(payload) <= ${SEARCHED_TEXT_BYTES} THEN payload LIKE ${like} ESCAPE '\\' ELSE 0 END
    OR CASE WHEN octet_length(response) <= ${SEARCHED_TEXT_BYTES} THEN response LIKE ${like} ESCAPE '\\' ELSE 0 END)`;
}

async function placeOf(id: string): Promise<{ id: string; startedAtMs: number } | undefined> {
  const db = await database();
  const run = await db.run.findUnique({ where: { id }, select: { startedAt: true } });
  return run ? { id, startedAtMs: run.startedAt.getTime() } : undefined;
}

async function findSummaries(ids: string[]): Promise<RunSummary[]> {
  if (ids.length === 0) return [];
  const db = await database();
  const rows = await db.run.findMany({ where: { id: { in: ids } }, orderBy: [{ startedAt: "desc" }, { id: "desc" }], omit: HEAVY });
  return rows.map(toSummary);
}

/** Request ids of the function's runs that started in this time: an invocation of one of them is no other's. */
export async function findRequestIds(place: FunctionPlace, span: { startMs: number; endMs: number }): Promise<string[]> {
  const db = await database();
  const rows = await db.run.findMany({
    where: { ...place, requestId: { not: null }, startedAt: { gte: new Date(span.startMs), lte: new Date(span.endMs) } },
    select: { requestId: true },
  });
  return rows.flatMap(({ requestId }) => requestId ?? []);
}

/** Ends runs that no process waits for any more; answers them. */
export async function abandonRunningRuns(problem: string, problemHint: string): Promise<{ connection: string; id: string }[]> {
  const db = await database();
  const open = await db.run.findMany({ where: { outcome: "running" }, select: { connection: true, id: true }, orderBy: { startedAt: "desc" } });
  await db.run.updateMany({ where: { outcome: "running", id: { in: open.map(({ id }) => id) } }, data: { outcome: "unknown", problem, problemHint } });
  return open;
}

function toSummary({ startedAt, endedAt, followUp, ...row }: Omit<Row, keyof typeof HEAVY>): RunSummary {
  return runSummarySchema.parse({ ...withoutNulls(row), ...timesOf(startedAt, endedAt), followUp: parsed(followUp) });
}

function toRun({ startedAt, endedAt, costReceipt, assertionResults, followUp, ...row }: Row): Run {
  return runSchema.parse({
    ...withoutNulls(row),
    ...timesOf(startedAt, endedAt),
    costReceipt: parsed(costReceipt),
    assertionResults: parsed(assertionResults),
    followUp: parsed(followUp),
  });
}

function timesOf(startedAt: Date, endedAt: Date | null) {
  return { startedAtMs: startedAt.getTime(), ...(endedAt ? { endedAtMs: endedAt.getTime() } : {}) };
}

function parsed(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text);
}

/** The wire has no null: what is missing is left out; `streamed` is told where it is so. */
function withoutNulls(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== false));
}
