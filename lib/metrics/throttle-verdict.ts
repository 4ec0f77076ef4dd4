/**
 * Why requests were rejected, where the charts prove it: `ConcurrentExecutions` (Max) stood at a
 * limit in every period with throttles. Anything less certain gets no verdict. Pure.
 */
import type { FunctionMetrics } from "./schema";

export interface ThrottleVerdict {
  /** Which limit was reached; `switched_off`: reserved concurrency is 0. */
  cause: "reserved" | "account" | "switched_off";
  limit: number;
  /** Adjacent periods with rejections, oldest first; at least one. */
  spans: readonly ThrottleSpan[];
}

export interface ThrottleSpan {
  fromMs: number;
  /** Exclusive. */
  untilMs: number;
  rejected: number;
  /** Ran and rejected. */
  requests: number;
}

/** The verdict, or undefined when nothing was rejected or the cause is not certain. */
export function throttleVerdict(metrics: FunctionMetrics): ThrottleVerdict | undefined {
  const throttled = [...metrics.throttles.keys()].filter((index) => (metrics.throttles[index] ?? 0) > 0);
  const judged = throttled.filter((index) => isSettled(metrics, index));
  if (judged.length === 0) return undefined;
  const spans = spansOf(metrics, throttled);
  const { reservedConcurrency, accountConcurrency } = metrics.limits;
  if (reservedConcurrency === 0) {
    return judged.every((index) => metrics.invocations[index] === 0) ? { cause: "switched_off", limit: 0, spans } : undefined;
  }
  if (reservedConcurrency !== undefined) {
    const reached = judged.every((index) => metrics.concurrency[index] === reservedConcurrency);
    return reached ? { cause: "reserved", limit: reservedConcurrency, spans } : undefined;
  }
  const full = accountConcurrency !== undefined && judged.every((index) => (metrics.accountConcurrency[index] ?? 0) >= accountConcurrency);
  return full ? { cause: "account", limit: accountConcurrency, spans } : undefined;
}

/** The stretch with the most rejections: the one that a verdict names first. The newest of equals. */
export function worstSpan({ spans }: ThrottleVerdict): ThrottleSpan | undefined {
  return spans.reduce<ThrottleSpan | undefined>((worst, span) => (worst && worst.rejected > span.rejected ? worst : span), undefined);
}

/** In the newest periods concurrency may arrive after the throttles that it explains. */
function isSettled({ timestampsMs, window }: FunctionMetrics, index: number): boolean {
  return (timestampsMs[index] ?? 0) + window.periodSeconds * 1000 <= window.provisionalFromMs;
}

function spansOf(metrics: FunctionMetrics, throttled: readonly number[]): ThrottleSpan[] {
  const spans: ThrottleSpan[] = [];
  for (const index of throttled) {
    const fromMs = metrics.timestampsMs[index] ?? 0;
    const untilMs = fromMs + metrics.window.periodSeconds * 1000;
    const rejected = metrics.throttles[index] ?? 0;
    const requests = rejected + (metrics.invocations[index] ?? 0);
    const last = spans.at(-1);
    if (last?.untilMs === fromMs) {
      Object.assign(last, { untilMs, rejected: last.rejected + rejected, requests: last.requests + requests });
    } else {
      spans.push({ fromMs, untilMs, rejected, requests });
    }
  }
  return spans;
}
