/** Stretches of time in which requests were rejected. Pure. */
import type { FunctionMetrics } from "./schema";

export interface ThrottleSpan {
  fromMs: number;
  /** Exclusive. */
  untilMs: number;
  rejected: number;
  /** Ran and rejected. */
  requests: number;
}

type Throttled = Pick<FunctionMetrics, "timestampsMs" | "window" | "throttles" | "invocations">;

/** Indexes of the periods with rejections, oldest first. */
export function throttledPeriods({ throttles }: Pick<FunctionMetrics, "throttles">): number[] {
  return [...throttles.keys()].filter((index) => (throttles[index] ?? 0) > 0);
}

/** Adjacent periods with rejections are one span; oldest first. */
export function throttleSpans(metrics: Throttled): ThrottleSpan[] {
  const spans: ThrottleSpan[] = [];
  for (const index of throttledPeriods(metrics)) {
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

/** The stretch with the most rejections: the one that a verdict names first. The newest of equals. */
export function worstSpan(spans: readonly ThrottleSpan[]): ThrottleSpan | undefined {
  return spans.reduce<ThrottleSpan | undefined>((worst, span) => (worst && worst.rejected > span.rejected ? worst : span), undefined);
}
