import "server-only";
import type { z } from "zod";
import { processState } from "@/lib/aws/process-state";
import { findLastRuns, findTags, findTestEventPage } from "@/lib/db/test-event-list";
import { findNewestContent, findVersion, findVersions, insertVersion } from "@/lib/db/test-event-versions";
import {
  contentOf,
  deleteTestEvent,
  findTestEvent,
  findTestEventByName,
  findWholeTestEvents,
  type FunctionPlace,
  insertTestEvent,
  insertTestEventsOnce,
  isTestEventNameTaken,
  type NewTestEvent,
  type TestEventRecord,
  updateTestEvent,
} from "@/lib/db/test-events";
import { operatorName } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { freeName } from "./free-name";
import { readListPlace, writeListPlace } from "./list-place";
import { SAMPLE_TEST_EVENTS } from "./sample-events";
import { type ImportResult, type importRequestSchema, PAYLOAD_MAX_BYTES, TEST_EVENT_NAME_MAX, type TestEvent, type testEventInputSchema, type TestEventList, type TestEventQuery, type TestEventUpdate, type TestEventVersion, type TestEventVersionList, testEventVersionSchema } from "./schema";

const LOCAL_CONNECTION = "local";
const SAMPLE_MARKER = "sample events of the local region";
const PAGE_SIZE = 100;
const VERSIONS_SHOWN = 200;
/** Of an event that was saved before its history was kept. */
const UNKNOWN_OPERATOR = "unknown";

type Input = z.output<typeof testEventInputSchema>;

/** One page of the private events of the function and the shared ones of its connection, by name, each with its last run from this function. Four statements. */
export async function listTestEvents(place: FunctionPlace, { search, tag, after }: TestEventQuery = {}): Promise<TestEventList> {
  if (place.connection === LOCAL_CONNECTION) await addSampleEvents();
  const [{ events, total }, tags] = await Promise.all([findTestEventPage(place, { search, tag, after: after ? readListPlace(after) : undefined, limit: PAGE_SIZE + 1 }), findTags(place)]);
  const shown = events.slice(0, PAGE_SIZE);
  const lastRuns = await findLastRuns(place, shown.map(({ id }) => id));
  const last = shown.at(-1);
  return { events: shown.map((event) => ({ ...event, lastRun: lastRuns.get(event.id) })), next: last && events.length > PAGE_SIZE ? writeListPlace(last) : undefined, total, tags };
}

/** One event. Throws `not_found`. */
export async function getTestEvent(connection: string, id: string): Promise<TestEvent> {
  return toTestEvent(await requireTestEvent(connection, id));
}

/** Whole events of the function and the shared ones, by name; of one tag, when it is named. */
export async function getTestEventSet(place: FunctionPlace, tag?: string): Promise<{ events: TestEvent[] }> {
  return { events: (await findWholeTestEvents(place, tag)).map(toTestEvent) };
}

/** Saves a new event, private to the function or shared. Throws `conflict` when the name is taken there. */
export async function createTestEvent(place: FunctionPlace, input: Input): Promise<TestEvent> {
  requireFit(input.payload);
  return oneAtATime(async () => {
    const event = newEvent(place, input);
    await requireFreeName(event);
    return toTestEvent(await insertTestEvent(event, operatorName()));
  });
}

/**
 * Changes the members that `update` names. Throws `conflict` when the name is taken, or when the event was saved by somebody
 * else after `baseUpdatedAtMs` (`details.data` is then the event as it is now).
 */
export async function saveTestEvent(connection: string, id: string, update: TestEventUpdate): Promise<TestEvent> {
  if (update.payload !== undefined) requireFit(update.payload);
  return oneAtATime(async () => {
    const present = await requireTestEvent(connection, id);
    if (present.updatedAtMs !== update.baseUpdatedAtMs) throw changedMeanwhile(present);
    const { shared: _shared, region: _region, functionName: _name, baseUpdatedAtMs: _base, clientContext = present.clientContext, ...changes } = update;
    const next: TestEventRecord = { ...present, ...changes, ...scopeOf(present, update), clientContext: clientContext || undefined };
    await requireFreeName(next);
    const saved = await saveWithHistory(present, next);
    if (!saved) throw changedMeanwhile(await requireTestEvent(connection, id));
    return toTestEvent(saved);
  });
}

/** Deletes an event with its history; its runs stay, with its name. Throws `not_found`. */
export async function removeTestEvent(connection: string, id: string): Promise<void> {
  if (!(await deleteTestEvent(connection, id))) throw noSuchEvent();
}

/** Every save of an event, newest first; the first is the event as it is. */
export async function listVersions(connection: string, id: string): Promise<TestEventVersionList> {
  await requireTestEvent(connection, id);
  const versions = await findVersions(id, VERSIONS_SHOWN + 1);
  return { versions: versions.slice(0, VERSIONS_SHOWN), more: versions.length > VERSIONS_SHOWN };
}

/** What an event was after one save. */
export async function getVersion(connection: string, id: string, versionId: string): Promise<TestEventVersion> {
  await requireTestEvent(connection, id);
  const version = await findVersion(id, versionId);
  if (!version) throw new AppError("not_found", "There is no such entry in the history of this event.");
  return testEventVersionSchema.parse({ ...version, content: JSON.parse(version.content) });
}

