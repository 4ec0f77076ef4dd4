import { spawn } from "node:child_process";
import { join } from "node:path";
import { runtimeDirectory } from "../../assets.ts";

/** Outlives the region for a moment: whatever ends the region, the processes registered here end too. */
export interface ProcessReaper {
  add(pid: number): void;
  remove(pid: number): void;
  /** Lets the reaper go; it kills what is still registered. */
  close(): void;
}

export function startProcessReaper(): ProcessReaper {
  const [command, args] =
    process.platform === "win32" ? [process.execPath, [join(runtimeDirectory, "reaper.cjs")]] : ["sh", [join(runtimeDirectory, "reaper.sh")]];
  // A session of its own: a Ctrl-C for the region must not reach it first.
  const child = spawn(command, args, { detached: true, stdio: ["pipe", "ignore", "ignore"], windowsHide: true });
  child.unref();
  // Without its reaper the region still works and kills its children itself when it closes.
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  return {
    add: (pid) => void child.stdin.write(`+ ${pid}\n`),
    remove: (pid) => void child.stdin.write(`- ${pid}\n`),
    close: () => void child.stdin.end(),
  };
}
