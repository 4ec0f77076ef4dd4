import { expect, test } from "vitest";
import { findFlaky, type GradedRun } from "./flaky";

/** Newest first: `p` passed, `f` failed, one a second. */
const history = (verdicts: string, version = "3"): GradedRun[] =>
  [...verdicts].map((letter, index) => ({ verdict: letter === "p" ? "passed" : "failed", version, startedAtMs: 100_000 - index * 1_000 }));

test.each([
  ["", undefined],
  ["pppp", undefined],
  ["ffff", undefined],
  ["fp", { passed: 1, failed: 1, version: "3" }],
  ["ppppppppppf", undefined],
  ["pppppppppf", { passed: 9, failed: 1, version: "3" }],
])("%s within the last ten", (verdicts, mark) => {
  expect(findFlaky(history(verdicts), { window: 10, sinceMs: 0 })).toEqual(mark);
});

test("another version's verdicts do not count, and only the newest version is looked at", () => {
  const mixed = [...history("pp", "4"), ...history("pf", "3")];
  expect(findFlaky(mixed, { window: 10, sinceMs: 0 })).toBeUndefined();
  const between: GradedRun[] = [{ verdict: "passed", version: "4", startedAtMs: 3 }, { verdict: "failed", version: "3", startedAtMs: 2 }, { verdict: "failed", version: "4", startedAtMs: 1 }];
  expect(findFlaky(between, { window: 10, sinceMs: 0 })).toEqual({ passed: 1, failed: 1, version: "4" });
});

test("what was before the last edit or deployment does not count", () => {
  expect(findFlaky(history("ppf"), { window: 10, sinceMs: 98_001 })).toBeUndefined();
  expect(findFlaky(history("ppf"), { window: 10, sinceMs: 98_000 })).toBeDefined();
});
