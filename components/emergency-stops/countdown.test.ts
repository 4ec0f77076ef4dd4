import { expect, test } from "vitest";
import { formatTimeLeft } from "./countdown";

test.each([
  [-1, "any moment now"],
  [0, "any moment now"],
  [1, "1 s"],
  [59_001, "1 min 00 s"],
  [899_000, "14 min 59 s"],
  [3_600_000, "1 h 00 min"],
  [14_700_000, "4 h 05 min"],
])("%i ms are %s", (leftMs, words) => {
  expect(formatTimeLeft(5_000 + leftMs, 5_000)).toBe(words);
});
