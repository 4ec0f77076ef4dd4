/** What went wrong in a function, the plain word first: Lambda's own error type for a killed process says only that it ended. */
import { findReportInTail } from "./log-tail";
import { findRunStart } from "./run-start";
import type { Run } from "./schema";

export interface FailureWords {
  headline: string;
  /** The function's own message, or the platform's without the request id, which stands elsewhere. */
  message?: string;
  /** What to do. */
  hint?: string;
}

type FailedRun = Pick<Run, "outcome" | "errorType" | "errorMessage" | "logTail" | "requestId" | "memoryMb" | "durationMs" | "initDurationMs">;

/** For a run that failed in the function: `function_error` or `timeout`. */
export function failureWords(run: FailedRun): FailureWords {
  const { outcome, errorType, memoryMb, logTail = "", requestId } = run;
  const message = run.errorMessage?.replace(/^RequestId: \S+ (?:Error: )?/, "");
  if (outcome === "timeout") return { headline: "The function ran out of time", message, hint: "Look in the log for what it waited for, or give it a longer timeout." };
  if (findReportInTail(logTail, requestId)?.errorType === "Runtime.OutOfMemory") {
    return { headline: `The function ran out of memory${memoryMb ? ` (${memoryMb.toLocaleString("en")} MB)` : ""}`, message, hint: "Give it more memory, or let it keep less at once." };
  }
  const cause = errorType && errorType !== "Runtime.Unknown" ? `: ${errorType}` : "";
  if (findRunStart(run) === "init_failed") return { headline: `INIT failed${cause}`, message, hint: "The code outside the handler did not load, so the handler was never called." };
  if (errorType === "Runtime.ExitError") return { headline: "The function's process ended before it answered", message };
  return { headline: errorType ?? "The function failed", message };
}