/** Saves many events; one whose name is taken is saved over the one there (which keeps its history), left out or renamed. */
export async function importTestEvents(place: FunctionPlace, { events, onConflict }: z.output<typeof importRequestSchema>): Promise<ImportResult> {
  for (const { payload } of events) requireFit(payload);
  const result: ImportResult = { created: 0, replaced: 0, unchanged: 0, skipped: 0 };
  const written: string[] = [];
  await oneAtATime(async () => {
    for (const input of events) {
      const event = newEvent(place, input);
      const present = await findTestEventByName(event);
      if (present && isSameContent(present, event)) result.unchanged += 1;
      else if (present && onConflict === "skip") result.skipped += 1;
      else if (present && onConflict === "replace") {
        await saveWithHistory(present, { ...present, ...event });
        written.push(present.id);
        result.replaced += 1;
      } else {
        const name = present ? await freeName(event.name, TEST_EVENT_NAME_MAX, (name) => isTestEventNameTaken({ ...event, name })) : event.name;
        written.push((await insertTestEvent({ ...event, name }, operatorName())).id);
        result.created += 1;
      }
    }
  });
  return { ...result, eventId: written.length === 1 ? written[0] : undefined };
}

/** The ids of assertions tell them apart in an editor; a file has none. */
function isSameContent(a: NewTestEvent, b: NewTestEvent): boolean {
  const [one, other] = [a, b].map((event) => contentOf({ ...event, assertions: event.assertions.map((assertion) => ({ ...assertion, id: "" })) }));
  return one === other;
}

/** Writes the event and its history. What was there goes into the history first when it is not yet: it can always be restored. */
async function saveWithHistory(present: TestEventRecord, next: TestEventRecord): Promise<TestEventRecord | undefined> {
  const before = contentOf(present);
  if ((await findNewestContent(present.id)) !== before) {
    await insertVersion({ testEventId: present.id, content: before, savedBy: UNKNOWN_OPERATOR, savedAtMs: present.updatedAtMs });
  }
  const saved = await updateTestEvent(next, present.updatedAtMs, Date.now());
  const after = contentOf(next);
  if (saved && after !== before) await insertVersion({ testEventId: present.id, content: after, savedBy: operatorName(), savedAtMs: saved.updatedAtMs });
  return saved;
}

function newEvent({ connection, region, functionName }: FunctionPlace, { shared, clientContext, ...input }: Input): NewTestEvent {
  return { ...input, connection, clientContext: clientContext || undefined, ...(shared ? {} : { region, functionName }) };
}

type Scope = Pick<TestEventRecord, "region" | "functionName">;

function scopeOf(present: TestEventRecord, { shared, region, functionName }: TestEventUpdate): Scope {
  if (shared === true) return { region: undefined, functionName: undefined };
  if (shared === undefined || present.functionName !== undefined) return { region: present.region, functionName: present.functionName };
  if (region && functionName) return { region, functionName };
  throw new AppError("bad_request", "Say to which function the event shall belong.", { data: { field: "functionName" } });
}

async function requireTestEvent(connection: string, id: string): Promise<TestEventRecord> {
  const record = await findTestEvent(connection, id);
  if (!record) throw noSuchEvent();
  return record;
}

function noSuchEvent(): AppError {
  return new AppError("not_found", "There is no such test event.", { hint: "It may have been deleted in another window." });
}

function changedMeanwhile(present: TestEventRecord): AppError {
  return new AppError("conflict", `“${present.name}” was saved in another window meanwhile.`, {
    hint: "Compare with what is there now, then save again.",
    data: toTestEvent(present),
  });
}

async function requireFreeName(event: Parameters<typeof isTestEventNameTaken>[0]): Promise<void> {
  if (!(await isTestEventNameTaken(event))) return;
  const where = event.functionName === undefined ? "among the shared events" : `at ${event.functionName}`;
  throw new AppError("conflict", `There is already an event named “${event.name}” ${where}.`, { data: { field: "name" } });
}

function requireFit(payload: string): void {
  const sizeBytes = Buffer.byteLength(payload);
  if (sizeBytes <= PAYLOAD_MAX_BYTES) return;
  const limit = PAYLOAD_MAX_BYTES.toLocaleString("en");
  throw new AppError("payload_too_large", `The event is ${sizeBytes.toLocaleString("en")} bytes; Lambda takes at most ${limit}.`);
}

/** Names are unique by looking first: writers wait for each other, so that two equal ones cannot both look before either writes. */
function oneAtATime<T>(write: () => Promise<T>): Promise<T> {
  const queue = processState("test event writes", () => ({ last: Promise.resolve() as Promise<unknown> }));
  const result = queue.last.then(write);
  queue.last = result.catch(() => undefined);
  return result;
}

async function addSampleEvents(): Promise<void> {
  const once = processState("sample test events", (): { added?: Promise<void> } => ({}));
  const events = SAMPLE_TEST_EVENTS.map(({ payload, ...event }) => ({
    description: "",
    tags: [],
    assertions: [],
    invocationType: "RequestResponse" as const,
    ...event,
    connection: LOCAL_CONNECTION,
    payload: JSON.stringify(payload, null, 2),
  }));
  once.added ??= insertTestEventsOnce(SAMPLE_MARKER, events).catch((error: unknown) => {
    once.added = undefined;
    throw error;
  });
  return once.added;
}

function toTestEvent({ connection: _connection, ...record }: TestEventRecord): TestEvent {
  return { ...record, clientContext: record.clientContext ?? "", shared: record.functionName === undefined };
}
