/** The sentence above the cold-start chart. Pure. */
import { clockTime } from "@/components/charts/time-axis";
import type { ColdStarts } from "@/lib/cold-starts/schema";
import { formatCount, formatMs, formatPercent } from "@/lib/format";

/**
 * `74 of 18.4k (0.4 %), INIT p95 412 ms.` `invocations` is of the same range, undefined when
 * not known. A log that was not read whole gives a lower bound and no rate.
 */
export function coldStartFinding(data: Pick<ColdStarts, "totals" | "complete" | "readUntilMs">, invocations: number | undefined): string {
  const { cold, initP95 } = data.totals;
  const init = initP95 === null ? "" : `, INIT p95 ${formatMs(initP95)}`;
  if (!data.complete) {
    const until = data.readUntilMs === undefined ? "" : `, read until ${clockTime(data.readUntilMs)}`;
    return `At least ${formatCount(cold)}${init}${until}: the log is too long to read whole.`;
  }
  if (cold === 0) return invocations ? `None in ${formatCount(invocations)} invocations.` : "None in this range.";
  // Log lines and metrics arrive at different speeds: a rate above 1 would be nonsense.
  const rate = invocations !== undefined && invocations >= cold ? ` of ${formatCount(invocations)} (${formatPercent(cold / invocations)})` : "";
  return `${formatCount(cold)}${rate}${init}.`;
}
