import { randomUUID } from "node:crypto";
import { CreateFunctionCommand, LambdaClient, PutFunctionConcurrencyCommand, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Assertion } from "@/lib/assertions/schema";
import { database } from "@/lib/db/client";
import { findCases, insertSuiteRun } from "@/lib/db/suite-runs";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { getRun, listRuns } from "@/lib/runs/service";
import type { SuiteRun, SuiteRunRequest } from "@/lib/suites/schema";
import { createSuite, getSuite, listSuites, removeSuite, saveSuite } from "@/lib/suites/service";
import { createTestEvent, removeTestEvent, saveTestEvent } from "@/lib/test-events/service";
import { cancelSuiteRun, getSuiteRun, junitOf, listSuiteRuns, startSuiteRun } from "./service";

const REGION = "us-east-1";
const LEFT_BEHIND = randomUUID();

/** Answers its event; a name in the event makes it fail, wait, or change its answer from call to call. */
const SOURCE = `
let calls = 0;
export const handler = async (event) => {
  calls += 1;
  if (event.fail) throw new TypeError("no such product");
  if (event.sleepMs) await new Promise((resolve) => setTimeout(resolve, event.sleepMs));
  return { total: event.total, odd: calls % 2 };
};`;

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
  await Promise.all(["subject", "closed"].map(createFunction));
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: "closed", ReservedConcurrentExecutions: 0 }));
  // As a process that died would leave it.
  const suite = await (await database()).suite.create({ data: { connection: "local", name: "left behind" } });
  const cases = ["waiting", "running", "passed"].map((name) => ({ id: `left-${name}`, testEventId: "gone", testEventName: name, region: REGION, functionName: "subject", qualifier: "$LATEST" }));
  await insertSuiteRun({ id: LEFT_BEHIND, suiteId: suite.id, connection: "local", startedBy: "me", startedAtMs: 1, cases });
  for (const status of ["running", "passed"]) await (await database()).suiteRunCase.update({ where: { id: `left-${status}` }, data: { status } });
});
afterAll(async () => {
  lambda.destroy();
  await region.close();
  await scratch.close();
});

