import { expect, test } from "vitest";
import { countCases } from "@/lib/suites/case-status";
import { caseTotal, countsText, suiteRunSentence, tookText } from "./suite-words";

test("counts are said worst first, without what there is none of", () => {
  const counts = countCases(["passed", "ungraded", "failed", "passed", "error", "cancelled"]);
  expect(countsText(counts)).toBe("1 failed, 1 not run, 2 passed, 1 nothing asserted, 1 cancelled");
  expect(caseTotal(counts)).toBe(6);
  expect(suiteRunSentence({ status: "failed", counts })).toBe("The suite: failed. 1 failed, 1 not run, 2 passed, 1 nothing asserted, 1 cancelled.");
});

test("how long it took is known once it has ended", () => {
  expect(tookText({ startedAtMs: 1_000, endedAtMs: 3_400 })).toBe("2.4 s");
  expect(tookText({ startedAtMs: 1_000 })).toBeUndefined();
});
