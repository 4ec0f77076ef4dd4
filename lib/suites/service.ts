import "server-only";
import { findGradedRuns, findSuiteRuns } from "@/lib/db/suite-runs";
import { deleteSuite, type EventHead, findEventHeads, findSuite, findSuites, insertSuite, searchEvents, type SuiteRecord, updateSuite } from "@/lib/db/suites";
import { requireConnection } from "@/lib/connections/service";
import { AppError } from "@/lib/errors";
import { listFunctions } from "@/lib/functions/service";
import { settleInterrupted } from "@/lib/suite-runs/service";
import { invocationTypeSchema } from "@/lib/runs/schema";
import type { z } from "zod";
import { type FlakyMark, findFlaky } from "./flaky";
import { FLAKY_WINDOW, type Suite, type SuiteEvent, type SuiteItem, type suiteInputSchema, type SuiteSummary, type suiteUpdateSchema } from "./schema";

const EVENTS_SHOWN = 100;
/** Graded runs of other versions may lie between those of one. */
const HISTORY_READ = FLAKY_WINDOW * 5;

/** Every suite of the connection by name, with its last run and how many of its events are flaky. */
export async function listSuites(connection: string): Promise<{ suites: SuiteSummary[] }> {
  await requireConnection(connection);
  await settleInterrupted();
  const records = await findSuites(connection);
  const changedAt = await lastChanges(connection, records.flatMap(({ items }) => items));
  const suites = records.map(async (record): Promise<SuiteSummary> => {
    const { id, name, description, concurrency, updatedAtMs, items } = record;
    const [[lastRun], heads] = await Promise.all([findSuiteRuns(id, 1), findEventHeads(connection, items.map(({ testEventId }) => testEventId))]);
    const marks = await Promise.all(items.map((item) => flakyMark(connection, item, heads.get(item.testEventId), changedAt)));
    const flakyCount = marks.filter((mark) => mark !== undefined).length;
    const functionCount = new Set(items.map(({ region, functionName }) => `${region} ${functionName}`)).size;
    return { id, name, description, concurrency, updatedAtMs, lastRun, itemCount: items.length, flakyCount, functionCount };
  });
  return { suites: await Promise.all(suites) };
}

/** One suite with its events as they are today. Throws `not_found`. */
export async function getSuite(connection: string, id: string): Promise<Suite> {
  await settleInterrupted();
  return toSuite(await requireSuite(connection, id));
}

/** Makes an empty suite. Throws `conflict` when the name is taken. */
export async function createSuite(connection: string, input: z.output<typeof suiteInputSchema>): Promise<Suite> {
  await requireConnection(connection);
  const record = await insertSuite({ connection, ...input });
  if (!record) throw nameTaken(input.name);
  return toSuite(record);
}

/** Changes what `update` names. Throws `conflict` when the name is taken or someone saved it after `baseUpdatedAtMs`. */
export async function saveSuite(connection: string, id: string, update: z.output<typeof suiteUpdateSchema>): Promise<Suite> {
  const present = await requireSuite(connection, id);
  const { baseUpdatedAtMs, name = present.name, description = present.description, items = present.items, concurrency = present.concurrency } = update;
  const next = { ...present, name, description, items, concurrency, updatedAtMs: Math.max(Date.now(), baseUpdatedAtMs + 1) };
  const written = await updateSuite(next, baseUpdatedAtMs);
  if (written === "taken") throw nameTaken(name);
  if (written === "saved") return toSuite(next);
  const hint = "Look at what is there now, then change it again.";
  throw new AppError("conflict", `“${present.name}” was saved in another window meanwhile.`, { hint });
}

/** Deletes the suite and the list of its runs; each run of an event stays in its function's history. */
export async function removeSuite(connection: string, id: string): Promise<void> {
  if (!(await deleteSuite(connection, id))) throw noSuchSuite();
}

/** Events of all functions that contain the text, at most a hundred. */
export async function findSuiteEvents(connection: string, search: string): Promise<{ events: SuiteEvent[]; more: boolean }> {
  await requireConnection(connection);
  const found = await searchEvents(connection, search, EVENTS_SHOWN + 1);
  return { events: found.slice(0, EVENTS_SHOWN), more: found.length > EVENTS_SHOWN };
}

async function requireSuite(connection: string, id: string): Promise<SuiteRecord> {
  const record = await findSuite(connection, id);
  if (!record) throw noSuchSuite();
  return record;
}

function noSuchSuite(): AppError {
  return new AppError("not_found", "There is no such suite.", { hint: "It may have been deleted in another window." });
}

function nameTaken(name: string): AppError {
  return new AppError("conflict", `There is already a suite named “${name}”.`, { data: { field: "name" } });
}

async function toSuite(record: SuiteRecord): Promise<Suite> {
  const { id, connection, name, description, concurrency, updatedAtMs, items } = record;
  const [heads, changedAt, [lastRun]] = await Promise.all([
    findEventHeads(connection, items.map(({ testEventId }) => testEventId)),
    lastChanges(connection, items),
    findSuiteRuns(id, 1),
  ]);
  const views = items.map(async (item) => {
    const head = heads.get(item.testEventId);
    return {
      ...item,
      eventName: head?.name,
      assertionCount: head?.assertionCount ?? 0,
      invocationType: head && invocationTypeSchema.parse(head.invocationType),
      flaky: await flakyMark(connection, item, head, changedAt),
    };
  });
  return { id, name, description, concurrency, updatedAtMs, lastRun, items: await Promise.all(views) };
}

/** When each function last changed, by `region name`; one that cannot be read is left out. */
async function lastChanges(connection: string, items: readonly SuiteItem[]): Promise<Map<string, number>> {
  const regions = [...new Set(items.map(({ region }) => region))];
  if (regions.length === 0) return new Map();
  const { functions } = await listFunctions(connection, regions);
  return new Map(functions.map(({ region, name, lastModifiedMs }) => [`${region} ${name}`, lastModifiedMs]));
}

async function flakyMark(connection: string, { region, functionName, testEventId }: SuiteItem, head: EventHead | undefined, changedAt: ReadonlyMap<string, number>): Promise<FlakyMark | undefined> {
  if (!head || head.assertionCount === 0) return undefined;
  const history = await findGradedRuns({ connection, region, functionName, testEventId }, HISTORY_READ);
  const unpublished = history[0]?.version === "$LATEST" ? (changedAt.get(`${region} ${functionName}`) ?? 0) : 0;
  return findFlaky(history, { window: FLAKY_WINDOW, sinceMs: Math.max(head.updatedAtMs, unpublished) });
}