async function createFunction(functionName: string) {
  const Code = { ZipFile: await zipOf({ "index.mjs": SOURCE }) };
  await lambda.send(new CreateFunctionCommand({ FunctionName: functionName, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/test", Timeout: 5, Code }));
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName: functionName });
}

const totalIs = (expected: string): Assertion => ({ id: randomUUID(), kind: "response", path: "$.total", operator: "equals", expected });

async function saveEvent(payload: object, assertions: Assertion[] = [], functionName = "subject") {
  const place = { connection: "local", region: REGION, functionName };
  const event = await createTestEvent(place, { name: randomUUID(), description: "", tags: [], payload: JSON.stringify(payload), invocationType: "RequestResponse", clientContext: "", assertions, shared: false });
  return { event, item: { testEventId: event.id, region: REGION, functionName, qualifier: "$LATEST" } };
}

async function suiteOf(items: Awaited<ReturnType<typeof saveEvent>>["item"][], concurrency = 2) {
  const { id, updatedAtMs } = await createSuite("local", { name: randomUUID(), description: "" });
  return saveSuite("local", id, { items, concurrency, baseUpdatedAtMs: updatedAtMs });
}

function start(suiteId: string, request: Partial<SuiteRunRequest> = {}) {
  return startSuiteRun("local", suiteId, { clickId: randomUUID(), failedOnly: false, ...request });
}

async function endOf({ id }: SuiteRun): Promise<SuiteRun> {
  await expect.poll(async () => (await getSuiteRun("local", id)).status, { timeout: 20_000 }).not.toBe("running");
  return getSuiteRun("local", id);
}

test("what a process left running is interrupted, and nothing of it is run again", async () => {
  const run = await getSuiteRun("local", LEFT_BEHIND);
  expect(run.status).toBe("interrupted");
  expect(run.cases.map(({ status }) => status)).toEqual(["cancelled", "error", "passed"]);
  expect(run.cases[1]?.message).toContain("not run again");
  expect((await listRuns({ connection: "local" })).runs).toEqual([]);
});

test("red, green, grey and not run: each case has its result, its run and its place in the JUnit file", async () => {
  const [passing, failing, grey, throwing, closed] = await Promise.all([
    saveEvent({ total: 12 }, [totalIs("12")]),
    saveEvent({ total: 11 }, [totalIs("12")]),
    saveEvent({ total: 1 }),
    saveEvent({ fail: true }),
    saveEvent({}, [totalIs("1")], "closed"),
  ]);
  const suite = await suiteOf([passing, failing, grey, throwing, closed].map(({ item }) => item));
  const started = await start(suite.id);
  expect(started.status).toBe("running");
  const run = await endOf(started);
  expect(run.status).toBe("failed");
  expect(run.cases.map(({ status }) => status)).toEqual(["passed", "failed", "ungraded", "failed", "error"]);
  expect(run.cases[1]).toMatchObject({ message: expect.stringContaining("expected 12, got 11"), durationMs: expect.any(Number), executedVersion: "$LATEST" });
  expect(run.cases[3]?.message).toContain("TypeError");
  const kept = await getRun("local", run.cases[1]?.runId ?? "");
  expect(kept).toMatchObject({ batchId: run.id, verdict: "failed", testEventId: failing.event.id });
  const { xml } = await junitOf("local", run.id);
  expect(xml).toContain('tests="5" failures="2" errors="1" skipped="1"');
  expect((await listSuites("local")).suites.find(({ id }) => id === suite.id)?.lastRun).toMatchObject({ id: run.id, status: "failed" });

  const again = await endOf(await start(suite.id, { failedOnly: true }));
  expect(again.cases.map(({ testEventId }) => testEventId)).toEqual([failing, throwing, closed].map(({ event }) => event.id));
  expect((await listSuiteRuns("local", suite.id)).runs.map(({ id }) => id)).toEqual([again.id, run.id]);
});

test("one click is one run", async () => {
  const { item } = await saveEvent({ total: 1 }, [totalIs("1")]);
  const suite = await suiteOf([item]);
  const clickId = randomUUID();
  const twins = await Promise.all([start(suite.id, { clickId }), start(suite.id, { clickId })]);
  expect(twins.map(({ id }) => id)).toEqual([clickId, clickId]);
  expect((await endOf(twins[0])).status).toBe("passed");
  await start(suite.id, { clickId });
  expect((await listRuns({ connection: "local" }, undefined, { event: item.testEventId })).runs).toHaveLength(1);
});

test("a cancelled run awaits what runs and leaves out what waits", async () => {
  const events = await Promise.all([1, 2, 3].map((total) => saveEvent({ total, sleepMs: 400 }, [totalIs(String(total))])));
  const suite = await suiteOf(events.map(({ item }) => item), 1);
  const started = await start(suite.id);
  await expect.poll(async () => (await findCases(started.id))[0]?.status).toBe("running");
  expect(await cancelSuiteRun("local", started.id)).toMatchObject({ cancelling: true });
  const run = await endOf(started);
  expect(run.status).toBe("cancelled");
  expect(run.cases.map(({ status }) => status)).toEqual(["passed", "cancelled", "cancelled"]);
  await expect(cancelSuiteRun("local", started.id)).rejects.toMatchObject({ code: "conflict" });
});

test("a qualifier that does not exist is not run; nothing asserted is not passed", async () => {
  const { item } = await saveEvent({ total: 1 });
  const suite = await suiteOf([item]);
  expect(await endOf(await start(suite.id))).toMatchObject({ status: "ungraded", cases: [{ status: "ungraded" }] });
  const run = await endOf(await start(suite.id, { qualifier: "prod" }));
  expect(run).toMatchObject({ status: "failed", qualifier: "prod", cases: [{ status: "error", qualifier: "prod" }] });
});

test("an event that was deleted is not run, and can be told", async () => {
  const { event, item } = await saveEvent({});
  const suite = await suiteOf([item]);
  await removeTestEvent("local", event.id);
  expect((await getSuite("local", suite.id)).items[0]?.eventName).toBeUndefined();
  expect((await endOf(await start(suite.id))).cases[0]).toMatchObject({ status: "error", message: "The event was deleted." });
});

test("both verdicts of one version are flaky, until the event is saved anew", async () => {
  const { event, item } = await saveEvent({}, [{ id: "1", kind: "response", path: "$.odd", operator: "equals", expected: "1" }]);
  const suite = await suiteOf([item]);
  await endOf(await start(suite.id));
  expect((await getSuite("local", suite.id)).items[0]?.flaky).toBeUndefined();
  await endOf(await start(suite.id));
  expect((await getSuite("local", suite.id)).items[0]?.flaky).toEqual({ passed: 1, failed: 1, version: "$LATEST" });
  expect((await listSuites("local")).suites.find(({ id }) => id === suite.id)?.flakyCount).toBe(1);
  await saveTestEvent("local", event.id, { description: "edited", baseUpdatedAtMs: event.updatedAtMs });
  expect((await getSuite("local", suite.id)).items[0]?.flaky).toBeUndefined();
});

test("names are unique, and of two editors the second is told", async () => {
  const suite = await suiteOf([]);
  await expect(createSuite("local", { name: suite.name, description: "" })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(suite.name) });
  const renamed = await saveSuite("local", suite.id, { name: randomUUID(), baseUpdatedAtMs: suite.updatedAtMs });
  await expect(saveSuite("local", suite.id, { concurrency: 9, baseUpdatedAtMs: suite.updatedAtMs })).rejects.toMatchObject({ code: "conflict" });
  expect(await getSuite("local", suite.id)).toMatchObject({ name: renamed.name, concurrency: suite.concurrency });
  await expect(start(suite.id)).rejects.toMatchObject({ code: "bad_request", message: expect.stringContaining("no events") });
  await removeSuite("local", suite.id);
  await expect(getSuite("local", suite.id)).rejects.toMatchObject({ code: "not_found" });
});
