import { execFileSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { startRegion } from "./child-server.mjs";
import { createEcho, lambdaClient } from "./lambda-client.mjs";
import { runConcurrently } from "./rounds.mjs";

const FUNCTIONS = 1000;
/** Time to become idle. */
const REST_MS = 3000;

/** Resident memory of a region and its helper processes with 1,000 functions, none running. */
export async function idleMemory({ bundle }) {
  const region = await startRegion(bundle);
  const client = lambdaClient(region.endpoint);
  let index = 0;
  await runConcurrently(FUNCTIONS, 8, () => createEcho(client, `idle-${index++}`));
  client.destroy();
  await delay(REST_MS);
  const usedMb = residentMb(region.pid);
  await region.close();
  return [{ figure: "idle memory with 1,000 functions", ours: `${usedMb.toFixed(0)} MB`, bar: "≤ 150 MB, aim < 100", met: usedMb <= 150 }];
}

/** Of a process and its children. */
function residentMb(pid) {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const own = processes.filter(([id, parent]) => id === pid || parent === pid);
  return own.reduce((sum, [, , kilobytes]) => sum + kilobytes, 0) / 1024;
}
