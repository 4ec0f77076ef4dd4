import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { checkPackage } from "./check-package";
import { listZip, readFromZip } from "./read-zip";
import { editZip } from "./write-zip";

type Entry = [path: string, content: string, mode?: number];

async function zipOf(entries: readonly Entry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content, mode = 0o100_644] of entries) zip.addBuffer(Buffer.from(content), path, { mode, mtime: new Date(Date.UTC(2024, 0, 1)) });
  zip.end();
  return buffer(zip.outputStream);
}

/** Writes another name of the same length over the entry's, as a zip tool would not. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  return Buffer.from(archive.toString("latin1").replaceAll(from, to), "latin1");
}

test("a proper package passes", async () => {
  const archive = await zipOf([["index.mjs", "export const handler = 1;"], ["lib/a.js", ""], ["bin/tool", "../lib/a.js", 0o120_777]]);
  expect(await checkPackage(archive)).toEqual({ paths: ["index.mjs", "lib/a.js", "bin/tool"], unpackedBytes: 36 });
});

test.each<[string, () => Promise<Buffer>, RegExp]>([
  ["climbs out", async () => renamed(await zipOf([["aa/evil.js", "x"]]), "aa/evil.js", "../evil.js".slice(0, 10)), /climbs out of the package: remove the entry \.\.\/evil\.js from the archive/],
  ["is absolute", async () => renamed(await zipOf([["aetc/passwd", "x"]]), "aetc/passwd", "/etc/passwd"), /absolute path/],
  ["has backslashes", async () => renamed(await zipOf([["a/b.js", "x"]]), "a/b.js", "a\\b.js"), /invalid characters|backslash/],
  ["links out", async () => zipOf([["bin/x", "../../etc/passwd", 0o120_777]]), /symbolic link to “..\/..\/etc\/passwd”, outside/],
  ["is a device", async () => zipOf([["dev", "", 0o020_666]]), /no ordinary file/],
  ["comes twice", async () => renamed(await zipOf([["a.js", "1"], ["b.js", "2"]]), "b.js", "a.js"), /“a.js” is in it twice/],
  ["is empty", async () => zipOf([]), /It is empty/],
  ["is no zip", async () => Buffer.from("hello"), /no zip at all/],
])("refuses what %s", async (_what, make, sentence) => {
  await expect(checkPackage(await make())).rejects.toThrow(sentence);
});

test("refuses a zip that says it is small and is not", async () => {
  const content = Buffer.alloc(50_000);
  const archive = await zipOf([["zeros.bin", content.toString("latin1")]]);
  const claimed = Buffer.alloc(4);
  claimed.writeUInt32LE(50_000);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(5);
  const lying = Buffer.from(archive.toString("latin1").replaceAll(claimed.toString("latin1"), small.toString("latin1")), "latin1");
  await expect(checkPackage(lying)).rejects.toThrow(/cannot be read/);
});

test("refuses more than 250 MB unpacked", async () => {
  const megabytes = "\0".repeat(90 * 1_048_576);
  const archive = await zipOf([["a.bin", megabytes], ["b.bin", megabytes], ["c.bin", megabytes]]);
  expect(archive.length).toBeLessThan(1_048_576);
  await expect(checkPackage(archive)).rejects.toThrow(/larger than 250 MB/);
});

test("an edit keeps every other entry with its mode, date and order", async () => {
  const before = await zipOf([["index.mjs", "old"], ["run.sh", "#!/bin/sh", 0o100_755], ["gone.txt", "x"], ["link", "index.mjs", 0o120_777]]);
  const after = await editZip(before, { files: new Map([["index.mjs", Buffer.from("new")], ["more/new.mjs", Buffer.from("1")]]), removed: new Set(["gone.txt"]) }, new Date(Date.UTC(2026, 0, 1)));
  const entries = await listZip(after);
  expect(entries.map(({ path, mode }) => [path, mode.toString(8)])).toEqual([
    ["index.mjs", "100644"],
    ["run.sh", "100755"],
    ["link", "120777"],
    ["more/new.mjs", "100644"],
  ]);
  expect(entries[1]?.modified.getUTCFullYear()).toBe(2024);
  expect(entries[0]?.modified.getUTCFullYear()).toBe(2026);
  expect((await readFromZip(after, "index.mjs"))?.content.toString()).toBe("new");
  expect((await readFromZip(after, "run.sh"))?.content.toString()).toBe("#!/bin/sh");
  expect(await readFromZip(after, "gone.txt")).toBeUndefined();
});
