import { expect, test } from "vitest";
import { longerRanges, rangeInWords } from "./range-words";

test.each([
  ["15m", "the last 15 minutes", ["1h", "3h", "24h", "7d"]],
  ["24h", "the last 24 hours", ["7d"]],
  ["7d", "the last 7 days", []],
  ["1700000000000-1700003600000", "this range", ["7d"]],
])("%s is %s", (range, words, longer) => {
  expect(rangeInWords(range)).toBe(words);
  expect(longerRanges(range)).toEqual(longer);
});
