/** Puts the report together: every function, the lines of the total, the free tier once, the days. */
import { groupKey, groupUsages, pricedUsage, totalLines } from "./account-usage";
import { sumOfLines } from "./cost-model";
import { type CostPeriod, daysOf } from "./cost-period";
import { freeTierOf } from "./free-tier";
import { addToDays, costOfFunction, type FunctionUsage } from "./function-cost";
import { priceSources, regionPrices } from "./pricing";
import type { CostReport } from "./schema";

interface ReportInput {
  period: CostPeriod;
  usages: readonly FunctionUsage[];
  problems: CostReport["problems"];
  initPending: boolean;
  loadedAtMs: number;
}

const NOT_INCLUDED =
  "Not included: provisioned concurrency, SnapStart, response streaming, durable functions, logs, data transfer, taxes and discounts.";

/** Functions come sorted by cost, dearest first. */
export function buildCostReport({ period, usages, problems, initPending, loadedAtMs }: ReportInput): CostReport {
  const groups = groupUsages(usages);
  const accountGbSecondsOf = (usage: FunctionUsage) => groups.get(groupKey(usage))?.totalGbSeconds ?? 0;
  const days = new Map(daysOf(period).map((dayMs) => [dayMs, { dayMs, requestsUsd: 0, computeUsd: 0, initUsd: 0 }]));
  for (const usage of usages) addToDays(days, usage, accountGbSecondsOf(usage));
  const grossLines = totalLines([...groups.values()]);
  const free = period.kind === "month" ? freeTierOf(pricedUsage([...groups.values()])) : undefined;
  const receipt = [...grossLines, ...(free?.lines ?? [])];
  return {
    period: { label: period.label, startMs: period.startMs, endMs: period.endMs },
    functions: usages
      .map((usage) => costOfFunction(usage, accountGbSecondsOf(usage), period))
      .sort((a, b) => (b.costUsd ?? 0) - (a.costUsd ?? 0) || b.requests - a.requests || a.name.localeCompare(b.name)),
    grossUsd: sumOfLines(grossLines),
    ...(free ? { freeTier: free.freeTier } : {}),
    totalUsd: sumOfLines(receipt),
    receipt,
    days: [...days.values()],
    prices: priceSources(usages.map(({ region }) => region)),
    notes: notesOf(period, usages),
    problems,
    initPending,
    loadedAtMs,
  };
}

function notesOf(period: CostPeriod, usages: readonly FunctionUsage[]): string[] {
  const withoutTiers = usages.some(({ region }) => regionPrices(region)?.tiersSourced === false);
  return [
    period.kind === "month"
      ? "The free tier belongs to the account: functions outside the chosen regions, and other accounts of the organization, use it too."
      : "The free tier is counted by the month, so it is not taken off a range.",
    ...initNotes(usages.filter(({ buckets }) => buckets.some(({ requests }) => requests > 0))),
    "Durations and requests are CloudWatch's; the newest minutes may still grow.",
    ...(withoutTiers ? ["Outside us-east-1 the first tier's price is used throughout: discounts above 6 billion GB-seconds a month are left out."] : []),
    NOT_INCLUDED,
  ];
}

function initNotes(running: readonly FunctionUsage[]): string[] {
  const missing = running.filter(({ init }) => !init).map(({ name }) => name);
  const estimated = running.filter(({ init }) => init?.estimated).map(({ name }) => name);
  return [
    ...(missing.length > 0 ? [`INIT is missing for ${namesText(missing)}, so the total is too low.`] : []),
    ...(estimated.length > 0 ? [`INIT is an estimate for ${namesText(estimated)}.`] : []),
  ];
}

function namesText(names: readonly string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}
