import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { md5 } from "./md5";

test.each(["", "a", "abc", "message digest", "x".repeat(55), "x".repeat(56), "x".repeat(63), "x".repeat(64), "x".repeat(10_000), "Ærøskøbing 🚲"])("%j", (text) => {
  expect(md5(text)).toBe(createHash("md5").update(text).digest("hex"));
});
