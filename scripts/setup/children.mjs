import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { projectRoot } from "./run.mjs";

const GRACE_MS = 8_000;

/**
 * The processes that `npm start` keeps. Each has a pipe on its standard input: when this process dies, however it
 * dies, the pipe ends and they end themselves.
 */
export class Children {
  #children = new Map();
  #stopping;

  /** Starts one. `onLine` gets its standard output line by line; without it the output is passed through. */
  start(name, args, { env, onLine, onExit }) {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env,
      stdio: ["pipe", onLine ? "pipe" : "inherit", "inherit"],
    });
    this.#children.set(name, child);
    if (onLine) createInterface({ input: child.stdout }).on("line", onLine);
    child.once("exit", (code, signal) => {
      this.#children.delete(name);
      if (!this.#stopping) onExit(`${name} ended unexpectedly (${signal ?? `exit ${code}`})`);
    });
    child.once("error", (error) => onExit(`${name} could not be started: ${error.message}`));
    return child;
  }

  /** Asks every child to end, waits, and kills what does not. */
  stop() {
    this.#stopping ??= Promise.all([...this.#children.values()].map(stopOne));
    return this.#stopping;
  }
}

function stopOne(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
