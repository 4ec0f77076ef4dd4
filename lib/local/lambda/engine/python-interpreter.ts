import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);
const PROBE = "import os, sys; print(sys.version_info[0], sys.version.split()[0], sys.executable, os.path.dirname(os.__file__), sep='\\n')";

/** Python 3 of this machine; paths are absolute. */
export interface PythonInterpreter {
  command: string;
  /** `3.11.7` */
  version: string;
  /** Folder of the standard library. */
  libraryDirectory: string;
}

/** `undefined` when there is none. Takes the interpreter behind a version manager's shim. */
export async function findPython(): Promise<PythonInterpreter | undefined> {
  for (const name of ["python3", "python"]) {
    try {
      const { stdout } = await execute(name, ["-c", PROBE]);
      const [major, version, command, libraryDirectory] = stdout.trim().split(/\r?\n/);
      if (major === "3" && version && command && libraryDirectory) return { command, version, libraryDirectory };
    } catch {
      // Not installed under this name.
    }
  }
  return undefined;
}
