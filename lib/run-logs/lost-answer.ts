/** Which invocation in the log is the one whose answer was lost. */
import { isOwnLogStream } from "@/lib/functions/own-log-stream";
import { type LogLine, parseStartLine } from "./invocation-log";

/** Clocks of AWS and of this machine differ a little. */
export const EARLIER_MS = 2_000;
/** The way there and a slow INIT: START is written when the handler is called. */
export const LATER_MS = 20_000;

interface LostRun {
  functionName: string;
  qualifier: string;
  startedAtMs: number;
}

/**
 * Request ids of invocations that began when the run did: of this function, of its version when a version was named, and
 * of no other run that Warmstart knows.
 */
export function findCandidates(lines: readonly LogLine[], run: LostRun, otherRequestIds: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const { message, logStream, timestampMs } of lines) {
    const started = parseStartLine(message);
    if (!started || !isOwnLogStream(logStream, run.functionName) || otherRequestIds.has(started.requestId)) continue;
    if (timestampMs < run.startedAtMs - EARLIER_MS || timestampMs > run.startedAtMs + LATER_MS) continue;
    if (namesVersion(run.qualifier) && started.version && started.version !== run.qualifier) continue;
    found.add(started.requestId);
  }
  return [...found];
}

/** An alias does not say which version ran. */
function namesVersion(qualifier: string): boolean {
  return qualifier === "$LATEST" || /^\d+$/.test(qualifier);
}
