import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { insertRun } from "@/lib/db/runs";
import { useScratchDatabase } from "@/lib/db/testing";
import { SAMPLE_TEST_EVENTS } from "./sample-events";
import { testEventInputSchema, type TestEventInput } from "./schema";
import { createTestEvent as createChecked, getTestEvent, getVersion, importTestEvents, listTestEvents, listVersions, removeTestEvent, saveTestEvent } from "./service";

const PLACE = { connection: "aws", region: "us-east-1", functionName: "place-order" };
const OTHER = { ...PLACE, functionName: "checkout" };

const createTestEvent = (place: typeof PLACE, input: TestEventInput) => createChecked(place, testEventInputSchema.parse(input));

let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
beforeAll(async () => {
  scratch = await useScratchDatabase();
});
afterAll(() => scratch.close());
beforeEach(async () => {
  await (await database()).testEvent.deleteMany({ where: { connection: "aws" } });
});

const names = async (place: typeof PLACE) => (await listTestEvents(place)).events.map(({ name }) => name);

test("a private event shows at its function, a shared one at each", async () => {
  const mine = await createTestEvent(PLACE, { name: "mine", payload: '{ "a": 1 }', shared: false });
  await createTestEvent(PLACE, { name: "ours", payload: "{}", shared: true });
  expect(mine).toMatchObject({ payload: '{ "a": 1 }', shared: false, region: "us-east-1", functionName: "place-order" });
  expect(await names(PLACE)).toEqual(["mine", "ours"]);
  expect(await names(OTHER)).toEqual(["ours"]);
  expect(await names({ ...PLACE, region: "eu-west-1" })).toEqual(["ours"]);
  expect(await names({ ...PLACE, connection: "other" })).toEqual([]);
});

test("a name is free once per scope", async () => {
  await createTestEvent(PLACE, { name: "one", payload: "{}", shared: false });
  await createTestEvent(OTHER, { name: "one", payload: "{}", shared: false });
  await createTestEvent(PLACE, { name: "one", payload: "{}", shared: true });
  await expect(createTestEvent(PLACE, { name: "one", payload: "{}", shared: false })).rejects.toMatchObject({
    code: "conflict",
    message: "There is already an event named “one” at place-order.",
  });
  await expect(createTestEvent(OTHER, { name: "one", payload: "{}", shared: true })).rejects.toThrow(/among the shared events/);
});

test("of many that save the same new name at once, one wins", async () => {
  const attempts = Array.from({ length: 8 }, () => createTestEvent(PLACE, { name: "race", payload: "{}", shared: false }));
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await names(PLACE)).toEqual(["race"]);
});

test("renaming keeps the payload; sharing and unsharing move it", async () => {
  const event = await createTestEvent(PLACE, { name: "old", payload: "[1]", shared: false });
  const renamed = await saveTestEvent("aws", event.id, { name: "new", baseUpdatedAtMs: event.updatedAtMs });
  expect(renamed).toMatchObject({ name: "new", payload: "[1]", shared: false });
  const shared = await saveTestEvent("aws", event.id, { shared: true, baseUpdatedAtMs: renamed.updatedAtMs });
  expect(shared).toMatchObject({ shared: true, region: undefined, functionName: undefined });
  const back = await saveTestEvent("aws", event.id, {
    shared: false,
    baseUpdatedAtMs: shared.updatedAtMs,
    region: OTHER.region,
    functionName: OTHER.functionName,
  });
  expect(back).toMatchObject({ shared: false, functionName: "checkout" });
  expect(await getTestEvent("aws", event.id)).toEqual(back);
});

test("of two saves from the same base the second is refused and gets what is there", async () => {
  const event = await createTestEvent(PLACE, { name: "event", payload: "1", shared: false });
  const saves = ["2", "3"].map((payload) => saveTestEvent("aws", event.id, { payload, baseUpdatedAtMs: event.updatedAtMs }));
  const [first, second] = await Promise.allSettled(saves);
  expect(first).toMatchObject({ status: "fulfilled", value: { payload: "2" } });
  expect(second).toMatchObject({ status: "rejected", reason: { code: "conflict", details: { data: { payload: "2" } } } });
  expect((await getTestEvent("aws", event.id)).payload).toBe("2");
});

test("deleting an event keeps its runs, and the last run shows while it is there", async () => {
  const event = await createTestEvent(PLACE, { name: "event", payload: "{}", shared: true });
  const run = {
    id: "4c9b1f5e-6d0a-4c8e-9f39-0d7a1c2b3e4f",
    region: PLACE.region,
    functionName: PLACE.functionName,
    qualifier: "$LATEST",
    invocationType: "RequestResponse",
    testEventId: event.id,
    testEventName: event.name,
    payload: "{}",
    outcome: "success",
    startedAtMs: 5,
  } as const;
  await insertRun("aws", run);
  expect((await listTestEvents(PLACE)).events[0]?.lastRun).toEqual({ id: run.id, outcome: "success", throttled: false, startedAtMs: 5 });
  expect((await listTestEvents(OTHER)).events[0]?.lastRun).toBeUndefined();
  await removeTestEvent("aws", event.id);
  const kept = await (await database()).run.findUnique({ where: { id: run.id } });
  expect(kept).toMatchObject({ testEventId: null, testEventName: "event" });
  await expect(removeTestEvent("aws", event.id)).rejects.toMatchObject({ code: "not_found" });
});

