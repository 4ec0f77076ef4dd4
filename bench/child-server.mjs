import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const CREDENTIALS = { accessKeyId: "AKIALOCALBENCH000000", secretAccessKey: "local-bench-secret" };

/** Starts a Node.js process that prints JSON lines, one of them with a port, and stops when its standard input ends. */
async function startChild(args, env, onEvent = () => undefined) {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env }, stdio: ["pipe", "pipe", "inherit"] });
  const port = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${args[0]} ended (exit ${code}) before it listened.`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const event = JSON.parse(line);
      if (event.port) resolve(event.port);
      onEvent(event);
    });
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async close() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/** A local region of its own in a temporary directory; `shop` is `on` (deployed, with history, no traffic) or `off`. */
export async function startRegion(bundle, { shop = "off", onEvent } = {}) {
  const directory = mkdtempSync(path.join(tmpdir(), "warmstart-bench-"));
  const region = await startChild(
    [bundle],
    {
      WARMSTART_LOCAL_DIRECTORY: directory,
      WARMSTART_LOCAL_PORT: "0",
      WARMSTART_LOCAL_PORT_EXPLICIT: "1",
      WARMSTART_LOCAL_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      WARMSTART_LOCAL_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      WARMSTART_LOCAL_SHOP: shop,
      WARMSTART_LOCAL_TRAFFIC: "off",
    },
    onEvent,
  );
  return {
    ...region,
    directory,
    async close() {
      await region.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The limit: a server that answers an Invoke with its own event and does nothing else. */
export function startNullServer() {
  return startChild([fileURLToPath(new URL("./null-server.mjs", import.meta.url))], {});
}
