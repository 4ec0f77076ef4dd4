import { expect, test } from "vitest";
import { importBatches, importWords } from "./import-batches";
import type { TestEventContent } from "./schema";

const event = (characters: number): TestEventContent => ({ name: "e", description: "", tags: [], payload: "x".repeat(characters), invocationType: "RequestResponse", clientContext: "", assertions: [], shared: false });

test.each<[number[], number[]]>([
  [[], []],
  [[1, 1], [2]],
  [[3_000_000, 1], [1, 1]],
  [[1_500_000, 1_500_000, 1], [2, 1]],
  [[6_000_000, 1], [1, 1]],
  [Array.from({ length: 1_001 }, () => 1), [500, 500, 1]],
])("%#: batches hold what goes through", (sizes, batches) => {
  expect(importBatches(sizes.map(event)).map(({ length }) => length)).toEqual(batches);
});

test.each([
  [{ created: 1, replaced: 0, unchanged: 0, skipped: 0 }, "Imported 1 event: 1 new."],
  [{ created: 2, replaced: 1, unchanged: 4, skipped: 0 }, "Imported 3 events: 2 new, 1 replaced; 4 were there already."],
  [{ created: 0, replaced: 0, unchanged: 1, skipped: 2 }, "Nothing was written; 1 was there already; 2 left out."],
])("%j: %s", (result, words) => {
  expect(importWords([result])).toBe(words);
});
