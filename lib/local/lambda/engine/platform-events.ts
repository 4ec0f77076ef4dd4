/** What the platform itself writes into a function's log stream, in either log format. */

export type InitPhase = "init" | "invoke";

/** Why an environment was started, as AWS_LAMBDA_INITIALIZATION_TYPE says it. */
export type InitializationType = "on-demand" | "provisioned-concurrency";

export interface InvocationReport {
  requestId: string;
  durationMs: number;
  /** Only when the invocation started the environment. */
  initMs?: number;
  memorySizeMb: number;
  maxMemoryUsedMb: number;
  status: "success" | "error" | "timeout";
  /** Of errors only. */
  errorType?: string;
  /** The handler failed but the runtime lives on: text logs then show no status. */
  handled?: boolean;
}

export interface FailedInit {
  phase: InitPhase;
  durationMs: number;
  status: "error" | "timeout";
  errorType?: string;
}

/** Each answers the lines to write, with their newline; none when the format or the log level has none. */
export interface PlatformEvents {
  initStart(phase: InitPhase): string[];
  initFailed(init: FailedInit): string[];
  start(requestId: string): string[];
  /** The function's process could not be started, and why. */
  notStarted(requestId: string, reason: string): string[];
  end(requestId: string): string[];
  report(report: InvocationReport): string[];
}

/**
 * Milliseconds that are billed: init time counts since August 2025.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export function billedDurationMs({ durationMs, initMs = 0 }: Pick<InvocationReport, "durationMs" | "initMs">): number {
  return Math.ceil(durationMs + initMs);
}
