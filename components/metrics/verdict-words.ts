/** Verdicts of the Monitor page in sentences. Pure but for the browser's time zone. */
import { momentLabel, spanLabel } from "@/components/charts/time-axis";
import { formatCount, formatPercent } from "@/lib/format";
import type { ErrorVerdict } from "@/lib/metrics/error-verdict";
import { FAILING_RATE } from "@/lib/metrics/rates";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { throttleEvidence } from "@/lib/metrics/throttle-evidence";
import { type ThrottleSpan, worstSpan } from "@/lib/metrics/throttle-spans";
import type { ProvenThrottle, ThrottleVerdict } from "@/lib/metrics/throttle-verdict";

const CAUSE: Record<ProvenThrottle["cause"], (limit: number) => string> = {
  reserved: (limit) => `its reserved concurrency of ${formatCount(limit)} was reached.`,
  account: (limit) => `the account's concurrency limit of ${limit.toLocaleString("en")} was reached.`,
  switched_off: () => "its reserved concurrency is 0, so nothing may run.",
};

/** `Rejected 14:00 – 14:07: its reserved concurrency of 2 was reached.` */
export function throttleHeadline(verdict: ThrottleVerdict, nowMs: number): string {
  const worst = worstSpan(verdict.spans);
  const when = worst ? spanLabel(worst.fromMs, worst.untilMs, nowMs) : "";
  return `Rejected ${when}: ${verdict.cause === "unknown" ? "the cause is not certain." : CAUSE[verdict.cause](verdict.limit)}`;
}

/** How many, what speaks for or against a cause, and when else. */
export function throttleDetail(verdict: ThrottleVerdict, { limits, loadedAtMs }: Pick<FunctionMetrics, "limits" | "loadedAtMs">): string {
  const worst = worstSpan(verdict.spans);
  if (!worst) return "";
  const count = `${formatCount(worst.rejected)} of ${formatCount(worst.requests)} requests rejected (${formatPercent(worst.rejected / worst.requests)}) in that time.`;
  const evidence = verdict.cause === "unknown" ? throttleEvidence(verdict, limits) : "";
  return [count, evidence, otherTimes(verdict.spans, worst, loadedAtMs)].filter(Boolean).join(" ");
}

/** How often else, and when last: a fleeting rejection reads differently from one that goes on. */
function otherTimes(spans: readonly ThrottleSpan[], named: ThrottleSpan, nowMs: number): string {
  const others = spans.length - 1;
  const newest = spans.at(-1);
  if (others === 0 || !newest) return "";
  const last = newest === named ? "before" : `too, last ${spanLabel(newest.fromMs, newest.untilMs, nowMs)}`;
  return `At ${others} other ${others === 1 ? "time" : "times"} ${last}.`;
}

/** `40 % of the invocations failed.` */
export function errorHeadline({ rate }: ErrorVerdict): string {
  return rate === 1 ? "Every invocation failed." : `${formatPercent(rate)} of the invocations failed.`;
}

/** How many, since when, and whether it goes on. */
export function errorDetail({ failed, invocations, spans, goesOn, throughout }: ErrorVerdict, { totals, loadedAtMs }: Pick<FunctionMetrics, "totals" | "loadedAtMs">): string {
  const first = spans[0];
  const newest = spans.at(-1);
  if (!first || !newest) return "";
  const above = `above ${formatPercent(FAILING_RATE)}`;
  const count = `${formatCount(failed)} of ${formatCount(invocations)}`;
  const rejected = totals.throttles === 0 ? " Nothing was rejected." : "";
  if (throughout) return `${count}, ${above} in every period that ran anything.${rejected}`;
  if (spans.length > 1) {
    const last = goesOn ? "now" : `last ${spanLabel(newest.fromMs, newest.untilMs, loadedAtMs)}`;
    return `${count}, on and off: ${above} at ${spans.length} times, ${last}.${rejected}`;
  }
  return `${count}, ${above} ${goesOn ? `since ${momentLabel(first.fromMs, loadedAtMs)}` : `${spanLabel(first.fromMs, first.untilMs, loadedAtMs)} and not after`}.${rejected}`;
}
