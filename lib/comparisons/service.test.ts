import { randomUUID } from "node:crypto";
import { CreateAliasCommand, CreateFunctionCommand, LambdaClient, PublishVersionCommand, UpdateFunctionCodeCommand, waitUntilFunctionActiveV2, waitUntilFunctionUpdatedV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertComparison } from "@/lib/db/comparisons";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { createTestEvent } from "@/lib/test-events/service";
import { sideFigures } from "./side-figures";
import { cancelComparison, getComparison, listComparisons, startComparison } from "./service";
import { verdictSentence } from "./comparison-verdict";

const PLACE = { connection: "local", region: "us-east-1", functionName: "subject" };
const LEFT_BEHIND = randomUUID();
const sourceOf = (waitMs: number, price: number) => `export const handler = async () => { await new Promise((done) => setTimeout(done, ${waitMs})); return { price: ${price}, id: crypto.randomUUID() }; };`;

let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
let region: TestRegion;
let lambda: LambdaClient;
beforeAll(async () => {
  scratch = await useScratchDatabase();
  region = await startTestRegion();
  process.env.WARMSTART_LOCAL_ENDPOINT = region.endpoint;
  process.env.WARMSTART_LOCAL_ACCESS_KEY_ID = region.credentials.accessKeyId;
  process.env.WARMSTART_LOCAL_SECRET_ACCESS_KEY = region.credentials.secretAccessKey;
  lambda = new LambdaClient(region.clientConfig);
  const FunctionName = PLACE.functionName;
  const wait = { client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 };
  await lambda.send(new CreateFunctionCommand({ FunctionName, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/test", Code: { ZipFile: await zipOf({ "index.mjs": sourceOf(80, 10) }) } }));
  await waitUntilFunctionActiveV2(wait, { FunctionName });
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  await lambda.send(new CreateAliasCommand({ FunctionName, Name: "prod", FunctionVersion: "1" }));
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: await zipOf({ "index.mjs": sourceOf(5, 12) }) }));
  await waitUntilFunctionUpdatedV2(wait, { FunctionName });
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  await insertComparison({ ...PLACE, id: LEFT_BEHIND, plan: { events: [], left: "1", right: "2", warmRuns: 5 }, startedBy: "me", startedAtMs: 1 });
});
afterAll(async () => {
  lambda.destroy();
  await region.close();
  await scratch.close();
});

async function saveEvent() {
  return createTestEvent(PLACE, { name: randomUUID(), description: "", tags: [], payload: "{}", invocationType: "RequestResponse", clientContext: "", assertions: [], shared: false });
}

async function endOf(id: string) {
  await expect.poll(async () => (await getComparison("local", id)).status, { timeout: 20_000 }).not.toBe("running");
  return getComparison("local", id);
}

test("what a process left running is interrupted", async () => {
  expect(await getComparison("local", LEFT_BEHIND)).toMatchObject({ status: "interrupted", problem: expect.stringContaining("stopped") });
});

test("the faster version is found, with cold starts apart and what varies by itself named", async () => {
  const event = await saveEvent();
  const clickId = randomUUID();
  const request = { clickId, testEventIds: [event.id], left: "prod", right: "2", warmRuns: 5 };
  const [started, twin] = await Promise.all([startComparison(PLACE, request), startComparison(PLACE, request)]);
  expect(twin.id).toBe(started.id);
  const done = await endOf(clickId);
  expect(done).toMatchObject({ status: "done", plan: { left: "prod", right: "2", warmRuns: 5 } });
  const [left, right] = [sideFigures(done.samples, "left", event.id), sideFigures(done.samples, "right", event.id)];
  expect(left).toMatchObject({ version: "1", coldCount: 1, otherVersionRuns: 0 });
  expect(right).toMatchObject({ version: "2", coldCount: 1 });
  expect([left.warm.length, right.warm.length]).toEqual([5, 5]);
  expect(done.samples.slice(0, 4).map(({ side }) => side)).toEqual(["left", "right", "right", "left"]);
  expect(verdictSentence(left, right, done.plan)).toMatch(/^Version 2 is faster by /);
  expect(left.costUsd?.p50).toBeGreaterThan(right.costUsd?.p50 ?? Number.POSITIVE_INFINITY);
  expect(done.varying[event.id]).toEqual(["$.id"]);
  expect((await listComparisons(PLACE)).comparisons[0]?.id).toBe(clickId);
});

test("a qualifier that does not exist ends it with the reason, after one run", async () => {
  const event = await saveEvent();
  const { id } = await startComparison(PLACE, { clickId: randomUUID(), testEventIds: [event.id], left: "nothing", right: "2", warmRuns: 5 });
  const ended = await endOf(id);
  expect(ended).toMatchObject({ status: "done", problem: expect.stringContaining("nothing could not be run") });
  expect(ended.samples).toHaveLength(1);
});

test("a cancelled one starts nothing more", async () => {
  const event = await saveEvent();
  const { id } = await startComparison(PLACE, { clickId: randomUUID(), testEventIds: [event.id], left: "1", right: "2", warmRuns: 50 });
  await expect.poll(async () => (await getComparison("local", id)).samples.length).toBeGreaterThan(1);
  await cancelComparison("local", id);
  const ended = await endOf(id);
  expect(ended.status).toBe("cancelled");
  expect(ended.samples.length).toBeLessThan(100);
  await expect(cancelComparison("local", id)).rejects.toMatchObject({ code: "conflict" });
});

test("an event of another function is refused", async () => {
  const event = await saveEvent();
  const request = { clickId: randomUUID(), testEventIds: [event.id], left: "1", right: "2", warmRuns: 5 };
  await expect(startComparison({ ...PLACE, functionName: "another" }, request)).rejects.toMatchObject({ code: "not_found" });
});
