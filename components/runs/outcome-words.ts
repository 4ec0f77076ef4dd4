import { formatMs } from "@/lib/format";
import { findRunStart, type RunStart } from "@/lib/runs/run-start";
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

const START_WORDS: Readonly<Record<RunStart, string>> = { cold: ", cold", warm: ", warm", init_failed: ", INIT failed" };

/** The run's outcome; where AWS only took the event into its queue and the log shows that it failed for good, that. */
export function outcomeToShow({ outcome, followUp }: Pick<Run, "outcome" | "followUp">): RunOutcome {
  const ended = outcome === "accepted" && followUp?.state === "ended" ? followUp.attempts.at(-1)?.ended : undefined;
  if (ended === "timeout") return "timeout";
  return ended === "error" ? "function_error" : outcome;
}

/** For those who hear the page: `The run: succeeded after 88 ms, cold.` */
export function outcomeSentence(run: Run): string {
  const start = findRunStart(run);
  const after = run.durationMs === undefined ? "" : ` after ${formatMs(run.durationMs)}`;
  return `The run: ${outcomeWord(outcomeToShow(run), run.throttleReason !== undefined)}${after}${start ? START_WORDS[start] : ""}.`;
}
