import { CreateFunctionCommand, GetFunctionConcurrencyCommand, LambdaClient, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { PORT } from "./addresses";
import { expect, functionPage, invoke, lambda, test } from "./fixtures";
import { descendantsOf, isAlive, startWarmstart } from "./warmstart-process";

const reserve = (FunctionName: string, ReservedConcurrentExecutions: number) => lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
const reserved = async (FunctionName: string, client = lambda) => (await client.send(new GetFunctionConcurrencyCommand({ FunctionName }))).ReservedConcurrentExecutions;

test("a function is stopped after saying what its ways in do, and restored from the banner on any page", async ({ page, createFunction }) => {
  const name = await createFunction();
  await reserve(name, 5);
  await page.goto(functionPage(name));
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Emergency stop…" }).click();
  const dialog = page.getByRole("dialog", { name: `Stop ${name}` });
  await expect(dialog.getByRole("listitem").filter({ hasText: "Asynchronous invocations" })).toContainText("lost");
  await expect(dialog.getByText("Then its reserved concurrency is 5 again, as it is now.")).toBeVisible();
  await dialog.getByRole("button", { name: "15 min" }).click();
  await dialog.getByRole("button", { name: "Stop now" }).click();
  const banner = page.getByRole("list", { name: "Emergency stops" }).getByRole("listitem").filter({ hasText: name });
  await expect(banner).toContainText(/Back to reserved concurrency 5 in 1[45] min/);
  expect(await invoke(name)).toMatchObject({ status: 429, reason: "ReservedFunctionConcurrentInvocationLimitExceeded" });
  await page.getByRole("link", { name: "Cost" }).first().click();
  await banner.getByRole("button", { name: `Restore now: ${name}` }).click();
  await expect(page.getByText(`${name} takes invocations again`)).toBeVisible();
  await expect(banner).toHaveCount(0);
  expect(await reserved(name)).toBe(5);
  expect((await invoke(name)).status).toBe(200);
  await page.goto(`/local/activity?q=${name}`);
  await expect(page.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "Emergency stop ended" })).toContainText("Reserved concurrency: 0 → 5");
});

test("a value that somebody sets meanwhile is left alone, and it is said", async ({ page, createFunction }) => {
  const name = await createFunction();
  const response = await page.request.post(`http://127.0.0.1:${PORT}/api/local/functions/us-east-1/${name}/emergency-stop`, { data: {}, headers: { "x-warmstart-request": "1" } });
  expect(response.status()).toBe(200);
  await reserve(name, 3);
  await page.goto(functionPage(name));
  await page.getByRole("button", { name: `Restore now: ${name}` }).click();
  await expect(page.getByText("Someone set the reserved concurrency to 3 meanwhile: it is left so.")).toBeVisible();
  expect(await reserved(name)).toBe(3);
});

test("kill -9 of everything during a stop: the next start restores it when its time has come", async () => {
  test.skip(process.platform === "win32", "ps is POSIX");
  test.setTimeout(240_000);
  const ports = { PORT: "3297", WARMSTART_LOCAL_PORT: "9597", WARMSTART_LOCAL_ACCESS_KEY_ID: "STOP", WARMSTART_LOCAL_SECRET_ACCESS_KEY: "stop-secret", WARMSTART_LOCAL_TRAFFIC: "off" };
  const client = new LambdaClient({ region: "us-east-1", endpoint: `http://127.0.0.1:${ports.WARMSTART_LOCAL_PORT}`, credentials: { accessKeyId: "STOP", secretAccessKey: "stop-secret" } });
  const path = `http://127.0.0.1:${ports.PORT}/api/local/functions/us-east-1/runaway/emergency-stop`;
  const first = startWarmstart(ports);
  await expect.poll(first.output, { timeout: 90_000 }).toContain("Stop with Ctrl-C");
  const zip = Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64");
  await client.send(new CreateFunctionCommand({ FunctionName: "runaway", Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/e2e", Code: { ZipFile: zip } }));
  await client.send(new PutFunctionConcurrencyCommand({ FunctionName: "runaway", ReservedConcurrentExecutions: 6 }));
  const stopped = await fetch(path, { method: "POST", headers: { "content-type": "application/json", "x-warmstart-request": "1" }, body: JSON.stringify({ minutes: 1 }) });
  const { restoreAtMs } = (await stopped.json()) as { restoreAtMs: number };
  expect(await reserved("runaway", client)).toBe(0);
  const processes = [first.child.pid ?? 0, ...descendantsOf(first.child.pid ?? 0)];
  for (const pid of processes) process.kill(pid, "SIGKILL");
  await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([]);

  await expect.poll(() => Date.now(), { timeout: 70_000, intervals: [1_000] }).toBeGreaterThan(restoreAtMs);
  const second = startWarmstart({ ...ports, WARMSTART_DATA_DIR: first.directory });
  try {
    await expect.poll(second.output, { timeout: 90_000 }).toContain("Stop with Ctrl-C");
    await expect.poll(() => reserved("runaway", client), { timeout: 10_000 }).toBe(6);
  } finally {
    second.child.kill("SIGTERM");
    await new Promise((resolve) => second.child.once("exit", resolve));
  }
});
