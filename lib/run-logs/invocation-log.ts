/**
 * Reads executions out of log lines: START and REPORT of the text format, `platform.start` and `platform.report` of the JSON
 * format. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
 */
import { parseReportLine, type ReportLine } from "@/lib/runs/report-line";
import type { Attempt } from "./schema";

export interface LogLine {
  timestampMs: number;
  message: string;
  logStream: string;
}

export interface Started {
  requestId: string;
  version?: string;
}

const TEXT_START = /^START RequestId: (\S+)(?: Version: (\S+))?/;
/** A handler that threw: text REPORT lines do not say so, the runtimes' own lines do. */
const NODE_ERROR = /\tERROR\t(?:Invoke Error|Uncaught Exception|Unhandled Promise Rejection)\s*\t?\s*(?:\{"errorType":"([^"]+)")?/;
const PYTHON_ERROR = /^\[ERROR\] ([A-Za-z_][\w.]*)/;
const JSON_ERROR_TYPE = /"errorType":\s*"([^"]+)"/;
const OLD_TIMEOUT = / Task timed out after \d/;

/** The request that starts at this line; undefined when none does. */
export function parseStartLine(message: string): Started | undefined {
  const text = TEXT_START.exec(message);
  if (text) return { requestId: text[1] ?? "", version: text[2] };
  if (!message.startsWith("{") || !message.includes("platform.start")) return undefined;
  const { type, record } = parsePlatformLine(message);
  return type === "platform.start" && typeof record.requestId === "string" ? { requestId: record.requestId, version: typeof record.version === "string" ? record.version : undefined } : undefined;
}

function parsePlatformLine(message: string): { type?: unknown; record: Record<string, unknown> } {
  try {
    const { type, record } = JSON.parse(message) as { type?: unknown; record?: unknown };
    return { type, record: typeof record === "object" && record !== null ? (record as Record<string, unknown>) : {} };
  } catch {
    // A function may print anything that looks like a platform line.
    return { record: {} };
  }
}

/**
 * Executions of one request, oldest first. `lines` are those that name it (and may hold others): each START opens one, the
 * REPORT of the same stream closes it.
 */
export function readAttempts(lines: readonly LogLine[], requestId: string): Attempt[] {
  const attempts: Attempt[] = [];
  for (const { timestampMs, message, logStream } of [...lines].sort((a, b) => a.timestampMs - b.timestampMs)) {
    if (parseStartLine(message)?.requestId === requestId) {
      attempts.push({ startedAtMs: timestampMs, logStream, version: parseStartLine(message)?.version, ended: "running" });
      continue;
    }
    const attempt = attempts.findLast((one) => one.logStream === logStream);
    if (!attempt || !message.includes(requestId)) continue;
    const report = parseReportLine(message);
    if (report?.requestId === requestId) Object.assign(attempt, endOf(report, attempt), { endedAtMs: timestampMs });
    else if (attempt.endedAtMs === undefined) attempt.errorType ??= errorTypeOf(message);
  }
  return attempts;
}

function endOf(report: ReportLine, attempt: Attempt): Partial<Attempt> {
  const { durationMs, billedDurationMs, initDurationMs, memoryMb, maxMemoryUsedMb, status } = report;
  const errorType = report.errorType ?? attempt.errorType;
  const figures = { durationMs, billedDurationMs, initDurationMs, memoryMb, maxMemoryUsedMb };
  if (status === "timeout" || errorType === TIMED_OUT) return { ...figures, ended: "timeout", errorType: undefined };
  return { ...figures, ended: (status && status !== "success") || errorType ? "error" : "success", errorType };
}

const TIMED_OUT = "Sandbox.Timedout";
const UNNAMED = "Error";

/** Type of the error that a line of the runtime reports; undefined when it reports none. */
function errorTypeOf(message: string): string | undefined {
  if (OLD_TIMEOUT.test(message)) return TIMED_OUT;
  const node = NODE_ERROR.exec(message);
  if (node) return node[1] ?? UNNAMED;
  if (message.startsWith("{") && /"level":\s*"(?:ERROR|FATAL)"|"log_level":\s*"ERROR"/.test(message) && /"(?:stackTrace|stack)":/.test(message)) return JSON_ERROR_TYPE.exec(message)?.[1];
  return undefined;
}

/**
 * The lines of one execution out of all lines of its stream: an environment runs one event at a time, so everything between
 * its START and its REPORT is its own, also what does not name it. With a cold start, also what INIT wrote before.
 * Python's `[ERROR]` lines, which name no request, tell how it ended.
 */
export function linesOfAttempt(streamLines: readonly LogLine[], requestId: string, startedAtMs: number): LogLine[] {
  const start = streamLines.findIndex((line) => line.timestampMs >= startedAtMs && parseStartLine(line.message)?.requestId === requestId);
  if (start < 0) return [];
  let end = start;
  while (end + 1 < streamLines.length && !parseStartLine(streamLines[end + 1]?.message ?? "") && parseReportLine(streamLines[end]?.message ?? "")?.requestId !== requestId) end += 1;
  let first = start;
  while (first > 0 && !closesAnother(streamLines[first - 1]?.message ?? "")) first -= 1;
  // Without the line that opens INIT, what stands before is the end of something that began out of sight.
  const opensInit = /^INIT_START |"type":\s*"platform\.initStart"/.test(streamLines[first]?.message ?? "");
  return streamLines.slice(opensInit ? first : start, end + 1);
}

function closesAnother(message: string): boolean {
  return parseReportLine(message) !== undefined || parseStartLine(message) !== undefined;
}

/** Type of the error that Python's runtime printed, which names no request. */
export function pythonErrorType(lines: readonly LogLine[]): string | undefined {
  for (const { message } of lines) {
    const match = PYTHON_ERROR.exec(message);
    if (match) return match[1];
  }
  return undefined;
}
