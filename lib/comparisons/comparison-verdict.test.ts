import { expect, test } from "vitest";
import { differencesOf, verdictSentence } from "./comparison-verdict";
import type { ComparisonSample, Side } from "./schema";
import { sideFigures } from "./side-figures";

const NAMES = { left: "prod", right: "$LATEST" };
const run = (side: Side, changes: Partial<ComparisonSample> = {}): ComparisonSample => ({ runId: crypto.randomUUID(), testEventId: "e", side, outcome: "success", executedVersion: side, durationMs: 20, maxMemoryUsedMb: 70, costUsd: 2e-7, ...changes });
const runs = (side: Side, durations: readonly number[], changes: Partial<ComparisonSample> = {}) => durations.map((durationMs) => run(side, { durationMs, ...changes }));
const sides = (samples: readonly ComparisonSample[]) => [sideFigures(samples, "left", "e"), sideFigures(samples, "right", "e")] as const;
const sentence = (samples: readonly ComparisonSample[]) => verdictSentence(...sides(samples), NAMES);

test.each([
  ["clearly faster", [20, 21, 20, 21, 20], [10, 11, 10, 11, 10], "$LATEST is faster by 10 ms at the median."],
  ["clearly slower", [10, 11, 10, 11, 10], [20, 21, 20, 21, 20], "$LATEST is slower by 10 ms at the median."],
  ["within the noise", [10, 20, 30, 40, 50], [15, 25, 36, 45, 55], "No difference beyond the noise of ± 28 ms."],
  ["less than a millisecond", [10, 10, 10, 10, 10], [10.9, 10.9, 10.9, 10.9, 10.9], "No difference beyond the noise of ± 0 ms."],
  ["exactly a millisecond", [10, 10, 10, 10, 10], [11, 11, 11, 11, 11], "$LATEST is slower by 1 ms at the median."],
  ["too few", [10, 10, 10, 10], [90, 90, 90, 90, 90], "Too few warm runs to say which is faster: 5 are needed on each side."],
])("%s", (_name, left, right, expected) => {
  expect(sentence([...runs("left", left), ...runs("right", right)])).toBe(expected);
});

test("a version's number is not left bare", () => {
  const samples = [...runs("left", [20, 20, 20, 20, 20]), ...runs("right", [10, 10, 10, 10, 10])];
  expect(verdictSentence(...sides(samples), { left: "1", right: "2" })).toBe("Version 2 is faster by 10 ms at the median.");
});

test("memory and cost are said with it", () => {
  const right = runs("right", [10, 10, 10, 10, 10], { maxMemoryUsedMb: 90, costUsd: 1e-7 });
  expect(sentence([...runs("left", [20, 20, 20, 20, 20]), ...right])).toBe("$LATEST is faster by 10 ms at the median, uses 20 MB more memory and costs $0.10 less per million.");
  expect(sentence([...runs("left", [10, 10, 10, 10, 10]), ...right])).toBe("$LATEST uses 20 MB more memory and costs $0.10 less per million.");
});

test("a failure comes first, whatever was measured", () => {
  const left = runs("left", [20, 20, 20, 20, 20], { outcome: "function_error" });
  expect(sentence([...left, ...runs("right", [10, 10, 10, 10, 10]), run("right", { outcome: "not_run", durationMs: undefined, executedVersion: undefined })])).toBe("prod failed 5 times. $LATEST could not be run once. $LATEST is faster by 10 ms at the median.");
  expect(sentence([run("left", { outcome: "not_run", durationMs: undefined, executedVersion: undefined })])).toBe("prod could not be run once.");
  expect(sentence([])).toBe("Nothing was measured on one of the sides.");
});

test("cold starts and the alias's other version are left out of the figures", () => {
  const samples = [run("left", { initDurationMs: 300, durationMs: 900 }), run("left", { initDurationMs: 100, durationMs: 900 }), ...runs("left", [20, 20, 20]), ...runs("left", [500, 500], { executedVersion: "other" })];
  expect(sideFigures(samples, "left", "e")).toMatchObject({ version: "left", otherVersionRuns: 2, coldCount: 2, initMs: 200, durationMs: { count: 3, p95: 20 } });
  expect(sideFigures(samples, "left", "another event").durationMs).toBeUndefined();
});

test("a difference has its noise beside it", () => {
  const [left, right] = sides([...runs("left", [20, 21, 20, 21, 20]), ...runs("right", [10, 11, 10, 11, 10])]);
  expect(differencesOf(left, right).durationMs).toMatchObject({ difference: -10, finding: "less" });
  expect(differencesOf(left, right).memoryMb).toEqual({ difference: 0, noise: 0, finding: "same" });
});
