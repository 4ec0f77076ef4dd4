import { expect, test } from "vitest";
import { matchesWords, searchWords } from "./change-match";
import type { ListedChange } from "./schema";

const change: ListedChange = {
  id: "c",
  region: "us-east-1",
  functionName: "checkout",
  status: "failed",
  kind: "log_retention",
  fields: [{ field: "memoryMb", kind: "configuration", action: "changed", before: 128, after: 512 }],
  changedBy: "ada",
  page: "/local/functions/us-east-1/checkout/configuration",
  error: "AWS refused it",
  atMs: 0,
};

test.each([
  ["", true],
  ["  ", true],
  ["CHECKOUT", true],
  ["check ada", true],
  ["512 refused", true],
  ["log retention", true],
  ["checkout bob", false],
  ["variable", false],
])("“%s” finds it: %s", (text, found) => {
  expect(matchesWords(change, searchWords(text))).toBe(found);
});
