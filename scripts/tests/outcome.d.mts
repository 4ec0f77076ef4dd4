import type { SuiteRun, SuiteRunCase } from "../../lib/suites/schema";

export function caseLines(testCase: SuiteRunCase): string[];
export function summaryLine(run: Pick<SuiteRun, "status" | "counts" | "startedAtMs" | "endedAtMs">): string;
export function exitStatusOf(run: Pick<SuiteRun, "status">): 0 | 1 | 2;
