import { basename, join } from "node:path";
import { runtimeDirectory } from "../../assets.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { InterpreterVersions } from "../invocation-engine.ts";
import { findBootstrap } from "./custom-runtime.ts";
import type { PathPair } from "./host-paths.ts";
import { findPython } from "./python-interpreter.ts";

export interface RuntimeCommand {
  /** Absolute path of a program. */
  command: string;
  args: readonly string[];
  /** Folders of the interpreter that show in stack traces. */
  paths: readonly PathPair[];
}

/** What starts a function's process, or in a sentence why nothing does. */
export type RuntimeLookup = { command: RuntimeCommand } | { refusal: string };

/** Lambda's Node.js loads a module as what its file says, nothing detected; not every Node.js knows both flags. */
const NODE_FLAGS = ["--no-experimental-detect-module", "--no-experimental-require-module"].filter((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);
/** From here on V8's own heap limit could be lower than the function's memory. */
const LARGE_MEMORY_MB = 2_048;

/** The interpreters of this machine: one Node.js and one Python stand for all versions of the runtime. */
export interface Interpreters {
  find(version: FunctionVersion): Promise<RuntimeLookup>;
  versions(): Promise<InterpreterVersions>;
}

export function createInterpreters(directory: string): Interpreters {
  // Looked for once: a version manager's shim costs more than the interpreter's start.
  const python = findPython();
  const findPythonCommand = async (runtime: string): Promise<RuntimeLookup> => {
    const found = await python;
    if (!found) return { refusal: `${runtime} needs Python 3, and this machine has none: install it, then start the local region again.` };
    // Packages stay as they were uploaded: bytecode goes to a folder of its own.
    const cache = `pycache_prefix=${join(directory, "pycache")}`;
    const args = ["-S", "-X", "utf8", "-X", cache, join(runtimeDirectory, "bootstrap.py")];
    const { command, libraryDirectory } = found;
    return { command: { command, args, paths: [{ host: libraryDirectory, aws: `/var/lang/lib/${basename(libraryDirectory)}` }] } };
  };
  return {
    async find({ configuration, codeDirectory, layersDirectory }) {
      const { Runtime, MemorySize } = configuration;
      if (/^nodejs\d+\.x$/.test(Runtime)) return { command: nodeCommand(MemorySize) };
      if (/^python3\.\d+$/.test(Runtime)) return findPythonCommand(Runtime);
      if (isCustomRuntime(Runtime)) return customCommand(Runtime, codeDirectory, layersDirectory);
      return {
        refusal: `The local region has no runtime for ${Runtime}: it runs nodejs*, python3.* and provided.* functions. Invoke this one on AWS, or deploy it for provided.al2023 with an executable bootstrap.`,
      };
    },
    async versions() {
      return { nodejs: process.versions.node, python: (await python)?.version };
    },
  };
}

/** The package brings its own runtime: `provided.*`. */
export const isCustomRuntime = (runtime: string): boolean => runtime.startsWith("provided");

function nodeCommand(memoryMb: number): RuntimeCommand {
  const heap = memoryMb > LARGE_MEMORY_MB ? [`--max-old-space-size=${memoryMb}`] : [];
  return { command: process.execPath, args: [...NODE_FLAGS, ...heap, join(runtimeDirectory, "bootstrap.cjs")], paths: [] };
}

function customCommand(runtime: string, codeDirectory: string, layersDirectory: string | undefined): RuntimeLookup {
  if (process.platform === "win32") return { refusal: `${runtime} functions are Linux programs: the local region cannot run them on Windows.` };
  const found = findBootstrap(codeDirectory, layersDirectory);
  return "path" in found ? { command: { command: found.path, args: [], paths: [] } } : found;
}
