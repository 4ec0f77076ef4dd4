import { spanLabel } from "@/components/charts/time-axis";
import { Card } from "@/components/ui/card";
import { formatCount, formatPercent } from "@/lib/format";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { type ThrottleVerdict, throttleVerdict } from "@/lib/metrics/throttle-verdict";

const CAUSE: Record<ThrottleVerdict["cause"], (limit: number) => string> = {
  reserved: (limit) => `its reserved concurrency of ${formatCount(limit)} was reached.`,
  account: (limit) => `the account's concurrency limit of ${limit.toLocaleString("en")} was reached.`,
  switched_off: () => "its reserved concurrency is 0, so nothing may run.",
};

/** Names the cause of rejections, where the charts below prove one. */
export function VerdictCard({ metrics }: { metrics: FunctionMetrics }) {
  const verdict = throttleVerdict(metrics);
  const newest = verdict?.spans.at(-1);
  if (!verdict || !newest) return null;
  const others = verdict.spans.length - 1;
  const evidence = `${formatCount(newest.rejected)} of ${formatCount(newest.requests)} requests rejected (${formatPercent(newest.rejected / newest.requests)})`;
  return (
    <Card className="mb-4 border-l-4 border-l-throttle-fill px-4 py-3">
      <p className="text-3 font-semibold text-throttle">
        Rejected {spanLabel(newest.fromMs, newest.untilMs, metrics.loadedAtMs)}: {CAUSE[verdict.cause](verdict.limit)}
      </p>
      <p className="mt-0.5 text-2 text-muted">
        {evidence} in that time.
        {others > 0 ? ` The same at ${others} earlier ${others === 1 ? "time" : "times"} in this range.` : ""}
      </p>
    </Card>
  );
}
