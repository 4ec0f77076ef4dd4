import { spanLabel } from "@/components/charts/time-axis";
import { Card } from "@/components/ui/card";
import { formatCount, formatPercent } from "@/lib/format";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { type ThrottleSpan, type ThrottleVerdict, throttleVerdict, worstSpan } from "@/lib/metrics/throttle-verdict";

const CAUSE: Record<ThrottleVerdict["cause"], (limit: number) => string> = {
  reserved: (limit) => `its reserved concurrency of ${formatCount(limit)} was reached.`,
  account: (limit) => `the account's concurrency limit of ${limit.toLocaleString("en")} was reached.`,
  switched_off: () => "its reserved concurrency is 0, so nothing may run.",
};

/** Names the cause of rejections, where the charts below prove one. */
export function VerdictCard({ metrics }: { metrics: FunctionMetrics }) {
  const verdict = throttleVerdict(metrics);
  const worst = verdict && worstSpan(verdict);
  if (!verdict || !worst) return null;
  const evidence = `${formatCount(worst.rejected)} of ${formatCount(worst.requests)} requests rejected (${formatPercent(worst.rejected / worst.requests)}) in that time.`;
  return (
    <Card className="mb-4 border-l-4 border-l-throttle-fill px-4 py-3">
      <p className="text-3 font-semibold text-throttle">
        Rejected {spanLabel(worst.fromMs, worst.untilMs, metrics.loadedAtMs)}: {CAUSE[verdict.cause](verdict.limit)}
      </p>
      <p className="mt-0.5 text-2 text-muted">
        {evidence} {otherTimes(verdict, worst, metrics.loadedAtMs)}
      </p>
    </Card>
  );
}

/** How often else, and when last: a fleeting rejection reads differently from one that goes on. */
function otherTimes({ spans }: ThrottleVerdict, named: ThrottleSpan, nowMs: number): string {
  const others = spans.length - 1;
  const newest = spans.at(-1);
  if (others === 0 || !newest) return "";
  const last = newest === named ? "before" : `too, last ${spanLabel(newest.fromMs, newest.untilMs, nowMs)}`;
  return `At ${others} other ${others === 1 ? "time" : "times"} ${last}.`;
}
