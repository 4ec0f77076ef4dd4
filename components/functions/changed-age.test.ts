import { expect, test } from "vitest";
import { formatAge } from "./changed-age";

const NOW_MS = Date.parse("2026-11-20T12:00:00Z");

test.each([
  [-5_000, "just now"],
  [59_999, "just now"],
  [60_000, "1 min ago"],
  [3 * 3_600_000 - 1, "2 h ago"],
  [29 * 86_400_000, "29 d ago"],
  [364 * 86_400_000, "12 mo ago"],
  [800 * 86_400_000, "2 y ago"],
])("%i ms is %s", (ageMs, words) => {
  expect(formatAge(NOW_MS - ageMs, NOW_MS)).toBe(words);
});
