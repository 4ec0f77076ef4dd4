import { build } from "esbuild";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { runtimeDirectory } from "../../assets.ts";

const PROGRAM = `
import { createHarness, answerOf } from "./lib/local/lambda/engine/engine-harness.ts";
const harness = createHarness({ directory: process.argv[2] });
const source = 'import { spawn } from "node:child_process"; export const handler = async () => spawn("sleep", ["60"]).pid;';
const version = harness.define({ files: { "index.mjs": source } });
console.log(answerOf(await harness.invoke(version)));
`;

test.skipIf(process.platform === "win32")("a region that is killed leaves no process, not even what a function started", async () => {
  const directory = mkdtempSync(join(tmpdir(), "reaper-"));
  await build({
    stdin: { contents: PROGRAM, resolveDir: resolve("."), loader: "ts" },
    outfile: join(directory, "main.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["better-sqlite3"],
  });
  cpSync(runtimeDirectory, join(directory, "runtime"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(directory, "node_modules"));
  const region = spawn(process.execPath, [join(directory, "main.mjs"), directory], { stdio: ["ignore", "pipe", "inherit"] });
  const pid = await new Promise<number>((found) => createInterface({ input: region.stdout }).once("line", (line) => found(Number(line))));
  expect(isAlive(pid)).toBe(true);
  region.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
  rmSync(directory, { recursive: true, force: true });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
