import { randomUUID } from "node:crypto";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateFunctionCommand, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { expect, test } from "@playwright/test";
import { zip } from "./fixtures";
import { descendantsOf, isAlive, startWarmstart } from "./warmstart-process";

test.skip(process.platform === "win32", "ps is POSIX");
test.setTimeout(180_000);

const PORTS = { PORT: "4321", WARMSTART_LOCAL_PORT: "5321", WARMSTART_LOCAL_ACCESS_KEY_ID: "LOST", WARMSTART_LOCAL_SECRET_ACCESS_KEY: "lost-secret", WARMSTART_LOCAL_TRAFFIC: "off" };
const BASE = `http://127.0.0.1:${PORTS.PORT}/api/local`;
const CLIENT = { region: "us-east-1", endpoint: `http://127.0.0.1:${PORTS.WARMSTART_LOCAL_PORT}`, credentials: { accessKeyId: "LOST", secretAccessKey: "lost-secret" } };
const logs = new CloudWatchLogsClient(CLIENT);
const lambda = new LambdaClient(CLIENT);
const NAME = "sleeps-long";
const SOURCE = "export const handler = async () => { await new Promise((done) => setTimeout(done, 20000)); return 'never heard'; };";

async function createFunction() {
  await lambda.send(new CreateFunctionCommand({ FunctionName: NAME, Runtime: "nodejs22.x", Role: "arn:aws:iam::000000000000:role/e2e", Handler: "index.handler", Timeout: 30, Code: { ZipFile: await zip({ "index.mjs": SOURCE }) } }));
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 15, minDelay: 1 }, { FunctionName: NAME });
}

interface Run {
  id: string;
  outcome: string;
  problem?: string;
  requestId?: string;
  followUp?: { state: string; certainty?: string };
}

async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${BASE}${path}`, { method: body === undefined ? "GET" : "POST", headers: { "content-type": "application/json", "x-warmstart-request": "1" }, body: body === undefined ? undefined : JSON.stringify(body) });
  expect(response.status, path).toBeLessThan(300);
  return (await response.json()) as T;
}

const startsOf = async (startTime: number) => (await logs.send(new FilterLogEventsCommand({ logGroupName: `/aws/lambda/${NAME}`, filterPattern: '"START RequestId"', startTime }))).events ?? [];

test("kill -9 amid a run: it is unknown, found in the log, and not invoked again", async () => {
  const first = startWarmstart(PORTS);
  await expect.poll(first.output, { timeout: 60_000 }).toContain("Stop with Ctrl-C");
  await createFunction();
  const clickId = randomUUID();
  const beganAtMs = Date.now();
  expect(await call<Run>(`/functions/us-east-1/${NAME}/runs`, { clickId, payload: "{}" })).toMatchObject({ outcome: "running" });
  await expect.poll(async () => (await startsOf(beganAtMs).catch(() => [])).length, { timeout: 30_000, intervals: [20] }).toBe(1);
  const processes = [first.child.pid ?? 0, ...descendantsOf(first.child.pid ?? 0)];
  for (const pid of processes) process.kill(pid, "SIGKILL");
  await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([]);

  const second = startWarmstart({ ...PORTS, WARMSTART_DATA_DIR: first.directory });
  try {
    await expect.poll(second.output, { timeout: 60_000 }).toContain("Stop with Ctrl-C");
    expect(await call<Run>(`/runs/${clickId}`)).toMatchObject({ outcome: "unknown", problem: expect.stringContaining("stopped") });
    await expect.poll(async () => (await call<Run>(`/runs/${clickId}`)).followUp, { timeout: 30_000 }).toMatchObject({ certainty: "only_one" });
    const [start] = await startsOf(beganAtMs);
    expect(start?.message).toContain((await call<Run>(`/runs/${clickId}`)).requestId);
    expect(await startsOf(beganAtMs)).toHaveLength(1);
  } finally {
    second.child.kill("SIGTERM");
    await new Promise((resolve) => second.child.once("exit", resolve));
  }
});
