import { expect, test } from "vitest";
import { EXTRA_RUNS, isWarm, nextSide } from "./run-order";
import type { ComparisonSample, Side } from "./schema";

type Seen = Pick<ComparisonSample, "side" | "outcome" | "initDurationMs">;

/** Runs until nothing is left to run; `outcomeOf` says what the n-th run of a side comes to. */
function play(warmRuns: number, outcomeOf: (side: Side, nth: number) => Omit<Seen, "side">): Seen[] {
  const seen: Seen[] = [];
  for (let side = nextSide(seen, warmRuns); side; side = nextSide(seen, warmRuns)) seen.push({ side, ...outcomeOf(side, seen.filter((run) => run.side === side).length) });
  return seen;
}
const letters = (seen: readonly Seen[]) => seen.map(({ side }) => (side === "left" ? "A" : "B")).join("");

test("A B B A A B B A", () => {
  expect(letters(play(4, () => ({ outcome: "success" })))).toBe("ABBAABBA");
  expect(letters(play(1, () => ({ outcome: "success" })))).toBe("AB");
});

test("a cold start is run on top, and both sides come to their warm runs", () => {
  const seen = play(3, (side, nth) => ({ outcome: "success", initDurationMs: side === "left" && nth === 0 ? 120 : undefined }));
  expect(seen.filter((run) => run.side === "left")).toHaveLength(4);
  expect(seen.filter((run) => run.side === "right")).toHaveLength(3);
  expect(seen.filter(isWarm)).toHaveLength(6);
});

test("a side that never gets warm ends after its extra runs, without holding up the other", () => {
  const seen = play(3, (side) => ({ outcome: side === "left" ? "not_run" : "success" }));
  expect(seen.filter((run) => run.side === "left")).toHaveLength(3 + EXTRA_RUNS);
  expect(seen.filter((run) => run.side === "right")).toHaveLength(3);
});

test.each([
  [{ outcome: "success" }, true],
  [{ outcome: "function_error" }, true],
  [{ outcome: "timeout" }, true],
  [{ outcome: "success", initDurationMs: 0.1 }, false],
  [{ outcome: "not_run" }, false],
  [{ outcome: "unknown" }, false],
] as const)("%j warm: %s", (run, warm) => {
  expect(isWarm(run)).toBe(warm);
});
