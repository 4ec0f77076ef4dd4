import { dayText, dayTotalUsd } from "@/lib/cost/cost-findings";
import type { CostReport } from "@/lib/cost/schema";
import { formatUsd } from "@/lib/format";

export type DayCost = CostReport["days"][number];

/** Components of a bar from the bottom up. Compute is warm, INIT is cold. */
export const COMPONENTS = [
  { key: "requestsUsd", label: "requests", fill: "bg-[var(--series-2)]" },
  { key: "computeUsd", label: "compute", fill: "bg-accent-fill" },
  { key: "initUsd", label: "INIT", fill: "bg-cold-fill" },
] as const;

/** `Nov 14: $0.031 (requests $0.01, compute $0.02, INIT $0.001)` */
export function reading(day: DayCost): string {
  const parts = COMPONENTS.map(({ key, label }) => `${label} ${formatUsd(day[key])}`).join(", ");
  return `${dayText(day.dayMs)}: ${formatUsd(dayTotalUsd(day))} (${parts})`;
}
