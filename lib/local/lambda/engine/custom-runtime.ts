/** Whether this machine can start a package's `bootstrap`. docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html */
import { closeSync, constants, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

const ELF = Buffer.from("\x7fELF");
const ELF_MACHINE_OFFSET = 18;
/** `e_machine`: https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html */
const ELF_MACHINES: Readonly<Record<number, string>> = { 0x3e: "x64", 0xb7: "arm64" };
/** Linux reads no longer first line of a script. */
const HEADER_BYTES = 256;

/** A `bootstrap` with its absolute path, or why AWS or this machine cannot start it. */
export type BootstrapLookup = { path: string } | { refusal: string };

/** The package's own comes before the layers'. */
export function findBootstrap(codeDirectory: string, layersDirectory: string | undefined): BootstrapLookup {
  const places = [{ directory: codeDirectory, aws: "/var/task" }];
  if (layersDirectory !== undefined) places.push({ directory: layersDirectory, aws: "/opt" });
  for (const { directory, aws } of places) {
    const path = join(directory, "bootstrap");
    if (!existsSync(path)) continue;
    const refusal = bootstrapRefusal(path, `${aws}/bootstrap`);
    return refusal === undefined ? { path } : { refusal };
  }
  return { refusal: "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]" };
}

function bootstrapRefusal(path: string, shown: string): string | undefined {
  const fd = openSync(path, "r");
  try {
    const status = fstatSync(fd);
    const isExecutable = status.isFile() && (status.mode & constants.S_IXUSR) !== 0;
    if (!isExecutable) return `fork/exec ${shown}: permission denied`;
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(fd, header, 0, HEADER_BYTES, 0);
    const interpreter = interpreterOf(header);
    if (interpreter !== undefined && !existsSync(interpreter)) {
      return `fork/exec ${shown}: no such file or directory (its first line names ${interpreter}, which this machine does not have)`;
    }
    const reason = formatRefusal(header, process);
    return reason === undefined ? undefined : `fork/exec ${shown}: exec format error${reason}`;
  } finally {
    closeSync(fd);
  }
}

/** The program that a script's first line names; `undefined` for another file. */
function interpreterOf(header: Buffer): string | undefined {
  return /^#![ \t]*([^\s\0]+)/.exec(header.toString("latin1"))?.[1];
}

/** What is wrong with a program's first bytes, to be appended to "exec format error"; `undefined` when nothing is. */
export function formatRefusal(header: Buffer, machine: { platform: NodeJS.Platform; arch: string }): string | undefined {
  if (header.subarray(0, 2).toString("latin1") === "#!") return undefined;
  if (!header.subarray(0, ELF.length).equals(ELF)) {
    // Other systems have programs of their own; for Linux only these two are.
    return machine.platform === "linux" ? " (neither a Linux program nor a script that starts with #!)" : undefined;
  }
  if (machine.platform !== "linux") return ` (a Linux program: this machine runs ${machine.platform})`;
  const built = ELF_MACHINES[header.readUInt16LE(ELF_MACHINE_OFFSET)] ?? "another processor";
  return built === machine.arch ? undefined : ` (built for ${built}: this machine is ${machine.arch})`;
}
