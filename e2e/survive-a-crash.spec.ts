import { randomUUID } from "node:crypto";
import { FilterLogEventsCommand, CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { expect, test } from "@playwright/test";
import { descendantsOf, isAlive, startWarmstart } from "./warmstart-process";

test.skip(process.platform === "win32", "ps is POSIX");
test.setTimeout(180_000);

const PORTS = { PORT: "3295", WARMSTART_LOCAL_PORT: "9595", WARMSTART_LOCAL_ACCESS_KEY_ID: "CRASH", WARMSTART_LOCAL_SECRET_ACCESS_KEY: "crash-secret" };
const FUNCTION = `http://127.0.0.1:${PORTS.PORT}/api/local/functions/us-east-1/list-products`;
const logs = new CloudWatchLogsClient({ region: "us-east-1", endpoint: `http://127.0.0.1:${PORTS.WARMSTART_LOCAL_PORT}`, credentials: { accessKeyId: "CRASH", secretAccessKey: "crash-secret" } });

async function call<T>(url: string, method = "GET", body?: unknown): Promise<T> {
  const response = await fetch(url, { method, headers: { "content-type": "application/json", "x-warmstart-request": "1" }, body: body === undefined ? undefined : JSON.stringify(body) });
  expect(response.status, `${method} ${url}`).toBeLessThan(300);
  return (await response.json()) as T;
}

test("kill -9 of everything during traffic and saves loses nothing that was answered", async () => {
  const first = startWarmstart(PORTS);
  await expect.poll(first.output, { timeout: 60_000 }).toContain("Stop with Ctrl-C");
  await expect.poll(first.output, { timeout: 90_000 }).toContain("deployed us-east-1/list-products");

  const saved: string[] = [];
  const requestIds: string[] = [];
  const killed = new AbortController();
  const saving = (async () => {
    for (let index = 0; !killed.signal.aborted; index += 1) {
      const event = await call<{ id: string }>(`${FUNCTION}/test-events`, "POST", { name: `crash ${index}`, payload: "{}", shared: false }).catch(() => undefined);
      if (event) saved.push(event.id);
    }
  })();
  const running = (async () => {
    while (!killed.signal.aborted) {
      const run = await call<{ requestId?: string }>(`${FUNCTION}/runs`, "POST", { clickId: randomUUID(), payload: "{}" }).catch(() => undefined);
      if (run?.requestId) requestIds.push(run.requestId);
    }
  })();
  await expect.poll(() => Math.min(saved.length, requestIds.length), { timeout: 60_000 }).toBeGreaterThan(12);
  const processes = [first.child.pid ?? 0, ...descendantsOf(first.child.pid ?? 0)];
  for (const pid of processes) process.kill(pid, "SIGKILL");
  killed.abort();
  await Promise.all([saving, running]);
  await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([]);

  const second = startWarmstart({ ...PORTS, WARMSTART_DATA_DIR: first.directory, WARMSTART_LOCAL_TRAFFIC: "off" });
  try {
    await expect.poll(second.output, { timeout: 60_000 }).toContain("Stop with Ctrl-C");
    const { events } = await call<{ events: { id: string }[] }>(`${FUNCTION}/test-events`);
    const kept = new Set(events.map(({ id }) => id));
    expect(saved.filter((id) => !kept.has(id))).toEqual([]);
    const { functions } = await call<{ functions: { name: string }[] }>(`http://127.0.0.1:${PORTS.PORT}/api/local/functions`);
    expect(functions.map(({ name }) => name)).toContain("checkout");
    const { runs } = await call<{ runs: { requestId?: string }[] }>(`${FUNCTION}/runs`);
    expect(runs.filter(({ requestId }) => requestId && requestIds.includes(requestId)).length).toBe(Math.min(requestIds.length, runs.filter(({ requestId }) => requestId).length));
    for (const requestId of requestIds) {
      const found = await logs.send(new FilterLogEventsCommand({ logGroupName: "/aws/lambda/list-products", filterPattern: `"REPORT RequestId: ${requestId}"`, startTime: Date.now() - 600_000 }));
      expect(found.events, requestId).toHaveLength(1);
    }
  } finally {
    second.child.kill("SIGTERM");
    await new Promise((resolve) => second.child.once("exit", resolve));
  }
});
