import { randomUUID } from "node:crypto";
import { CreateFunctionCommand, LambdaClient, PutFunctionConcurrencyCommand, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertRun } from "@/lib/db/runs";
import { insertTestEvent } from "@/lib/db/test-events";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { type RunRequest, runRequestSchema } from "./schema";
import { getRun, listRuns, startRun } from "./service";

const TARGET = { connectionId: "local", region: "us-east-1" };
const LEFT_BEHIND = randomUUID();

/** Counts its invocations in a global, so that a second one would show. */
const SOURCE = `
let count = 0;
export const handler = async (event) => {
  count += 1;
  if (event.fail) throw new TypeError("no such product");
  if (event.sleepMs) await new Promise((resolve) => setTimeout(resolve, event.sleepMs));
  return { count, event };
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
  await Promise.all([createFunction("subject"), createFunction("reserved-zero")]);
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: "reserved-zero", ReservedConcurrentExecutions: 0 }));
  const { connectionId, ...place } = TARGET;
  const run = { id: LEFT_BEHIND, ...place, functionName: "subject", qualifier: "$LATEST", invocationType: "RequestResponse" } as const;
  await insertRun(connectionId, { ...run, payload: "{}", outcome: "running", startedAtMs: 1 });
});
afterAll(async () => {
  lambda.destroy();
  await region.close();
  await scratch.close();
});

async function createFunction(functionName: string) {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: functionName,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: "arn:aws:iam::000000000000:role/test",
      Timeout: 1,
      Code: { ZipFile: await zipOf({ "index.mjs": SOURCE }) },
    }),
  );
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName: functionName });
}

function run(payload: unknown, request: Partial<RunRequest> = {}, functionName = "subject") {
  return startRun(TARGET, functionName, runRequestSchema.parse({ clickId: randomUUID(), payload: JSON.stringify(payload), ...request }));
}

test("a run left by a process that died ends as unknown", async () => {
  const { runs } = await listRuns({ connection: "local" });
  expect(runs).toMatchObject([{ id: LEFT_BEHIND, outcome: "unknown", problem: expect.stringContaining("stopped") }]);
});

test("success: response, report figures and the receipt of the cost are kept", async () => {
  const event = await insertTestEvent({ connection: "local", name: "my event", description: "", tags: [], invocationType: "RequestResponse", assertions: [], payload: "{}" }, "tester");
  const kept = await run({ a: "é" }, { testEventId: event.id });
  expect(kept).toMatchObject({
    outcome: "success",
    response: JSON.stringify({ count: 1, event: { a: "é" } }),
    testEventName: "my event",
    statusCode: 200,
    executedVersion: "$LATEST",
    memoryMb: 128,
    logTail: expect.stringContaining("REPORT RequestId"),
  });
  expect(kept.initDurationMs).toBeGreaterThan(0);
  expect(kept.billedDurationMs).toBe(Math.ceil((kept.durationMs ?? 0) + (kept.initDurationMs ?? 0)));
  expect(kept.costUsd).toBeGreaterThan(0.0000002);
  // Totals are rounded to the picodollar.
  expect(kept.costReceipt?.reduce((sum, line) => sum + line.amountUsd, 0)).toBeCloseTo(kept.costUsd ?? 0, 11);
  expect(await getRun("local", kept.id)).toEqual(kept);

  const warm = await run({});
  expect(warm.initDurationMs).toBeUndefined();
  expect(JSON.parse(warm.response ?? "")).toMatchObject({ count: 2 });
});

test("one click is one invocation, however often the request comes", async () => {
  const clickId = randomUUID();
  const before = JSON.parse((await run({})).response ?? "").count;
  const twins = await Promise.all([run({ n: 1 }, { clickId }), run({ n: 1 }, { clickId }), run({ n: 1 }, { clickId })]);
  const late = await run({ n: 1 }, { clickId });
  for (const twin of [...twins, late]) expect(twin).toEqual(twins[0]);
  expect(JSON.parse((await run({})).response ?? "").count).toBe(before + 2);
  await expect(run({}, { clickId }, "reserved-zero")).rejects.toMatchObject({ code: "conflict" });
});

test("a function that throws is a result", async () => {
  const kept = await run({ fail: true });
  expect(kept).toMatchObject({
    outcome: "function_error",
    errorType: "TypeError",
    errorMessage: "no such product",
    billedDurationMs: expect.any(Number),
  });
  expect(kept.problem).toBeUndefined();
});

test("a timeout", async () => {
  const kept = await run({ sleepMs: 20_000 });
  expect(kept).toMatchObject({ outcome: "timeout", errorMessage: expect.stringContaining("timed out after 1.00 seconds") });
  expect(kept.billedDurationMs).toBeGreaterThanOrEqual(1_000);
});

test("a throttle did not run, and says why", async () => {
  const kept = await run({}, {}, "reserved-zero");
  expect(kept).toMatchObject({
    outcome: "not_run",
    throttleReason: "ReservedFunctionConcurrentInvocationLimitExceeded",
    problem: expect.any(String),
  });
  expect(kept.durationMs).toBeUndefined();
  expect(kept.costUsd).toBeUndefined();
});

test("asynchronous and dry runs, and a function that is not there", async () => {
  expect(await run({}, { invocationType: "Event" })).toMatchObject({ outcome: "accepted", statusCode: 202 });
  expect(await run({}, { invocationType: "DryRun" })).toMatchObject({ outcome: "dry_run_ok", statusCode: 204 });
  expect(await run({}, {}, "not-there")).toMatchObject({ outcome: "not_run", problem: expect.stringContaining("not-there") });
});

test("a payload that cannot be sent invokes and keeps nothing", async () => {
  const clickId = randomUUID();
  await expect(run(null, { clickId, payload: '{"a":}' })).rejects.toMatchObject({ code: "bad_request", message: expect.stringContaining("Line 1, column 6") });
  await expect(run("x".repeat(6_291_456), { clickId })).rejects.toMatchObject({ code: "payload_too_large" });
  await expect(run("x".repeat(1_048_576), { clickId, invocationType: "Event" })).rejects.toMatchObject({ code: "payload_too_large" });
  await expect(getRun("local", clickId)).rejects.toMatchObject({ code: "not_found" });
});

test("the list is newest first, paged, and of one function", async () => {
  const place = { connection: "local", region: "us-east-1", functionName: "listed" };
  const base = { region: place.region, functionName: place.functionName, qualifier: "$LATEST", invocationType: "DryRun", payload: "{}", outcome: "dry_run_ok" } as const;
  for (let index = 0; index < 60; index += 1) await insertRun("local", { id: randomUUID(), startedAtMs: index, ...base });
  const first = await listRuns(place);
  expect(first).toMatchObject({ more: true });
  expect(first.runs.map(({ startedAtMs }) => startedAtMs)).toEqual(Array.from({ length: 50 }, (_, index) => 59 - index));
  const second = await listRuns(place, first.runs.at(-1)?.id);
  expect(second).toMatchObject({ more: false });
  expect(second.runs).toHaveLength(10);
});
