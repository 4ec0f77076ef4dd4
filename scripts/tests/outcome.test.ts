import { expect, test } from "vitest";
import { countCases } from "../../lib/suites/case-status";
import type { SuiteRunCase, SuiteRunStatus } from "../../lib/suites/schema";
import { caseLines, exitStatusOf, summaryLine } from "./outcome.mjs";

const base: SuiteRunCase = { id: "1", testEventId: "e", testEventName: "an order", region: "us-east-1", functionName: "checkout", qualifier: "prod", status: "passed" };

test("a failed case says what was expected, what came and where", () => {
  const assertionResults = [
    { assertionId: "1", label: "$.total equals 12", passed: false, expected: "12", got: "11", where: "$.total" },
    { assertionId: "2", label: "fine", passed: true, expected: "a", got: "a" },
  ];
  expect(caseLines({ ...base, status: "failed", durationMs: 8.43, message: "x", assertionResults })).toEqual([
    "  FAILED            an order  (checkout:prod, 8.4 ms)",
    "      $.total equals 12",
    "        expected: 12",
    "        got:      11",
    "        where:    $.total",
  ]);
});

test.each<[Partial<SuiteRunCase>, string[]]>([
  [{ durationMs: 2 }, ["  passed            an order  (checkout:prod, 2.0 ms)"]],
  [{ status: "ungraded", message: "nothing asserted" }, ["  nothing asserted  an order  (checkout:prod)"]],
  [{ status: "error", message: "Rate Exceeded." }, ["  NOT RUN           an order  (checkout:prod)", "      Rate Exceeded."]],
])("%j", (change, lines) => {
  expect(caseLines({ ...base, ...change })).toEqual(lines);
});

test.each<[SuiteRunStatus, 0 | 1 | 2]>([["passed", 0], ["failed", 1], ["ungraded", 2], ["cancelled", 2], ["interrupted", 2]])("%s ends with %i", (status, code) => {
  expect(exitStatusOf({ status })).toBe(code);
});

test("the last line", () => {
  expect(summaryLine({ status: "failed", counts: countCases(["passed", "failed", "passed", "error"]), startedAtMs: 0, endedAtMs: 3_400 })).toBe("failed: 2 passed, 1 failed, 1 not run in 3.4 s.");
  expect(summaryLine({ status: "ungraded", counts: countCases(["ungraded"]), startedAtMs: 0 })).toContain("Nothing was asserted");
});
