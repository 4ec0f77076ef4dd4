import os from "node:os";
import { bundleLocalRegion } from "../scripts/setup/bundle-local-region.mjs";
import { inProject, say } from "../scripts/setup/run.mjs";
import { startNullServer, startRegion } from "./child-server.mjs";
import { coldStart } from "./cold-start.mjs";
import { history } from "./history.mjs";
import { idleMemory } from "./idle-memory.mjs";
import { lambdaClient } from "./lambda-client.mjs";
import { largeEcho } from "./large-echo.mjs";
import { reportParse } from "./report-parse.mjs";
import { printTable } from "./table.mjs";
import { telemetryWrite } from "./telemetry-write.mjs";
import { warmInvoke } from "./warm-invoke.mjs";

const BUNDLE_DIRECTORY = "build/bench/region";
/** Those at one region come first, while it is young; the others start what they need. */
const BENCHES = { "warm-invoke": warmInvoke, "cold-start": coldStart, "large-echo": largeEcho, "idle-memory": idleMemory, history, "telemetry-write": telemetryWrite, "report-parse": reportParse };

/** Runs the named benches, or all, and prints the table. Answers whether every bar was met. */
export async function runAll(names) {
  const unknown = names.filter((name) => !BENCHES[name]);
  if (unknown.length > 0) throw new Error(`No bench is called ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  await bundleLocalRegion(BUNDLE_DIRECTORY);
  const bundle = inProject(BUNDLE_DIRECTORY, "main.mjs");
  const [regionServer, nullServer] = await Promise.all([startRegion(bundle), startNullServer()]);
  const region = lambdaClient(regionServer.endpoint);
  const limit = lambdaClient(nullServer.endpoint);
  const rows = [];
  const loadBefore = os.loadavg();
  try {
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (names.length > 0 && !names.includes(name)) continue;
      say(name);
      rows.push(...(await bench({ region, limit, bundle })));
    }
  } finally {
    region.destroy();
    limit.destroy();
    await Promise.all([regionServer.close(), nullServer.close()]);
  }
  console.log(`\n${describeMachine(loadBefore)}\n`);
  printTable(rows);
  return rows.every(({ met }) => met);
}

function describeMachine(loadBefore) {
  const cpus = os.cpus();
  const load = (values) => values.map((value) => value.toFixed(1)).join(" ");
  return `Node.js ${process.versions.node}, ${cpus.length} × ${cpus[0]?.model ?? "unknown processor"}, load ${load(loadBefore)} before and ${load(os.loadavg())} after`;
}
