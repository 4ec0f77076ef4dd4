import { statSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { commandOf, descendantsOf, isAlive, sendSignal, startWarmstart } from "./warmstart-process";

test.skip(process.platform === "win32", "ps is POSIX");
test.describe.configure({ mode: "serial", timeout: 120_000 });

for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
  test(`${signal} leaves no process behind`, async () => {
    const { child, output } = startWarmstart();
    await expect.poll(output, { timeout: 60_000 }).toContain("Stop with Ctrl-C");
    // Dashboard, local region, its reaper, and at least one execution environment of the shop.
    await expect.poll(() => descendantsOf(child.pid ?? 0).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(4);
    const processes = descendantsOf(child.pid ?? 0);
    sendSignal(child, signal);
    await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([]);
  });
}

test("a dashboard that is killed is started again", async () => {
  const { child, output } = startWarmstart();
  await expect.poll(output, { timeout: 60_000 }).toContain("Stop with Ctrl-C");
  const isUp = () => fetch("http://127.0.0.1:3291/api/health").then(({ ok }) => ok, () => false);
  await expect.poll(isUp).toBe(true);
  const dashboard = descendantsOf(child.pid ?? 0).find((pid) => /next-server|dist\/bin\/next/.test(commandOf(pid)));
  process.kill(dashboard ?? 0, "SIGKILL");
  await expect.poll(output).toContain("it is started again");
  await expect.poll(isUp).toBe(true);
  sendSignal(child, "SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
});

test("the profile is private and a taken port that was asked for is an error", async () => {
  const taken = net.createServer().listen({ host: "127.0.0.1", port: 3292 });
  try {
    const { child, output, directory } = startWarmstart({ PORT: "3292" });
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(1);
    expect(output()).toContain("PORT=3292 is taken");
    expect(statSync(path.join(directory, "aws", "credentials")).mode & 0o777).toBe(0o600);
  } finally {
    taken.close();
  }
});

test("an address beyond loopback is refused with a clear line", async () => {
  const { child, output } = startWarmstart({ HOST: "0.0.0.0" });
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(1);
  expect(output()).toContain("HOST=0.0.0.0 is refused");
});
