import "server-only";
import { processState } from "@/lib/aws/process-state";
import { findLastRuns, type LastRun } from "@/lib/db/runs";
import {
  deleteTestEvent,
  findTestEvent,
  findTestEvents,
  type FunctionPlace,
  insertTestEvent,
  insertTestEventsOnce,
  isTestEventNameTaken,
  type TestEventRecord,
  updateTestEvent,
} from "@/lib/db/test-events";
import { AppError } from "@/lib/errors";
import { SAMPLE_TEST_EVENTS } from "./sample-events";
import { PAYLOAD_MAX_BYTES, type TestEvent, type TestEventInput, type TestEventList, type TestEventUpdate } from "./schema";

const LOCAL_CONNECTION = "local";
const SAMPLE_MARKER = "sample events of the local region";

/** Private events of the function and shared ones of its connection, by name, each with its last run from this function. */
export async function listTestEvents(place: FunctionPlace): Promise<TestEventList> {
  if (place.connection === LOCAL_CONNECTION) await addSampleEvents();
  const records = await findTestEvents(place);
  const lastRuns = await findLastRuns(place, records.map(({ id }) => id));
  return { events: records.map((record) => toTestEvent(record, lastRuns.get(record.id))) };
}

/** One event. Throws `not_found`. */
export async function getTestEvent(connection: string, id: string): Promise<TestEvent> {
  return toTestEvent(await requireTestEvent(connection, id));
}

/** Saves a new event, private to the function or shared. Throws `conflict` when the name is taken there. */
export async function createTestEvent(place: FunctionPlace, input: TestEventInput): Promise<TestEvent> {
  requireFit(input.payload);
  return oneAtATime(async () => {
    const event = {
      connection: place.connection,
      name: input.name,
      payload: input.payload,
      ...(input.shared ? {} : { region: place.region, functionName: place.functionName }),
    };
    await requireFreeName(event);
    return toTestEvent(await insertTestEvent(event));
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
    const { name = present.name, payload = present.payload } = update;
    const next = { ...present, ...scopeOf(present, update), name, payload };
    await requireFreeName(next);
    const saved = await updateTestEvent(next, update.baseUpdatedAtMs, Date.now());
    if (!saved) throw changedMeanwhile(await requireTestEvent(connection, id));
    return toTestEvent(saved);
  });
}

/** Deletes an event; its runs stay, with its name. Throws `not_found`. */
export async function removeTestEvent(connection: string, id: string): Promise<void> {
  if (!(await deleteTestEvent(connection, id))) throw noSuchEvent();
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

function toTestEvent({ connection: _connection, ...record }: TestEventRecord, lastRun?: LastRun): TestEvent {
  return { ...record, shared: record.functionName === undefined, lastRun };
}
