/**
 * Why requests were rejected, where the charts prove it: `ConcurrentExecutions` (Max) stood at a
 * limit in every period with throttles. Anything less certain is `unknown`, with what was seen. Pure.
 */
import type { FunctionMetrics } from "./schema";
import { type ThrottleSpan, throttledPeriods, throttleSpans } from "./throttle-spans";

export interface ProvenThrottle {
  /** Which limit was reached; `switched_off`: reserved concurrency is 0. */
  cause: "reserved" | "account" | "switched_off";
  limit: number;
  /** Oldest first; at least one. */
  spans: readonly ThrottleSpan[];
}

export interface UnexplainedThrottle {
  cause: "unknown";
  spans: readonly ThrottleSpan[];
  /** Settled periods with rejections: what the figures below are of. */
  periods: number;
  /** The function's least and greatest concurrency (Max) in them; undefined where CloudWatch has none. */
  concurrency?: { least: number; most: number };
  /** The whole account's greatest. */
  accountMost?: number;
}

export type ThrottleVerdict = ProvenThrottle | UnexplainedThrottle;

/** The verdict; undefined when nothing was rejected, or only where figures may still change. Limits are today's. */
export function throttleVerdict(metrics: FunctionMetrics): ThrottleVerdict | undefined {
  const judged = throttledPeriods(metrics).filter((index) => isSettled(metrics, index));
  if (judged.length === 0) return undefined;
  const spans = throttleSpans(metrics);
  const proven = provenCause(metrics, judged);
  return proven ? { ...proven, spans } : { cause: "unknown", spans, periods: judged.length, ...seen(metrics, judged) };
}

function provenCause(metrics: FunctionMetrics, judged: readonly number[]): Pick<ProvenThrottle, "cause" | "limit"> | undefined {
  const { reservedConcurrency, accountConcurrency } = metrics.limits;
  if (reservedConcurrency === 0) {
    return judged.every((index) => metrics.invocations[index] === 0) ? { cause: "switched_off", limit: 0 } : undefined;
  }
  if (reservedConcurrency !== undefined) {
    const reached = judged.every((index) => metrics.concurrency[index] === reservedConcurrency);
    return reached ? { cause: "reserved", limit: reservedConcurrency } : undefined;
  }
  const full = accountConcurrency !== undefined && judged.every((index) => (metrics.accountConcurrency[index] ?? 0) >= accountConcurrency);
  return full ? { cause: "account", limit: accountConcurrency } : undefined;
}

function seen({ concurrency, accountConcurrency }: FunctionMetrics, judged: readonly number[]): Pick<UnexplainedThrottle, "concurrency" | "accountMost"> {
  const own = judged.flatMap((index) => concurrency[index] ?? []);
  const account = judged.flatMap((index) => accountConcurrency[index] ?? []);
  return {
    // A period without a figure proves nothing about the others.
    concurrency: own.length === judged.length ? { least: Math.min(...own), most: Math.max(...own) } : undefined,
    accountMost: account.length === judged.length ? Math.max(...account) : undefined,
  };
}

/** In the newest periods concurrency may arrive after the throttles that it explains. */
function isSettled({ timestampsMs, window }: FunctionMetrics, index: number): boolean {
  return (timestampsMs[index] ?? 0) + window.periodSeconds * 1000 <= window.provisionalFromMs;
}
