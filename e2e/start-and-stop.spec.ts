import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, statSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";

test.skip(process.platform === "win32", "ps is POSIX");
test.describe.configure({ mode: "serial" });

interface Started {
  child: ChildProcess;
  output: () => string;
  directory: string;
}

function start(env: Record<string, string> = {}): Started {
  const directory = mkdtempSync(path.join(tmpdir(), "warmstart-start-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: "3291", WARMSTART_LOCAL_PORT: "9591", WARMSTART_DATA_DIR: directory, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return { child, output: () => text, directory };
}

/** Every process below one, by process id: also those whose parent has gone are found later by their ids. */
function descendants(pid: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n").map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] => rows.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)]);
  return below(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie answers signals too: only its state tells.
    return !/^Z/.test(execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).trim());
  } catch {
    return false;
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
  test(`${signal} leaves no process behind`, async () => {
    const { child, output } = start();
    await expect.poll(output, { timeout: 60_000 }).toContain("Stop with Ctrl-C");
    const pid = child.pid ?? 0;
    // Dashboard, local region, its reaper, and at least one execution environment of the shop.
    await expect.poll(() => descendants(pid).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(4);
    const processes = descendants(pid);
    child.kill(signal);
    await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([]);
  });
}

test("the profile is private and a taken port that was asked for is an error", async () => {
  const taken = net.createServer().listen({ host: "127.0.0.1", port: 3292 });
  try {
    const { child, output, directory } = start({ PORT: "3292" });
    const code = await new Promise((resolve) => child.once("exit", resolve));
    expect(code).toBe(1);
    expect(output()).toContain("PORT=3292 is taken");
    expect(statSync(path.join(directory, "aws", "credentials")).mode & 0o777).toBe(0o600);
  } finally {
    taken.close();
  }
});

test("an address beyond loopback is refused with a clear line", async () => {
  const { child, output } = start({ HOST: "0.0.0.0" });
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(1);
  expect(output()).toContain("HOST=0.0.0.0 is refused");
});
