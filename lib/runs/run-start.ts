import { findReportInTail } from "./log-tail";
import type { Run } from "./schema";

/**
 * How the environment of a run started. A failed INIT is repeated within the invocation and leaves no Init Duration in
 * REPORT, as a warm start does. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export type RunStart = "cold" | "warm" | "init_failed";

/** The process ended: during INIT or in the handler, the line does not tell. */
const ENDED = new Set(["Runtime.ExitError", "Runtime.OutOfMemory"]);
/** Errors of a runtime that could not load the handler. */
const NOT_LOADED = /^Runtime\.(?:ImportModuleError|UserCodeSyntaxError|HandlerNotFound|MalformedHandlerName|InvalidEntrypoint)$/;
const FAILED_AGAIN = /^INIT_REPORT .*\tPhase: invoke\tStatus: error/m;

/** undefined where there is no REPORT, and where it leaves it open. */
export function findRunStart({ durationMs, initDurationMs, logTail = "", requestId }: Pick<Run, "durationMs" | "initDurationMs" | "logTail" | "requestId">): RunStart | undefined {
  if (durationMs === undefined) return undefined;
  if (initDurationMs !== undefined) return "cold";
  if (FAILED_AGAIN.test(logTail)) return "init_failed";
  const { status, errorType = "" } = findReportInTail(logTail, requestId) ?? {};
  if (status !== "error") return "warm";
  if (ENDED.has(errorType)) return undefined;
  // Text logs have a status only where the runtime failed, JSON logs also where the handler threw.
  const isText = /^REPORT /m.test(logTail);
  return isText || NOT_LOADED.test(errorType) ? "init_failed" : "warm";
}
