/** What is known of rejections whose cause the charts do not prove, in sentences. Pure. */
import { formatCount } from "@/lib/format";
import type { FunctionMetrics } from "./schema";
import type { UnexplainedThrottle } from "./throttle-verdict";

/** `Today no concurrency is reserved. It stood at 2 in all 7 periods with rejections, as a limit of 2 would make it.` */
export function throttleEvidence(verdict: UnexplainedThrottle, limits: FunctionMetrics["limits"]): string {
  return [ownLimit(verdict, limits), accountLimit(verdict, limits)].filter(Boolean).join(" ");
}

function ownLimit({ concurrency, periods }: UnexplainedThrottle, { reservedConcurrency, reservedUnread }: FunctionMetrics["limits"]): string {
  if (reservedConcurrency === 0) return "Today its reserved concurrency is 0, yet some requests ran then: the limit was another.";
  if (reservedConcurrency !== undefined) {
    const today = `today's reserved ${formatCount(reservedConcurrency)}`;
    if (!concurrency) return `CloudWatch has no concurrency of that time to hold against ${today}.`;
    if (concurrency.most > reservedConcurrency) return `Concurrency reached ${formatCount(concurrency.most)} then, above ${today}: the limit was another.`;
    return `Concurrency was ${concurrency.most < reservedConcurrency ? "at most" : "sometimes below, at most"} ${formatCount(concurrency.most)} then; ${today} does not explain it.`;
  }
  const today = reservedUnread ? "Its reserved concurrency could not be read." : "Today no concurrency is reserved for it.";
  if (!concurrency) return today;
  const { least, most } = concurrency;
  const steady = least === most && periods > 1;
  return `${today} ${steady ? `Concurrency stood at ${formatCount(most)} in all ${periods} periods with rejections, as a reserved limit of ${formatCount(most)} would make it.` : `Concurrency was at most ${formatCount(most)} then.`}`;
}

function accountLimit({ accountMost }: UnexplainedThrottle, { accountConcurrency }: FunctionMetrics["limits"]): string {
  if (accountMost === undefined) return "";
  const of = accountConcurrency === undefined ? "" : ` of ${formatCount(accountConcurrency)}`;
  return `The whole account used at most ${formatCount(accountMost)}${of}.`;
}
