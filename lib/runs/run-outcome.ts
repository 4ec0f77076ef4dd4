/**
 * How a run ended, from what Invoke answered or from the error that it failed with. A function that throws is a result;
 * only failing to invoke is an error. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
import type { AppError } from "@/lib/errors";
import { findReportInTail } from "./log-tail";
import type { ReportLine } from "./report-line";
import type { RunOutcome } from "./schema";

/** What Invoke answered, as `lib/aws/lambda-invoke` hands it over. */
export interface InvokeAnswer {
  statusCode: number;
  payload: string;
  functionError?: string;
  logTail?: string;
  requestId?: string;
}

export interface RunEnd {
  outcome: RunOutcome;
  response?: string;
  errorType?: string;
  errorMessage?: string;
  report?: ReportLine;
}

/** Reads an answer: 202 = queued, 204 = dry run, otherwise the function's own result or its error document. */
export function readInvokeAnswer(answer: InvokeAnswer): RunEnd {
  if (answer.statusCode === 202) return { outcome: "accepted" };
  if (answer.statusCode === 204) return { outcome: "dry_run_ok" };
  const report = findReportInTail(answer.logTail ?? "", answer.requestId);
  if (!answer.functionError) return { outcome: "success", response: answer.payload, report };
  const { errorType, errorMessage } = readErrorDocument(answer.payload);
  const timedOut = report?.status === "timeout" || errorType === "Sandbox.Timedout" || /\bTask timed out after \d/.test(errorMessage ?? "");
  return { outcome: timedOut ? "timeout" : "function_error", response: answer.payload, errorType, errorMessage, report };
}

/** How a stream ended, as `lib/aws/lambda-invoke-stream` hands it over. */
export interface StreamAnswer {
  errorCode?: string;
  errorDetails?: string;
  logTail?: string;
  requestId?: string;
  complete: boolean;
}

/** Reads the end of a stream, whose text is the response also where the function failed amid it. */
export function readStreamAnswer(answer: StreamAnswer, response: string): RunEnd & { problem?: string } {
  const report = findReportInTail(answer.logTail ?? "", answer.requestId);
  if (!answer.complete) return { outcome: "unknown", response, report, problem: "The stream broke off before its end." };
  if (!answer.errorCode) return { outcome: "success", response, report };
  const { errorType = answer.errorCode, errorMessage = answer.errorDetails } = readErrorDocument(answer.errorDetails ?? "");
  const timedOut = report?.status === "timeout" || errorType === "Sandbox.Timedout" || /\bTask timed out after \d/.test(errorMessage ?? "");
  return { outcome: timedOut ? "timeout" : "function_error", response, errorType, errorMessage, report };
}

function readErrorDocument(payload: string): { errorType?: string; errorMessage?: string } {
  try {
    const document: unknown = JSON.parse(payload);
    if (typeof document !== "object" || document === null) return {};
    const { errorType, errorMessage } = document as Record<string, unknown>;
    return {
      errorType: typeof errorType === "string" ? errorType : undefined,
      errorMessage: typeof errorMessage === "string" ? errorMessage : undefined,
    };
  } catch {
    // A runtime of one's own may answer anything; the response is kept as it came.
    return {};
  }
}

/** Lambda's own failures: they say nothing of how far the invocation came. */
const AMBIGUOUS = new Set(["ServiceException", "InternalFailure", "InternalServerError", "ServiceUnavailable", "ServiceUnavailableException"]);

/**
 * `not_run` when AWS refused or was never reached; `unknown` when the request may have arrived: then the function may have
 * run, and only its log can tell. Errors of the network carry `data: { maybeDelivered }`.
 */
export function outcomeOfFailure(error: AppError): "not_run" | "unknown" {
  switch (error.code) {
    case "unreachable":
    case "timeout":
      return memberOf(error, "maybeDelivered") === false ? "not_run" : "unknown";
    case "aws_error": {
      const { awsErrorName = "", awsRequestId } = error.details;
      return awsRequestId !== undefined && !AMBIGUOUS.has(awsErrorName) ? "not_run" : "unknown";
    }
    case "internal":
      return "unknown";
    default:
      return "not_run";
  }
}

/** Lambda's `Reason` of a 429, where the error carries one. */
export function throttleReasonOf(error: AppError): string | undefined {
  const reason = memberOf(error, "reason");
  return typeof reason === "string" ? reason : undefined;
}

function memberOf({ details: { data } }: AppError, member: "reason" | "maybeDelivered"): unknown {
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>)[member] : undefined;
}
