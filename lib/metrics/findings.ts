/** One sentence for each chart of a function: what the picture shows. Pure. */
import { formatCount, formatMs, formatPercent } from "@/lib/format";
import { errorRate, rejectedRate } from "./rates";
import type { FunctionMetrics } from "./schema";

/** `18.4k ran, 22 failed (0.1 %), 212 were rejected (1.1 %).` */
export function requestsFinding({ totals }: Pick<FunctionMetrics, "totals">): string {
  const ran = totals.invocations > 0 ? `${formatCount(totals.invocations)} ran` : "None ran";
  const failedShare = errorRate(totals);
  const failed = totals.errors > 0 ? `${formatCount(totals.errors)} failed${inBrackets(failedShare)}` : "none failed";
  const rejectedWord = totals.throttles === 1 ? "was rejected" : "were rejected";
  const rejected = totals.throttles > 0 ? `${formatCount(totals.throttles)} ${rejectedWord}${inBrackets(rejectedRate(totals))}` : "none was rejected";
  return `${ran}, ${totals.invocations > 0 ? `${failed}, ` : ""}${rejected}.`;
}

function inBrackets(share: number | undefined): string {
  return share === undefined ? "" : ` (${formatPercent(share)})`;
}

/** From here on the exact factor says nothing more. */
const BEYOND_COMPARE = 100;

/** The p95 of the whole range against the timeout. */
export function durationFinding({ totals, limits }: Pick<FunctionMetrics, "totals" | "limits">): string {
  if (totals.durationP95 === null) return "Nothing ran, so there is no duration.";
  const p95 = `p95 ${formatMs(totals.durationP95)}`;
  const times = limits.timeoutMs / totals.durationP95;
  if (times >= BEYOND_COMPARE) return `${p95}, far below the timeout of ${formatMs(limits.timeoutMs)}.`;
  if (times >= 2) return `${p95}, ${times < 10 ? times.toFixed(1) : Math.round(times)} × below the timeout of ${formatMs(limits.timeoutMs)}.`;
  return `${p95}, ${formatPercent(1 / times)} of the timeout of ${formatMs(limits.timeoutMs)}.`;
}

/** Greatest concurrency of the range, and in how many periods the limit was touched. */
export function concurrencyFinding({ totals, limits, concurrency, window }: Pick<FunctionMetrics, "totals" | "limits" | "concurrency" | "window">): string {
  const reserved = limits.reservedConcurrency;
  if (reserved === 0) return "Reserved concurrency is 0: nothing may run.";
  if (totals.concurrencyMax === null) return "Nothing ran.";
  const most = formatCount(totals.concurrencyMax);
  if (reserved === undefined) return `At most ${most} at once; ${limits.reservedUnread ? "what is reserved could not be read" : "nothing is reserved"}.`;
  const atLimit = concurrency.filter((value) => value !== null && value >= reserved).length;
  if (atLimit === 0) return `At most ${most} of ${formatCount(reserved)} reserved.`;
  return `At its reserved ${formatCount(reserved)} in ${atLimit} of ${concurrency.length} periods of ${periodInWords(window.periodSeconds)}.`;
}

/** `1 min`, `5 min`, `1 h`. */
export function periodInWords(periodSeconds: number): string {
  if (periodSeconds % 3600 === 0) return `${periodSeconds / 3600} h`;
  return periodSeconds % 60 === 0 ? `${periodSeconds / 60} min` : `${periodSeconds} s`;
}
