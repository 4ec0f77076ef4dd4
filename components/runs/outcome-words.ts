import { formatMs } from "@/lib/format";
import type { Run, RunOutcome } from "@/lib/runs/schema";

/** How a run ended, in a word or two. */
export const OUTCOME_WORDS: Readonly<Record<RunOutcome, string>> = {
  running: "running",
  success: "succeeded",
  function_error: "failed",
  timeout: "timed out",
  accepted: "accepted",
  dry_run_ok: "dry run fine",
  not_run: "not run",
  unknown: "unknown",
};

/** The word of an outcome; a rejected run is `not_run` with a throttle. */
export function outcomeWord(outcome: RunOutcome, throttled: boolean): string {
  return throttled ? "throttled" : OUTCOME_WORDS[outcome];
}

/** For those who hear the page: `The run succeeded after 88 ms, cold.` */
export function outcomeSentence({ outcome, throttleReason, durationMs, initDurationMs }: Pick<Run, "outcome" | "throttleReason" | "durationMs" | "initDurationMs">): string {
  const after = durationMs === undefined ? "" : ` after ${formatMs(durationMs)}, ${initDurationMs === undefined ? "warm" : "cold"}`;
  return `The run: ${outcomeWord(outcome, throttleReason !== undefined)}${after}.`;
}
