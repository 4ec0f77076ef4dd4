import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useScratchDatabase } from "./testing";

let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
beforeAll(async () => {
  scratch = await useScratchDatabase();
});
afterAll(() => scratch.close());

/** The module as a second process would have it: no key in memory. */
async function freshModule() {
  vi.resetModules();
  return import("./sealed-values");
}

test("two processes that start at once agree on one key, readable by the owner only", async () => {
  const one = await freshModule();
  const two = await freshModule();
  expect(one).not.toBe(two);
  const sealed = await Promise.all([one.sealValues({ a: "1" }, "x"), two.sealValues({ a: "2" }, "x")]);
  const third = await freshModule();
  expect(await Promise.all(sealed.map((text) => third.openSealedValues(text, "x")))).toEqual([{ a: "1" }, { a: "2" }]);
  const file = path.join(scratch.directory, "secret.key");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file)).length).toBe(32);
});

test("a sealed text shows nothing, differs each time, and opens only untouched and in its context", async () => {
  const { sealValues, openSealedValues } = await freshModule();
  const [one, two] = await Promise.all([sealValues({ key: "sk_live_secret" }, "change-1"), sealValues({ key: "sk_live_secret" }, "change-1")]);
  expect(one).not.toBe(two);
  expect(Buffer.from(one, "base64url").toString("latin1")).not.toContain("sk_live_secret");
  await expect(openSealedValues(one, "change-2")).rejects.toThrow();
  const bytes = Buffer.from(one, "base64url");
  bytes[bytes.length - 1]! ^= 1;
  await expect(openSealedValues(bytes.toString("base64url"), "change-1")).rejects.toThrow();
  await expect(openSealedValues(one.slice(0, 30), "change-1")).rejects.toThrow();
});

test("a fingerprint follows the value and its scope, and stays over restarts", async () => {
  const before = await (await freshModule()).fingerprinter();
  const after = await (await freshModule()).fingerprinter();
  expect(before("A", "1")).toBe(after("A", "1"));
  expect(before("A", "1")).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set([before("A", "1"), before("A", "2"), before("B", "1"), before("A1", "")]).size).toBe(4);
});
