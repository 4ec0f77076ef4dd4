import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadTelemetry, startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { estimateComputeCost, sumOfLines } from "./cost-model";
import type { CostReport } from "./schema";

const DAY = 86_400_000;
const NAME = "priced";
/** The window of the report: two whole days that are over. */
const FROM = Math.floor(Date.now() / DAY) * DAY - 3 * DAY;
const RANGE = `${FROM}-${FROM + 2 * DAY + 1}`;

let directory: string;
let region: TestRegion;
let costReport: (connectionId: string, period: string, regions?: readonly string[]) => Promise<CostReport>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "cost-region-"));
  writeUse();
  region = await startTestRegion({ directory });
  const lambda = new LambdaClient({ ...region.clientConfig });
  const ZipFile = await zipOf({ "index.mjs": "export const handler = () => 1;" });
  for (const FunctionName of [NAME, "idle", "silent", "sharing"]) {
    const LoggingConfig = FunctionName === "sharing" ? { LogGroup: "/shop/all" } : undefined;
    await lambda.send(
      new CreateFunctionCommand({ FunctionName, LoggingConfig, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/local", MemorySize: 512, Architectures: ["arm64"], Code: { ZipFile } }),
    );
  }
  lambda.destroy();
  Object.assign(process.env, {
    DATABASE_URL: `file:${join(directory, "unused.db")}`,
    WARMSTART_DATA_DIR: directory,
    WARMSTART_LOCAL_ENDPOINT: region.endpoint,
    WARMSTART_LOCAL_ACCESS_KEY_ID: region.credentials.accessKeyId,
    WARMSTART_LOCAL_SECRET_ACCESS_KEY: region.credentials.secretAccessKey,
  });
  ({ costReport } = await import("./service"));
});

afterAll(async () => {
  await region.close();
  await rm(directory, { recursive: true, force: true });
});

/** 1,000 invocations of 100 ms on each of two days, and three INITs. */
function writeUse(): void {
  const metric = { region: "us-east-1", namespace: "AWS/Lambda", dimensions: { FunctionName: NAME } } as const;
  const eachDay = (value: number) => [FROM + 3_600_000, FROM + DAY].map((minuteMs) => ({ minuteMs, values: [value, 1000] }));
  const metrics = [
    { ...metric, name: "Invocations", unit: "Count" as const, minutes: eachDay(1) },
    { ...metric, name: "Duration", unit: "Milliseconds" as const, minutes: eachDay(100) },
  ];
  const report = (timestampMs: number, extra: string) => ({
    timestampMs,
    message: `REPORT RequestId: 6bc28136-xmpl-4365-b021-0ce6b2e64ab0\tDuration: 100.00 ms\tBilled Duration: 300 ms\tMemory Size: 512 MB\tMax Memory Used: 71 MB\t${extra}\n`,
  });
  const lines = [
    report(FROM + 3_600_000, "Init Duration: 200.00 ms\t"),
    report(FROM + 3_600_001, ""),
    report(FROM + DAY + 5, "Init Duration: 250.00 ms\t"),
    report(FROM + 2 * DAY - 1, "Init Duration: 50.00 ms\t"),
  ];
  const silent = { ...metric, dimensions: { FunctionName: "silent" }, name: "Invocations", unit: "Count" as const, minutes: [{ minuteMs: FROM, values: [1, 5] }] };
  const sharing = { ...silent, dimensions: { FunctionName: "sharing" } };
  const inOne = (owner: string, initMs: number) => ({
    region: "us-east-1", logGroup: "/shop/all", logStream: `2026/11/20/${owner}[$LATEST]a`, lines: [report(FROM + 10, `Init Duration: ${initMs}.00 ms\t`)],
  });
  const own = { region: "us-east-1", logGroup: `/aws/lambda/${NAME}`, logStream: "2026/11/20/[$LATEST]a", lines };
  loadTelemetry(directory, { metrics: [...metrics, silent, sharing], logs: [own, inOne("sharing", 400), inOne("another", 9000)] });
}

describe("cost report over a real region", () => {
  test("requests, durations and INIT come to what the cost model says of them", async () => {
    const report = await costReport("local", RANGE, ["us-east-1"]);
    const priced = report.functions.find(({ name }) => name === NAME);
    const expected = estimateComputeCost({ region: "us-east-1", memoryMb: 512, architecture: "arm64", ephemeralStorageMb: 512, requests: 2000, durationMsSum: 200_000, initMsSum: 500 });
    expect(priced).toMatchObject({ requests: 2000, memoryMb: 512, architecture: "arm64", gbSeconds: expected?.gbSeconds, initGbSeconds: 0.25, costUsd: expected?.costUsd });
    expect(report.totalUsd).toBeCloseTo(report.functions.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0), 11);
    expect(report.totalUsd).toBe(sumOfLines(report.receipt));
    expect(report.problems).toEqual([]);
    expect(report.initPending).toBe(false);
  });

  test("a function that never ran costs nothing and lacks nothing", async () => {
    const report = await costReport("local", RANGE, ["us-east-1"]);
    const idle = report.functions.find(({ name }) => name === "idle");
    expect(idle).toMatchObject({ requests: 0, costUsd: 0, notes: [] });
  });

  test("without a log group INIT is missing, not zero, and the rest is there", async () => {
    const report = await costReport("local", RANGE, ["us-east-1"]);
    const silent = report.functions.find(({ name }) => name === "silent");
    expect(silent).toMatchObject({ requests: 5, notes: expect.arrayContaining([expect.stringMatching(/^INIT is missing: there is no log group \/aws\/lambda\/silent\. Its role needs logs:CreateLogGroup/)]) });
    expect(silent?.initGbSeconds).toBeUndefined();
    expect(report.notes).toContain("INIT is missing for silent, so the total is too low.");
  });

  test("a function that logs elsewhere has its own INIT, and not its neighbours' in that log group", async () => {
    const report = await costReport("local", RANGE, ["us-east-1"]);
    expect(report.functions.find(({ name }) => name === "sharing")).toMatchObject({ requests: 5, initGbSeconds: 0.2, notes: [expect.stringContaining("after the period began")] });
  });

  test("each day has its own INIT", async () => {
    const report = await costReport("local", RANGE, ["us-east-1"]);
    const [first, second] = report.days;
    expect((second?.initUsd ?? 0) / (first?.initUsd ?? 1)).toBeCloseTo(300 / 600, 9);
    // Ten requests more on the first day, of two other functions.
    expect((first?.requestsUsd ?? 0) / (second?.requestsUsd ?? 1)).toBeCloseTo(1010 / 1000, 9);
  });

  test("one answer serves every viewer", async () => {
    const [one, two] = await Promise.all([costReport("local", "month"), costReport("local", "month")]);
    expect(two).toBe(one);
    expect(one.freeTier).toBeDefined();
    expect(await costReport("local", "month")).toBe(one);
  });
});
