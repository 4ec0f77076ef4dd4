import type { ChipTone } from "@/components/ui/chip";
import { formatMs } from "@/lib/format";
import type { CaseCounts, CaseStatus, SuiteRunStatus, SuiteRunSummary } from "@/lib/suites/schema";

/** Green is for passed assertions only; grey says that nothing was asserted. */
export const CASE_WORDS: Readonly<Record<CaseStatus, { word: string; tone: ChipTone }>> = {
  waiting: { word: "waiting", tone: "neutral" },
  running: { word: "running", tone: "warm" },
  passed: { word: "passed", tone: "pass" },
  failed: { word: "failed", tone: "error" },
  ungraded: { word: "nothing asserted", tone: "neutral" },
  error: { word: "not run", tone: "error" },
  cancelled: { word: "cancelled", tone: "neutral" },
};

export const SUITE_RUN_WORDS: Readonly<Record<SuiteRunStatus, { word: string; tone: ChipTone }>> = {
  running: { word: "running", tone: "warm" },
  passed: { word: "passed", tone: "pass" },
  failed: { word: "failed", tone: "error" },
  ungraded: { word: "nothing asserted", tone: "neutral" },
  cancelled: { word: "cancelled", tone: "neutral" },
  interrupted: { word: "interrupted", tone: "warm" },
};

/** Worst first. */
const ORDER: readonly CaseStatus[] = ["failed", "error", "passed", "ungraded", "cancelled", "running", "waiting"];

/** `1 failed, 12 passed, 2 nothing asserted` */
export function countsText(counts: CaseCounts): string {
  return ORDER.filter((status) => counts[status] > 0).map((status) => `${counts[status]} ${CASE_WORDS[status].word}`).join(", ");
}

export function caseTotal(counts: CaseCounts): number {
  return ORDER.reduce((sum, status) => sum + counts[status], 0);
}

/** For those who hear the page: `The suite: failed. 1 failed, 2 passed.` */
export function suiteRunSentence({ status, counts }: Pick<SuiteRunSummary, "status" | "counts">): string {
  return `The suite: ${SUITE_RUN_WORDS[status].word}. ${countsText(counts)}.`;
}

/** How long it took; undefined while it runs or when it was interrupted. */
export function tookText({ startedAtMs, endedAtMs }: Pick<SuiteRunSummary, "startedAtMs" | "endedAtMs">): string | undefined {
  return endedAtMs === undefined ? undefined : formatMs(endedAtMs - startedAtMs);
}
