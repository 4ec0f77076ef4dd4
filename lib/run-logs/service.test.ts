import { randomUUID } from "node:crypto";
import { CreateFunctionCommand, InvokeCommand, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { insertRun } from "@/lib/db/runs";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { type Run, type RunRequest, runRequestSchema } from "@/lib/runs/schema";
import { getRun, startRun } from "@/lib/runs/service";
import { lookAgain, readRunLog } from "./service";

const TARGET = { connectionId: "local", region: "us-east-1" };
const SOURCE = `
export const handler = async (event) => {
  for (let index = 0; index < (event.lines ?? 0); index += 1) process.stdout.write("line " + index + " " + "x".repeat(80) + "\\n");
  if (event.fail) throw new RangeError("no");
  return event;
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
});
afterAll(async () => {
  lambda.destroy();
  await region.close();
  await scratch.close();
});

async function createFunction(): Promise<string> {
  const FunctionName = `subject-${randomUUID().slice(0, 8)}`;
  const Code = { ZipFile: await zipOf({ "index.mjs": SOURCE }) };
  await lambda.send(new CreateFunctionCommand({ FunctionName, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/test", Code }));
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName });
  return FunctionName;
}

const run = (functionName: string, payload: unknown, request: Partial<RunRequest> = {}) => startRun(TARGET, functionName, runRequestSchema.parse({ clickId: randomUUID(), payload: JSON.stringify(payload), ...request }));

/** A run as a process that died left it, settled: nobody knows its answer. */
async function lose(functionName: string, changes: Partial<Run> = {}): Promise<string> {
  const id = randomUUID();
  const lost = { id, region: TARGET.region, functionName, qualifier: "$LATEST", invocationType: "RequestResponse", payload: "{}", outcome: "unknown", startedAtMs: Date.now() } as const;
  await insertRun("local", { ...lost, ...changes });
  return id;
}

const followUpOf = async (id: string) => (await getRun("local", id)).followUp;
const until = { timeout: 15_000, interval: 100 };

test("an asynchronous run is found by its request id, with figures and price", async () => {
  const functionName = await createFunction();
  const accepted = await run(functionName, {}, { invocationType: "Event" });
  expect(accepted).toMatchObject({ outcome: "accepted", statusCode: 202 });
  await vi.waitFor(async () => expect(await followUpOf(accepted.id)).toMatchObject({ state: "ended", certainty: "request_id" }), until);
  const followed = await getRun("local", accepted.id);
  expect(followed).toMatchObject({ outcome: "accepted", durationMs: expect.any(Number), costUsd: expect.any(Number), executedVersion: "$LATEST" });
  expect(followed.followUp?.attempts).toMatchObject([{ ended: "success", initDurationMs: expect.any(Number) }]);
  expect(followed.followUp?.delivery).toMatchObject({ maximumRetryAttempts: 2, maximumEventAgeSeconds: 21_600 });
});

test("an asynchronous run that failed is due again", async () => {
  const accepted = await run(await createFunction(), { fail: true }, { invocationType: "Event" });
  await vi.waitFor(async () => expect(await followUpOf(accepted.id)).toMatchObject({ state: "retrying", attempts: [{ ended: "error", errorType: "RangeError" }] }), until);
});

test("a lost answer is found as the only invocation of its time, and nothing is invoked again", async () => {
  const functionName = await createFunction();
  const id = await lose(functionName);
  await lambda.send(new InvokeCommand({ FunctionName: functionName }));
  await vi.waitFor(async () => expect(await followUpOf(id)).toMatchObject({ kind: "lost_answer", state: "ended", certainty: "only_one", attempts: [{ ended: "success" }] }), until);
  const found = await getRun("local", id);
  expect(found).toMatchObject({ outcome: "unknown", durationMs: expect.any(Number), requestId: expect.any(String) });
  expect(found.response).toBeUndefined();
  expect((await lookAgain("local", id)).followUp).toMatchObject({ state: "ended", certainty: "only_one", attempts: [{}] });
});

test("with the request id it is certain, whatever else ran", async () => {
  const functionName = await createFunction();
  const startedAtMs = Date.now();
  const answers = [await lambda.send(new InvokeCommand({ FunctionName: functionName })), await lambda.send(new InvokeCommand({ FunctionName: functionName }))];
  const id = await lose(functionName, { requestId: answers[1]?.$metadata.requestId, startedAtMs });
  await vi.waitFor(async () => expect(await followUpOf(id)).toMatchObject({ state: "ended", certainty: "request_id" }), until);
});

test("of two invocations none is taken for it; one that is another run's does not count", async () => {
  const functionName = await createFunction();
  const id = await lose(functionName);
  await lambda.send(new InvokeCommand({ FunctionName: functionName }));
  await run(functionName, {});
  expect((await lookAgain("local", id)).followUp).toMatchObject({ state: "ended", certainty: "only_one" });

  const unsure = await lose(functionName);
  await lambda.send(new InvokeCommand({ FunctionName: functionName }));
  await lambda.send(new InvokeCommand({ FunctionName: functionName }));
  const { followUp, durationMs } = await lookAgain("local", unsure);
  expect(followUp).toMatchObject({ state: "several", attempts: [] });
  expect(followUp?.candidates).toBeGreaterThanOrEqual(2);
  expect(durationMs).toBeUndefined();
});

test("after a minute without a line it is said", async () => {
  const id = await lose(await createFunction(), { startedAtMs: Date.now() - 61_000 });
  expect((await lookAgain("local", id)).followUp).toMatchObject({ state: "not_seen" });
});

test("the whole log of one invocation: INIT, lines that name no request, and none of its neighbours", async () => {
  const functionName = await createFunction();
  const first = await run(functionName, { lines: 200 });
  const second = await run(functionName, { lines: 1 });
  expect(Buffer.byteLength(first.logTail ?? "")).toBeLessThanOrEqual(4_096);
  const log = await readRunLog("local", first.id);
  expect(log).toMatchObject({ source: "log", partial: false, logGroup: `/aws/lambda/${functionName}` });
  expect(log.events.filter(({ message }) => message.startsWith("line "))).toHaveLength(200);
  expect(log.events[0]?.message).toContain("INIT_START");
  expect(log.events.at(-1)?.message).toContain(`REPORT RequestId: ${first.requestId}`);
  const other = await readRunLog("local", second.id);
  expect(other.events.map(({ message }) => message.split(" ")[0])).toEqual(["START", "line", "END", "REPORT"]);
});

test("a run whose outcome is known is not looked for", async () => {
  const done = await run(await createFunction(), {});
  await expect(lookAgain("local", done.id)).rejects.toMatchObject({ code: "bad_request" });
  await expect(lookAgain("local", randomUUID())).rejects.toMatchObject({ code: "not_found" });
});
