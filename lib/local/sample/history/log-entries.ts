import { createHash } from "node:crypto";
import type { LogLine, Telemetry } from "../../telemetry.ts";
import { endLine, initStartLine, reportLine, startLine } from "./log-text.ts";
import { endedMs, startedMs, type SimulatedInvocation } from "./simulate.ts";

export type LogEntry = NonNullable<Parameters<Telemetry["load"]>[0]["logs"]>[number] & { lines: LogLine[] };

/** The log lines of invocations (given by time), one entry a stream. */
export function logEntries(invocations: readonly SimulatedInvocation[]): LogEntry[] {
  const entries = new Map<string, LogEntry>();
  for (const invocation of invocations) {
    const { model, logStream } = invocation;
    let entry = entries.get(logStream);
    if (!entry) {
      entry = { region: model.region, logGroup: logGroupOf(model.functionName), logStream, lines: [] };
      entries.set(logStream, entry);
    }
    addLines(entry.lines, invocation);
  }
  return [...entries.values()];
}

export function logGroupOf(functionName: string): string {
  return `/aws/lambda/${functionName}`;
}

function addLines(lines: LogLine[], invocation: SimulatedInvocation): void {
  const { model, requestId, arrivedMs, initMs, durationMs, usedMb, behaviour } = invocation;
  const start = startedMs(invocation);
  const end = endedMs(invocation);
  if (initMs !== undefined) {
    lines.push({ timestampMs: arrivedMs, message: initStartLine(model.runtimeVersion, runtimeArn(model)) });
    if (model.initLine) lines.push({ timestampMs: start, message: model.initLine(start, initMs) });
  }
  lines.push({ timestampMs: start, message: startLine(requestId) });
  for (const { atShare, text } of behaviour.lines) {
    const timestampMs = Math.floor(start + atShare * durationMs);
    lines.push({ timestampMs, message: text(timestampMs, requestId) });
  }
  lines.push({ timestampMs: end, message: endLine(requestId) });
  const report = { requestId, durationMs, initMs, memoryMb: model.memoryMb, usedMb };
  lines.push({ timestampMs: end, message: reportLine(report) });
}

const runtimeArns = new Map<string, string>();

function runtimeArn({ region, runtimeVersion }: { region: string; runtimeVersion: string }): string {
  const key = `${region}/${runtimeVersion}`;
  const known = runtimeArns.get(key);
  if (known !== undefined) return known;
  const arn = `arn:aws:lambda:${region}::runtime:${createHash("sha256").update(key).digest("hex")}`;
  runtimeArns.set(key, arn);
  return arn;
}
