import { describe, expect, test } from "vitest";
import { formatBytes, formatCount, formatDateTime, formatMs, formatPercent, formatRelativeTime, formatUsd } from "./format";

test.each([
  [0, "0"],
  [7, "7"],
  [0.25, "0.3"],
  [4_218, "4,218"],
  [9_999, "9,999"],
  [10_000, "10k"],
  [18_412, "18.4k"],
  [184_120, "184k"],
  [999_600, "1M"],
  [2_130_000, "2.13M"],
  [-18_412, "-18.4k"],
])("formatCount(%d) = %s", (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test.each([
  [0, "0 ms"],
  [0.00412, "0.0041 ms"],
  [0.1189, "0.12 ms"],
  [0.5, "0.5 ms"],
  [0.84, "0.84 ms"],
  [0.994, "0.99 ms"],
  [0.996, "1 ms"],
  [1.84, "1.8 ms"],
  [9.96, "10 ms"],
  [18.4, "18 ms"],
  [999.4, "999 ms"],
  [999.6, "1 s"],
  [4_100, "4.1 s"],
  [4_128, "4.13 s"],
  [12_340, "12.3 s"],
  [59_960, "1 min"],
  [125_000, "2 min 5 s"],
  [900_000, "15 min"],
  [3_599_900, "1 h"],
  [4_320_000, "1 h 12 min"],
  [86_400_000, "1 d"],
])("formatMs(%d) = %s", (durationMs, text) => {
  expect(formatMs(durationMs)).toBe(text);
});

test.each([
  [0, "0 B"],
  [812, "812 B"],
  [1_023, "1,023 B"],
  [1_024, "1 KB"],
  [4_200, "4.1 KB"],
  [1_048_400, "1 MB"],
  [6_291_456, "6 MB"],
])("formatBytes(%d) = %s", (sizeBytes, text) => {
  expect(formatBytes(sizeBytes)).toBe(text);
});

test.each([
  [0, "$0"],
  [0.0000022, "$0.0000022"],
  [0.00000208345, "$0.0000021"],
  [0.0000002, "$0.0000002"],
  [0.01412, "$0.014"],
  [0.0996, "$0.10"],
  [1.2, "$1.20"],
  [999.994, "$999.99"],
  [1_203.6, "$1,204"],
  [-0.5, "-$0.50"],
])("formatUsd(%d) = %s", (costUsd, text) => {
  expect(formatUsd(costUsd)).toBe(text);
});

test("an amount above zero never reads as nothing", () => {
  for (let exponent = -15; exponent < 4; exponent += 1) {
    for (const digits of [1, 1.5, 4.99, 9.9, 9.99, 9.999]) {
      const text = formatUsd(digits * 10 ** exponent);
      expect(Number(text.replace(/[$,]/g, "")), text).toBeGreaterThan(0);
    }
  }
});

test.each([
  [0, "0 %"],
  [0.00001, "< 0.01 %"],
  [0.0012, "0.12 %"],
  [0.0114, "1.1 %"],
  [0.34, "34 %"],
  [0.996, "99.6 %"],
  [0.99999, "> 99.9 %"],
  [1, "100 %"],
])("formatPercent(%d) = %s", (share, text) => {
  expect(formatPercent(share)).toBe(text);
});

describe("formatRelativeTime", () => {
  const nowMs = Date.UTC(2026, 10, 20, 12);

  test.each([
    [0, "just now"],
    [-4_999, "just now"],
    [-12_000, "12 seconds ago"],
    [-119_000, "1 minute ago"],
    [-3 * 3_600_000, "3 hours ago"],
    [-12 * 86_400_000, "12 days ago"],
    [-400 * 86_400_000, "1 year ago"],
    [2 * 86_400_000, "in 2 days"],
  ])("%d ms from now is %s", (differenceMs, text) => {
    expect(formatRelativeTime(nowMs + differenceMs, nowMs)).toBe(text);
  });
});

test("a moment is told in the zone asked for", () => {
  const timestampMs = Date.UTC(2026, 10, 20, 18, 2, 5);
  expect(formatDateTime(timestampMs, "UTC")).toBe("20 Nov 2026, 18:02:05");
  expect(formatDateTime(timestampMs)).toBe("20 Nov 2026, 23:47:05");
});
