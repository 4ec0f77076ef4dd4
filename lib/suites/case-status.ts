/** What a run says about its case, and what the cases say about the suite's run. */
import type { Run } from "@/lib/runs/schema";
import type { CaseCounts, CaseStatus, SuiteRunStatus } from "./schema";

export interface CaseResult {
  status: CaseStatus;
  message?: string;
}

type EndedRun = Pick<Run, "outcome" | "verdict" | "assertionResults" | "problem" | "problemHint" | "errorType" | "errorMessage">;

/**
 * Assertions decide; a run that did not take place is an `error`, unless just that was asserted. Without assertions a
 * function that failed is red all the same, and all else is grey: never green.
 */
export function caseResultOf(run: EndedRun): CaseResult {
  if (run.verdict === "passed") return { status: "passed" };
  if (run.outcome === "not_run" || run.outcome === "unknown") return { status: "error", message: sentences(run.problem, run.problemHint) ?? "The run's outcome is not known." };
  if (run.verdict === "failed") return { status: "failed", message: failedAssertions(run) };
  if (run.outcome === "timeout") return { status: "failed", message: "The function ran out of time; nothing was asserted." };
  if (run.outcome === "function_error") return { status: "failed", message: `${failureText(run)}; nothing was asserted.` };
  return { status: "ungraded", message: "nothing asserted" };
}

/** Passed only when something was asserted and nothing went wrong. */
export function suiteStatusOf(statuses: readonly CaseStatus[]): SuiteRunStatus {
  if (statuses.some((status) => status === "failed" || status === "error")) return "failed";
  if (statuses.includes("cancelled")) return "cancelled";
  return statuses.includes("passed") ? "passed" : "ungraded";
}

export function countCases(statuses: readonly CaseStatus[]): CaseCounts {
  const counts: CaseCounts = { waiting: 0, running: 0, passed: 0, failed: 0, ungraded: 0, error: 0, cancelled: 0 };
  for (const status of statuses) counts[status] += 1;
  return counts;
}

function failedAssertions({ assertionResults = [] }: EndedRun): string {
  const failed = assertionResults.filter(({ passed }) => !passed);
  return failed.map(({ label, expected, got }) => `${label}: expected ${expected}, got ${got}`).join("; ");
}

function failureText({ errorType, errorMessage }: EndedRun): string {
  return `The function failed${errorType ? `: ${errorType}` : ""}${errorMessage ? ` (${errorMessage})` : ""}`;
}

function sentences(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(" ") || undefined;
}
