import type { Run } from "@/lib/runs/schema";
import type { Assertion } from "./schema";

/** What assertions are held against: a run that ended. */
export interface AssertionSubject
  extends Pick<Run, "outcome" | "response" | "logTail" | "durationMs" | "maxMemoryUsedMb" | "initDurationMs" | "errorType" | "requestId"> {
  /** Every line that this invocation wrote, where more than `logTail` was read. */
  wholeLog?: string;
}

/** Invoke answers with the last 4 KB of the log at most: a shorter tail is all there is. */
const TAIL_MAX_BYTES = 4_096;

/** The log to look into, and whether it is all of it; undefined when none came back. */
export function logOf({ wholeLog, logTail }: AssertionSubject): { text: string; whole: boolean } | undefined {
  if (wholeLog !== undefined) return { text: wholeLog, whole: true };
  if (logTail === undefined) return undefined;
  return { text: logTail, whole: new TextEncoder().encode(logTail).length < TAIL_MAX_BYTES };
}

/** True when a log assertion is to be held against a run whose answer brought only the end of its log. */
export function needsWholeLog(assertions: readonly Assertion[], subject: AssertionSubject): boolean {
  return assertions.some(({ kind }) => kind === "log") && logOf(subject)?.whole === false;
}