test("a payload above Lambda's limit is not kept", async () => {
  const payload = `"${"€".repeat(2_100_000)}"`;
  await expect(createTestEvent(PLACE, { name: "big", payload, shared: false })).rejects.toMatchObject({ code: "payload_too_large" });
});

test("the sample shop's events are there once, and deleted ones stay away after a restart", async () => {
  const place = { connection: "local", region: "us-east-1", functionName: "checkout" };
  const [first, second] = await Promise.all([listTestEvents(place), listTestEvents(place)]);
  expect(second).toEqual(first);
  expect(first.events.map(({ name }) => name)).toEqual(["card payment"]);
  const db = await database();
  expect(await db.testEvent.count({ where: { connection: "local" } })).toBe(SAMPLE_TEST_EVENTS.length);
  await removeTestEvent("local", first.events[0]!.id);
  (globalThis as { warmstartState?: Map<string, unknown> }).warmstartState?.clear();
  expect((await listTestEvents(place)).events).toEqual([]);
});

const CHECK = { id: "1", kind: "response", path: "$.statusCode", operator: "equals", expected: "200" } as const;

test("each save is kept with who and when, and can be brought back", async () => {
  const first = await createTestEvent(PLACE, { name: "event", payload: "1", shared: false, tags: ["a"] });
  const second = await saveTestEvent("aws", first.id, { payload: "2", assertions: [CHECK], tags: [], baseUpdatedAtMs: first.updatedAtMs });
  const third = await saveTestEvent("aws", first.id, { description: "why", clientContext: "{}", invocationType: "Event", baseUpdatedAtMs: second.updatedAtMs });
  await saveTestEvent("aws", first.id, { description: "why", baseUpdatedAtMs: third.updatedAtMs });
  const { versions, more } = await listVersions("aws", first.id);
  expect(more).toBe(false);
  expect(versions).toHaveLength(3);
  expect(versions.every(({ savedBy, savedAtMs }) => savedBy.length > 0 && savedAtMs > 0)).toBe(true);
  const contents = await Promise.all(versions.map(({ id }) => getVersion("aws", first.id, id)));
  expect(contents.map(({ content }) => [content.payload, content.tags, content.assertions.length, content.description, content.clientContext])).toEqual([
    ["2", [], 1, "why", "{}"],
    ["2", [], 1, "", ""],
    ["1", ["a"], 0, "", ""],
  ]);
  const now = await getTestEvent("aws", first.id);
  const restored = await saveTestEvent("aws", first.id, { ...contents[2]!.content, baseUpdatedAtMs: now.updatedAtMs });
  expect(restored).toMatchObject({ payload: "1", tags: ["a"], assertions: [], description: "", clientContext: "", invocationType: "RequestResponse" });
  expect((await listVersions("aws", first.id)).versions).toHaveLength(4);
  await removeTestEvent("aws", first.id);
  await expect(listVersions("aws", first.id)).rejects.toMatchObject({ code: "not_found" });
  expect(await (await database()).testEventVersion.count({ where: { testEventId: first.id } })).toBe(0);
});

test("an event from before its history was kept can be brought back too", async () => {
  const event = await createTestEvent(PLACE, { name: "old", payload: "old", shared: false });
  await (await database()).testEventVersion.deleteMany({ where: { testEventId: event.id } });
  await saveTestEvent("aws", event.id, { payload: "new", baseUpdatedAtMs: event.updatedAtMs });
  const { versions } = await listVersions("aws", event.id);
  expect(versions.map(({ savedBy }) => savedBy === "unknown")).toEqual([false, true]);
  expect((await getVersion("aws", event.id, versions[1]!.id)).content.payload).toBe("old");
});

test("an import makes, replaces with history, renames, leaves out, and does nothing twice", async () => {
  const set = [
    { name: "one", payload: "1", shared: false, assertions: [CHECK] },
    { name: "two", payload: "2", shared: true, tags: ["x"] },
  ].map((event) => testEventInputSchema.parse(event));
  expect(await importTestEvents(PLACE, { events: set, onConflict: "replace" })).toMatchObject({ created: 2, replaced: 0, unchanged: 0, skipped: 0, eventId: undefined });
  const again = set.map((event) => ({ ...event, assertions: event.assertions.map((assertion) => ({ ...assertion, id: "other" })) }));
  expect(await importTestEvents(PLACE, { events: again, onConflict: "replace" })).toMatchObject({ created: 0, replaced: 0, unchanged: 2 });
  const changed = [{ ...set[0]!, payload: "11" }];
  expect(await importTestEvents(PLACE, { events: changed, onConflict: "skip" })).toMatchObject({ skipped: 1 });
  const { eventId } = await importTestEvents(PLACE, { events: changed, onConflict: "replace" });
  expect((await getTestEvent("aws", eventId!)).payload).toBe("11");
  expect((await listVersions("aws", eventId!)).versions).toHaveLength(2);
  await importTestEvents(PLACE, { events: set.slice(0, 1), onConflict: "rename" });
  await importTestEvents(PLACE, { events: set.slice(0, 1), onConflict: "rename" });
  expect(await names(PLACE)).toEqual(["one", "one 2", "one 3", "two"]);
  expect(await names(OTHER)).toEqual(["two"]);
});
