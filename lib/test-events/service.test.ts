import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { insertRun } from "@/lib/db/runs";
import { useScratchDatabase } from "@/lib/db/testing";
import { SAMPLE_TEST_EVENTS } from "./sample-events";
import { createTestEvent, getTestEvent, listTestEvents, removeTestEvent, saveTestEvent } from "./service";

const PLACE = { connection: "aws", region: "us-east-1", functionName: "place-order" };
const OTHER = { ...PLACE, functionName: "checkout" };

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
