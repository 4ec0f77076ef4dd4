import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { errorVerdict } from "@/lib/metrics/error-verdict";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { throttleVerdict } from "@/lib/metrics/throttle-verdict";
import { errorDetail, errorHeadline, throttleDetail, throttleHeadline } from "./verdict-words";

/** Names what is wrong with the function in the range, with the evidence; nothing when nothing is. */
export function VerdictCards({ metrics }: { metrics: FunctionMetrics }) {
  const throttled = throttleVerdict(metrics);
  const failing = errorVerdict(metrics);
  return (
    <>
      {throttled ? (
        <VerdictCard tone="throttle" headline={throttleHeadline(throttled, metrics.loadedAtMs)}>
          {throttleDetail(throttled, metrics)}
        </VerdictCard>
      ) : null}
      {failing ? (
        <VerdictCard tone="error" headline={errorHeadline(failing)}>
          {errorDetail(failing, metrics)}
        </VerdictCard>
      ) : null}
    </>
  );
}

const EDGE = { throttle: "border-l-throttle-fill", error: "border-l-error-fill" } as const;
const TEXT = { throttle: "text-throttle", error: "text-error" } as const;

function VerdictCard({ tone, headline, children }: { tone: "throttle" | "error"; headline: string; children: ReactNode }) {
  return (
    <Card className={classNames("mb-4 border-l-4 px-4 py-3", EDGE[tone])}>
      <p className={classNames("text-3 font-semibold", TEXT[tone])}>{headline}</p>
      <p className="mt-0.5 text-2 text-muted">{children}</p>
    </Card>
  );
}
