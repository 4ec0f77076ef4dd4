import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface StartedProcess {
  child: ChildProcess;
  /** Everything printed so far. */
  output: () => string;
  directory: string;
}

/** Starts it in a data directory and on ports of its own, as `npm start` unless another command is given. */
export function startWarmstart(env: Record<string, string> = {}, [command, ...args]: readonly [string, ...string[]] = ["npm", "start"]): StartedProcess {
  const directory = env.WARMSTART_DATA_DIR ?? mkdtempSync(path.join(tmpdir(), "warmstart-start-"));
  const child = spawn(command, args, {
    env: { ...process.env, PORT: "3291", WARMSTART_LOCAL_PORT: "9591", ...env, WARMSTART_DATA_DIR: directory },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, as a terminal would give it.
    detached: true,
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return { child, output: () => text, directory };
}

/** Ctrl-C: a terminal sends SIGINT to the whole group. Other signals go to the process that was started. */
export function sendSignal({ pid = 0 }: ChildProcess, signal: NodeJS.Signals): void {
  process.kill(signal === "SIGINT" ? -pid : pid, signal);
}

/** Ids of every process below one. */
export function descendantsOf(pid: number): number[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = table.trim().split("\n").map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] => rows.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)]);
  return below(pid);
}

/** A zombie has ended; only nobody has asked for its exit code yet. */
export function isAlive(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).trim().startsWith("Z");
  } catch {
    return false;
  }
}

/** A process's command line, or what it calls itself. */
export function commandOf(pid: number): string {
  return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
}
