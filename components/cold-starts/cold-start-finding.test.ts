import { expect, test } from "vitest";
import { coldStartFinding } from "./cold-start-finding";

const totals = { cold: 74, initP50: 300, initP95: 412, initMsSum: 25_000 };
const none = { cold: 0, initP50: null, initP95: null, initMsSum: 0 };

test.each([
  ["with a rate where the invocations are known", totals, 18_400, "74 of 18.4k (0.4 %), INIT p95 412 ms."],
  ["without one where they are not", totals, undefined, "74, INIT p95 412 ms."],
  ["without one where the log is ahead of the metrics", totals, 50, "74, INIT p95 412 ms."],
  ["none", none, 600, "None in 600 invocations."],
  ["none of none", none, 0, "None in this range."],
])("%s", (_, figures, invocations, sentence) => {
  expect(coldStartFinding({ totals: figures, complete: true }, invocations)).toBe(sentence);
});

test("a log that was not read whole gives a lower bound and never a rate", () => {
  const readUntilMs = Date.UTC(2026, 10, 20, 12, 0);
  expect(coldStartFinding({ totals, complete: false, readUntilMs }, 18_400)).toBe(
    "At least 74, INIT p95 412 ms, read until 17:45: the log is too long to read whole.",
  );
});
