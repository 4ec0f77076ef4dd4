import { mkdtemp, readdir, readFile, readlink, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { zipOf } from "../testing.ts";
import { unpackArchive } from "./package-archive.ts";

const DAMAGED = "Could not unzip uploaded file. Please check your file, then try to upload again.";
const SYMBOLIC_LINK = 0o120777;
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "package-archive-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function zipWithLink(name: string, target: string): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from("real"), "lib/real.txt");
  zip.addBuffer(Buffer.from(target), name, { mode: SYMBOLIC_LINK });
  zip.end();
  return buffer(zip.outputStream);
}

it("writes files and folders for the user alone", async () => {
  await unpackArchive(await zipOf({ "index.mjs": "code", "deep/er/data.bin": Buffer.from([0, 255]) }), directory);
  expect(await readFile(join(directory, "index.mjs"), "utf8")).toBe("code");
  expect([...(await readFile(join(directory, "deep/er/data.bin")))]).toEqual([0, 255]);
  if (process.platform === "win32") return;
  expect((await stat(join(directory, "index.mjs"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(directory, "deep"))).mode & 0o777).toBe(0o700);
});

it("refuses a name that leaves the package", async () => {
  const zip = await zipOf({ "aa/evil.txt": "x" });
  const slipped = Buffer.from(zip.toString("latin1").replaceAll("aa/evil.txt", "../evil.txt"), "latin1");
  await expect(unpackArchive(slipped, directory)).rejects.toThrow(DAMAGED);
  expect(await readdir(directory)).toEqual([]);
});

it.skipIf(process.platform === "win32")("keeps links inside the package and refuses others", async () => {
  await unpackArchive(await zipWithLink("bin/tool", "../lib/real.txt"), directory);
  expect(await readlink(join(directory, "bin/tool"))).toBe("../lib/real.txt");
  expect(await readFile(join(directory, "bin/tool"), "utf8")).toBe("real");
  await expect(unpackArchive(await zipWithLink("bin/up", "../../etc/passwd"), directory)).rejects.toThrow(DAMAGED);
  await expect(unpackArchive(await zipWithLink("absolute", "/etc/passwd"), directory)).rejects.toThrow(DAMAGED);
});

it("refuses a damaged archive and one that says less than it holds", async () => {
  const zip = await zipOf({ "a.txt": "a".repeat(1_000) });
  await expect(unpackArchive(zip.subarray(0, zip.length - 30), directory)).rejects.toThrow(DAMAGED);
  const central = zip.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(10, central + 24);
  await expect(unpackArchive(lying, directory)).rejects.toThrow(DAMAGED);
});

it("refuses more than 250 MB", async () => {
  const zip = await zipOf({ "large.bin": "x" });
  const central = zip.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
  zip.writeUInt32LE(262_144_001, central + 24);
  await expect(unpackArchive(zip, directory)).rejects.toThrow("Unzipped size must be smaller than 262144000 bytes");
});
