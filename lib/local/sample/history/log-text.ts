/** Log lines as Lambda and its runtimes write them. Each ends with a newline, REPORT with a tab before it. */

export type LogLevel = "INFO" | "WARN" | "ERROR";

/** A line of Node.js' console. `requestId` is `undefined` during INIT, and so it reads in the log. */
export function nodeLine(timestampMs: number, requestId: string | undefined, level: LogLevel, text: string): string {
  return `${isoTime(timestampMs)}\t${requestId}\t${level}\t${text}\n`;
}

/** A line of Python's `logging`. */
export function pythonLine(timestampMs: number, requestId: string, level: LogLevel, text: string): string {
  return `[${level}]\t${isoTime(timestampMs)}\t${requestId}\t${text}\n`;
}

export interface PythonFrame {
  file: string;
  line: number;
  name: string;
  code: string;
}

/** An exception that left a Python handler: one log event; Lambda indents with no-break spaces. */
export function pythonError(errorType: string, message: string, frames: readonly PythonFrame[]): string {
  const trace = frames.flatMap(({ file, line, name, code }) => [
    `\u00a0\u00a0File "/var/task/${file}", line ${line}, in ${name}`,
    `\u00a0\u00a0\u00a0\u00a0${code}`,
  ]);
  return `${[`[ERROR] ${errorType}: ${message}`, "Traceback (most recent call last):", ...trace].join("\n")}\n`;
}

export function initStartLine(runtimeVersion: string, runtimeArn: string): string {
  return `INIT_START Runtime Version: ${runtimeVersion}\tRuntime Version ARN: ${runtimeArn}\n`;
}

export function startLine(requestId: string): string {
  return `START RequestId: ${requestId} Version: $LATEST\n`;
}

export function endLine(requestId: string): string {
  return `END RequestId: ${requestId}\n`;
}

/**
 * REPORT of an invocation that was not cut off. INIT is billed since August 2025:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export function reportLine(report: {
  requestId: string;
  durationMs: number;
  /** Only when cold. */
  initMs?: number | undefined;
  memoryMb: number;
  usedMb: number;
}): string {
  const { requestId, durationMs, initMs, memoryMb, usedMb } = report;
  const init = initMs === undefined ? "" : `Init Duration: ${initMs.toFixed(2)} ms\t`;
  return (
    `REPORT RequestId: ${requestId}\tDuration: ${durationMs.toFixed(2)} ms\tBilled Duration: ${billedMs(durationMs, initMs)} ms\t` +
    `Memory Size: ${memoryMb} MB\tMax Memory Used: ${usedMb} MB\t${init}\n`
  );
}

/** Whole milliseconds, rounded up. Added in hundredths, because 0.1 + 0.2 is more than 0.3. */
function billedMs(durationMs: number, initMs = 0): number {
  return Math.ceil((Math.round(durationMs * 100) + Math.round(initMs * 100)) / 100);
}

function isoTime(timestampMs: number): string {
  return new Date(timestampMs).toISOString();
}
