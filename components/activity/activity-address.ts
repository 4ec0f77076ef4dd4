import type { ActivityFilter } from "@/lib/activity/queries";
import { parseChoices } from "@/lib/functions/function-rows";

const HOUR_MS = 3_600_000;

/** How far back, as in the address. */
export const SINCE = [
  { value: "24h", label: "24 h", hours: 24 },
  { value: "7d", label: "7 d", hours: 168 },
  { value: "30d", label: "30 d", hours: 720 },
  { value: "all", label: "All", hours: undefined },
] as const;

/** Changes to the address that show every change again. */
export const CLEARED_ACTIVITY = { q: undefined, function: undefined, kind: undefined, who: undefined, status: undefined, since: undefined, batch: undefined };

/** What the address narrows Activity to, and whether it narrows it at all. */
export function readActivityFilter(get: (key: string) => string | undefined, nowMs: number): ActivityFilter & { active: boolean } {
  const hours = SINCE.find(({ value }) => value === get("since"))?.hours;
  const filter: ActivityFilter = {
    functions: parseChoices(get("function")),
    kinds: parseChoices(get("kind")),
    people: parseChoices(get("who")),
    statuses: parseChoices(get("status")),
    text: get("q") ?? "",
    // Whole hours: the question stays the same one for a while.
    fromMs: hours === undefined ? undefined : Math.floor(nowMs / HOUR_MS) * HOUR_MS - hours * HOUR_MS,
    batchId: get("batch"),
  };
  const active = Object.values(filter).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
  return { ...filter, active };
}
