/** What the cost page says in words. */
import { formatCount, formatUsd } from "@/lib/format";
import { sumOfLines } from "./cost-model";
import { dayOf } from "./cost-period";
import type { CostReport, ReceiptLine } from "./schema";

type DayCost = CostReport["days"][number];

const DAY = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", timeZone: "UTC" });

/** `Nov 14`, in UTC as AWS bills. */
export function dayText(dayMs: number): string {
  return DAY.format(dayMs);
}

/** Requests, compute and INIT of one day. */
export function dayTotalUsd({ requestsUsd, computeUsd, initUsd }: DayCost): number {
  return sumOfLines([requestsUsd, computeUsd, initUsd].map((amountUsd) => ({ amountUsd })));
}

/** One sentence below the big figure. */
export function headlineSentence({ functions, grossUsd, totalUsd, freeTier, problems }: CostReport): string {
  const running = functions.filter(({ requests }) => requests > 0);
  if (running.length === 0) return `Nothing ran ${problems.length > 0 ? "in the regions that could be read" : "in this time"}: no request, no compute, no INIT to pay for.`;
  const requests = running.reduce((sum, entry) => sum + entry.requests, 0);
  const use = `${formatCount(requests)} requests to ${running.length === 1 ? "one function" : `${running.length} functions`}`;
  if (!freeTier) return `For ${use}, before the free tier, which is counted by the month.`;
  if (totalUsd === 0) return `For ${use}: all of it within the free tier. Without it, it would be ${formatUsd(grossUsd)}.`;
  return `For ${use}: ${formatUsd(grossUsd)}, of which the free tier takes off ${formatUsd(freeTier.amountUsd)}.`;
}

/**
 * Average and dearest of the whole days before today, and today so far. Days before the first with a cost are not averaged:
 * nothing may have existed yet, and a function that did cost nothing.
 */
export function daysFinding(days: readonly DayCost[], nowMs: number): string {
  const today = days.find(({ dayMs }) => dayMs === dayOf(nowMs));
  const first = days.findIndex((day) => dayTotalUsd(day) > 0);
  if (first < 0) return "No day cost anything.";
  const whole = days.slice(first).filter((day) => day !== today);
  const todayText = today ? `today so far ${formatUsd(dayTotalUsd(today))}` : "";
  const dearest = whole.reduce<DayCost | undefined>((best, day) => (best && dayTotalUsd(best) >= dayTotalUsd(day) ? best : day), undefined);
  if (!dearest) return todayText ? `${todayText[0]?.toUpperCase()}${todayText.slice(1)}.` : "";
  const averageUsd = whole.reduce((sum, day) => sum + dayTotalUsd(day), 0) / whole.length;
  const since = first > 0 ? ` since ${dayText(whole[0]?.dayMs ?? 0)}` : "";
  return [`${formatUsd(averageUsd)} a day on average${since}`, `${dayText(dearest.dayMs)} was dearest with ${formatUsd(dayTotalUsd(dearest))}`, todayText].filter(Boolean).join("; ").concat(".");
}

/** A day's receipt: its components over all functions. */
export function dayReceipt({ dayMs, requestsUsd, computeUsd, initUsd }: DayCost): ReceiptLine[] {
  const detail = `${dayText(dayMs)}, UTC, all functions`;
  return [
    { label: "Requests", detail, method: "CloudWatch Invocations of the day × each region's price", amountUsd: requestsUsd },
    { label: "Compute", detail, method: "CloudWatch Duration of the day + 0.5 ms a request, × memory × each region's price; with ephemeral storage above 512 MB", amountUsd: computeUsd },
    { label: "INIT", detail, method: "Init Duration of the day's REPORT lines × memory × each region's price", amountUsd: initUsd },
  ];
}
