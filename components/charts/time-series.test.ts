import { expect, test } from "vitest";
import { chartRows, greatestValue, isIsolated, isProvisional } from "./time-series";

const frame = { timestampsMs: [0, 60_000, 120_000], periodSeconds: 60, provisionalFromMs: 90_000 };

test("rows carry a gap for every missing value", () => {
  const series = [{ key: "a", label: "a", tone: "mid", shape: "line", values: [1, null] } as const];
  expect(chartRows(frame, series)).toEqual([
    { timestampMs: 0, values: { a: 1 } },
    { timestampMs: 60_000, values: { a: null } },
    { timestampMs: 120_000, values: { a: null } },
  ]);
});

test("a bucket is provisional from the one that the newest moments fall into", () => {
  expect([0, 1, 2].map((index) => isProvisional(frame, index))).toEqual([false, true, true]);
  expect(isProvisional({ ...frame, provisionalFromMs: undefined }, 2)).toBe(false);
  expect(isProvisional(frame, 3)).toBe(false);
});

test("a value is isolated only between gaps or at the end beside one", () => {
  expect([0, 1, 2, 3, 4].map((index) => isIsolated([1, null, 2, 3, null], index))).toEqual([true, false, false, false, false]);
});

test("the greatest value ignores gaps and knows no negative ground", () => {
  expect(greatestValue([null, 3], [7, null])).toBe(7);
  expect(greatestValue([null], [])).toBe(0);
});
