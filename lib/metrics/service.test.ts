import { CreateFunctionCommand, InvokeCommand, LambdaClient, PutFunctionConcurrencyCommand, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { coldStartsSchema } from "@/lib/cold-starts/schema";
import { coldStarts } from "@/lib/cold-starts/service";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { functionMetricsSchema, functionRowMetricsListSchema } from "./schema";
import { functionMetrics, functionRowMetrics } from "./service";

let region: TestRegion;
let lambda: LambdaClient;

/** Three that run, one that fails, one that is refused. */
beforeAll(async () => {
  region = await startTestRegion();
  Object.assign(process.env, {
    DATABASE_URL: "file:/nonexistent/unused.db",
    WARMSTART_DATA_DIR: "/nonexistent",
    WARMSTART_LOCAL_ENDPOINT: region.endpoint,
    WARMSTART_LOCAL_ACCESS_KEY_ID: region.credentials.accessKeyId,
    WARMSTART_LOCAL_SECRET_ACCESS_KEY: region.credentials.secretAccessKey,
  });
  lambda = new LambdaClient(region.clientConfig);
  const ZipFile = await zipOf({ "index.mjs": "export const handler = async ({ fail }) => { if (fail) throw new Error('as asked'); return 1; };" });
  for (const FunctionName of ["measured", "idle"]) {
    const Role = "arn:aws:iam::000000000000:role/local";
    await lambda.send(new CreateFunctionCommand({ FunctionName, Runtime: "nodejs22.x", Handler: "index.handler", Role, Timeout: 7, Code: { ZipFile } }));
    await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName });
  }
  for (const event of ["{}", "{}", "{}", '{"fail":true}']) {
    await lambda.send(new InvokeCommand({ FunctionName: "measured", Payload: Buffer.from(event) }));
  }
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: "measured", ReservedConcurrentExecutions: 0 }));
  await lambda.send(new InvokeCommand({ FunctionName: "measured" })).catch(() => "refused, as it must be");
});
afterAll(async () => {
  lambda.destroy();
  await region.close();
});

test("counters add up, durations are gaps where nothing ran, limits are there", async () => {
  const metrics = await vi.waitFor(async () => {
    const answer = await functionMetrics("local", "us-east-1", "measured", "15m");
    expect(answer.totals.invocations).toBe(4);
    return answer;
  }, 10_000);
  expect(functionMetricsSchema.parse(metrics)).toEqual(metrics);
  expect(metrics.totals).toMatchObject({ invocations: 4, errors: 1, throttles: 1, concurrencyMax: 1 });
  expect(metrics.totals.durationP50).toBeGreaterThan(0);
  expect(metrics.invocations.reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(metrics.limits).toEqual({ timeoutMs: 7_000, reservedConcurrency: 0, accountConcurrency: 1_000 });
  expect(metrics.timestampsMs).toHaveLength(15);
  expect(metrics.durationP95.slice(0, 5)).toEqual([null, null, null, null, null]);
  expect(metrics.invocations.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
});

test("rows of the list: the one that ran and the idle one", async () => {
  const list = await functionRowMetrics("local", [{ region: "us-east-1", name: "measured" }, { region: "us-east-1", name: "idle" }], "1h");
  expect(functionRowMetricsListSchema.parse(list)).toEqual(list);
  expect(list.rows[0]).toMatchObject({ name: "measured", invocations: 4, errors: 1, throttles: 1 });
  expect(list.rows[0]?.costUsd).toBeGreaterThan(0);
  expect(list.rows[1]).toMatchObject({ name: "idle", invocations: 0, durationP95: null, costUsd: 0 });
  expect(list.rows.map(({ sparkline }) => sparkline.length)).toEqual([30, 30]);
});

test("cold starts come from the REPORT lines", async () => {
  const cold = await coldStarts("local", "us-east-1", "measured", "15m");
  expect(coldStartsSchema.parse(cold)).toEqual(cold);
  expect(cold.totals.cold).toBeGreaterThanOrEqual(1);
  expect(cold.totals.initP50).toBeGreaterThan(0);
  expect(cold.cold.reduce((sum, count) => sum + count, 0)).toBe(cold.totals.cold);
  expect(cold).toMatchObject({ complete: true, source: "REPORT lines of /aws/lambda/measured" });
});

test("a function that never ran has no log group, which is zero cold starts and not an error", async () => {
  const cold = await coldStarts("local", "us-east-1", "idle", "1h");
  expect(cold.totals).toEqual({ cold: 0, initP50: null, initP95: null, initMsSum: 0 });
  expect(cold.source).toContain("does not exist");
});
