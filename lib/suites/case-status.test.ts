import { expect, test } from "vitest";
import { caseResultOf, countCases, suiteStatusOf } from "./case-status";
import type { CaseStatus, SuiteRunStatus } from "./schema";

const failedResult = { assertionId: "a", label: "$.total equals 12", passed: false, expected: "12", got: "11", where: "$.total" };

test.each<[Parameters<typeof caseResultOf>[0], CaseStatus, RegExp | undefined]>([
  [{ outcome: "success", verdict: "passed" }, "passed", undefined],
  [{ outcome: "function_error", verdict: "passed" }, "passed", undefined],
  [{ outcome: "not_run", verdict: "passed", problem: "The function is throttled." }, "passed", undefined],
  [{ outcome: "success", verdict: "failed", assertionResults: [failedResult, { ...failedResult, passed: true }] }, "failed", /^\$\.total equals 12: expected 12, got 11$/],
  [{ outcome: "success" }, "ungraded", /nothing asserted/],
  [{ outcome: "accepted" }, "ungraded", /nothing asserted/],
  [{ outcome: "dry_run_ok" }, "ungraded", /nothing asserted/],
  [{ outcome: "function_error", errorType: "TypeError", errorMessage: "no such product" }, "failed", /TypeError \(no such product\); nothing was asserted/],
  [{ outcome: "timeout" }, "failed", /out of time/],
  [{ outcome: "not_run", verdict: "failed", problem: "Throttled.", problemHint: "Try later." }, "error", /^Throttled\. Try later\.$/],
  [{ outcome: "unknown" }, "error", /not known/],
])("%j is %s", (run, status, message) => {
  const result = caseResultOf(run);
  expect(result.status).toBe(status);
  if (message) expect(result.message).toMatch(message);
  else expect(result.message).toBeUndefined();
});

test.each<[CaseStatus[], SuiteRunStatus]>([
  [["passed", "passed"], "passed"],
  [["passed", "ungraded"], "passed"],
  [["ungraded", "ungraded"], "ungraded"],
  [[], "ungraded"],
  [["passed", "failed"], "failed"],
  [["passed", "error"], "failed"],
  [["passed", "cancelled"], "cancelled"],
  [["failed", "cancelled"], "failed"],
])("a suite of %j is %s", (statuses, status) => {
  expect(suiteStatusOf(statuses)).toBe(status);
});

test("every status is counted, also those of which there is none", () => {
  expect(countCases(["failed", "passed", "failed"])).toEqual({ waiting: 0, running: 0, passed: 1, failed: 2, ungraded: 0, error: 0, cancelled: 0 });
});
