import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findBootstrap, formatRefusal } from "./custom-runtime.ts";

const scratch = mkdtempSync(join(tmpdir(), "custom-runtime-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const elf = (machine: number): Buffer => {
  const header = Buffer.alloc(20);
  header.write("\x7fELF", "latin1");
  header.writeUInt16LE(machine, 18);
  return header;
};
const linux = { platform: "linux", arch: "x64" } as const;

test.each([
  ["a script", Buffer.from("#!/bin/sh\n"), linux, undefined],
  ["a script without its first line", Buffer.from("echo no\n"), linux, " (neither a Linux program nor a script that starts with #!)"],
  ["an empty file", Buffer.alloc(20), linux, " (neither a Linux program nor a script that starts with #!)"],
  ["a program for this machine", elf(0x3e), linux, undefined],
  ["a program for arm64", elf(0xb7), linux, " (built for arm64: this machine is x64)"],
  ["a program for riscv64", elf(0xf3), linux, " (built for another processor: this machine is x64)"],
  ["a Linux program on macOS", elf(0xb7), { platform: "darwin", arch: "arm64" } as const, " (a Linux program: this machine runs darwin)"],
])("%s", (_case, header, machine, reason) => expect(formatRefusal(header, machine)).toBe(reason));

test.runIf(process.platform !== "win32")("a function needs an executable bootstrap, of its package or of a layer", () => {
  const code = join(scratch, "code");
  const layers = join(scratch, "layers");
  for (const folder of [code, layers]) mkdirSync(folder);
  const find = () => findBootstrap(code, layers);
  expect(find()).toEqual({ refusal: "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]" });
  const layered = join(layers, "bootstrap");
  writeFileSync(layered, "#!/bin/sh\n");
  chmodSync(layered, 0o700);
  expect(find()).toEqual({ path: layered });
  const file = join(code, "bootstrap");
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, 0o600);
  expect(find()).toEqual({ refusal: "fork/exec /var/task/bootstrap: permission denied" });
  chmodSync(file, 0o700);
  expect(find()).toEqual({ path: file });
  writeFileSync(file, "#! /no/such -x\n");
  expect(find()).toEqual({
    refusal: "fork/exec /var/task/bootstrap: no such file or directory (its first line names /no/such, which this machine does not have)",
  });
});
