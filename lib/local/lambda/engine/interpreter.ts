import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { runtimeDirectory } from "../../assets.ts";

const execute = promisify(execFile);

export interface RuntimeCommand {
  /** Absolute path of an interpreter. */
  command: string;
  args: readonly string[];
}

/** Lambda's Node.js loads a module as what its file says, nothing detected; not every Node.js knows both flags. */
const NODE_FLAGS = ["--no-experimental-detect-module", "--no-experimental-require-module"].filter((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);
/** From here on V8's own heap limit could be lower than the function's memory. */
const LARGE_MEMORY_MB = 2_048;

/** The interpreters of this machine: one Node.js and one Python stand for all versions of the runtime. */
export interface Interpreters {
  /** `undefined` when this machine has no interpreter for the runtime. */
  find(runtime: string, memoryMb: number): Promise<RuntimeCommand | undefined>;
}

export function createInterpreters(directory: string): Interpreters {
  // Looked for once: a version manager's shim costs more than the interpreter's start.
  const python = findPython();
  return {
    async find(runtime, memoryMb) {
      if (/^nodejs\d+\.x$/.test(runtime)) {
        const heap = memoryMb > LARGE_MEMORY_MB ? [`--max-old-space-size=${memoryMb}`] : [];
        return { command: process.execPath, args: [...NODE_FLAGS, ...heap, join(runtimeDirectory, "bootstrap.cjs")] };
      }
      if (!/^python3\.\d+$/.test(runtime)) return undefined;
      const command = await python;
      if (command === undefined) return undefined;
      // Packages stay as they were uploaded: bytecode goes to a folder of its own.
      const cache = `pycache_prefix=${join(directory, "pycache")}`;
      return { command, args: ["-S", "-X", "utf8", "-X", cache, join(runtimeDirectory, "bootstrap.py")] };
    },
  };
}

async function findPython(): Promise<string | undefined> {
  for (const name of ["python3", "python"]) {
    try {
      const { stdout } = await execute(name, ["-c", "import sys; print(sys.version_info[0], sys.executable)"]);
      const [major, path] = splitOnce(stdout.trim());
      if (major === "3" && path) return path;
    } catch {
      // Not installed under this name.
    }
  }
  return undefined;
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(" ");
  return [text.slice(0, at), text.slice(at + 1)];
}
