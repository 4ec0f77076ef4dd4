/** Whether a function fails too often, and since when. Pure. */
import { errorRate, FAILING_RATE } from "./rates";
import type { FunctionMetrics } from "./schema";

export interface ErrorVerdict {
  failed: number;
  invocations: number;
  /** Of the whole range, as a share of 1. */
  rate: number;
  /** Stretches of periods above FAILING_RATE, oldest first; at least one. Idle periods do not end a stretch. */
  spans: readonly FailingSpan[];
  /** The newest period that ran anything is above FAILING_RATE too. */
  goesOn: boolean;
  /** So is every period that ran anything. */
  throughout: boolean;
}

export interface FailingSpan {
  fromMs: number;
  /** Exclusive. */
  untilMs: number;
}

type Counted = Pick<FunctionMetrics, "timestampsMs" | "window" | "invocations" | "errors" | "totals">;

/** Undefined unless more than FAILING_RATE of the range's invocations failed. */
export function errorVerdict(metrics: Counted): ErrorVerdict | undefined {
  const { totals, timestampsMs, window } = metrics;
  const rate = errorRate(totals);
  if (rate === undefined || rate <= FAILING_RATE) return undefined;
  const ran = timestampsMs.flatMap((fromMs, index) => {
    const share = errorRate({ invocations: metrics.invocations[index] ?? 0, errors: metrics.errors[index] ?? 0 });
    return share === undefined ? [] : [{ fromMs, untilMs: fromMs + window.periodSeconds * 1000, failing: share > FAILING_RATE }];
  });
  const spans: FailingSpan[] = [];
  for (const [index, { fromMs, untilMs, failing }] of ran.entries()) {
    const last = spans.at(-1);
    if (!failing) continue;
    if (last && ran[index - 1]?.failing) last.untilMs = untilMs;
    else spans.push({ fromMs, untilMs });
  }
  if (spans.length === 0) return undefined;
  return { failed: totals.errors, invocations: totals.invocations, rate, spans, goesOn: ran.at(-1)?.failing ?? false, throughout: ran.every(({ failing }) => failing) };
}
