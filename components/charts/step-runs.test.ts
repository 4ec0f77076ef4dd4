import { expect, test } from "vitest";
import { stepRuns } from "./step-runs";

test.each([
  ["no bucket", [], []],
  ["only gaps", [null, null], []],
  ["no gap", [1, 2], [{ from: 0, values: [1, 2] }]],
  ["a value alone between gaps, and zero is a value", [null, 0, null, 3, 4], [{ from: 1, values: [0] }, { from: 3, values: [3, 4] }]],
])("%s", (_, values, runs) => {
  expect(stepRuns(values)).toEqual(runs);
});
