/** The account's use, grouped as AWS counts tiers: by region and architecture. */
import { gbSecondLine, gbSecondsOfUsage, requestLine, storageGbSecondsOf } from "./cost-model";
import type { PricedUsage } from "./free-tier";
import { computeUsageOf, type FunctionUsage } from "./function-cost";
import type { Architecture, RegionPrices } from "./price-table";
import { averageGbSecondUsd, regionPrices, splitByTier } from "./pricing";
import type { ReceiptLine } from "./schema";

/** All functions of one region and architecture: what a tier counts. */
export interface UsageGroup {
  prices: RegionPrices | undefined;
  region: string;
  architecture: Architecture;
  functionCount: number;
  requests: number;
  gbSeconds: number;
  initGbSeconds: number;
  storageGbSeconds: number;
  totalGbSeconds: number;
}

/** Key of a group in the map of `groupUsages`. */
export function groupKey({ region, architecture }: { region: string; architecture: Architecture }): string {
  return `${region} ${architecture}`;
}

/** Sums the functions' use by region and architecture. */
export function groupUsages(usages: readonly FunctionUsage[]): Map<string, UsageGroup> {
  const groups = new Map<string, UsageGroup>();
  for (const usage of usages) {
    const { region, architecture } = usage;
    const compute = computeUsageOf(usage);
    const { billedMs, gbSeconds, initGbSeconds = 0 } = gbSecondsOfUsage(compute);
    const group = groups.get(groupKey(usage)) ?? {
      prices: regionPrices(region), region, architecture,
      functionCount: 0, requests: 0, gbSeconds: 0, initGbSeconds: 0, storageGbSeconds: 0, totalGbSeconds: 0,
    };
    group.functionCount += 1;
    group.requests += compute.requests;
    group.gbSeconds += gbSeconds;
    group.initGbSeconds += initGbSeconds;
    group.storageGbSeconds += storageGbSecondsOf(usage.ephemeralStorageMb, billedMs + (compute.initMsSum ?? 0));
    group.totalGbSeconds += gbSeconds + initGbSeconds;
    groups.set(groupKey(usage), group);
  }
  return groups;
}

/** Lines of the total before the free tier, only where something was used. */
export function totalLines(groups: readonly UsageGroup[]): ReceiptLine[] {
  return groups.flatMap((group) => {
    const { prices, region, architecture, requests } = group;
    if (!prices || (requests === 0 && group.totalGbSeconds === 0)) return [];
    const usdPerGbSecond = averageGbSecondUsd(prices, architecture, group.totalGbSeconds);
    const place = `${region}, ${architecture}`;
    const method = `Sum over ${group.functionCount} function${group.functionCount === 1 ? "" : "s"}${tierText(group, prices)}`;
    return [
      { ...requestLine(prices, requests, method), label: `Requests, ${place}` },
      gbSecondLine(`Compute, ${place}`, group.gbSeconds, usdPerGbSecond, method),
      ...(group.initGbSeconds > 0 ? [gbSecondLine(`INIT, ${place}`, group.initGbSeconds, usdPerGbSecond, method)] : []),
      ...(group.storageGbSeconds > 0 ? [gbSecondLine(`Ephemeral storage, ${place}`, group.storageGbSeconds, prices.usdPerStorageGbSecond, method)] : []),
    ];
  });
}

function tierText({ architecture, totalGbSeconds }: UsageGroup, prices: RegionPrices): string {
  const tiers = splitByTier(prices.duration[architecture], totalGbSeconds).length;
  return tiers > 1 ? `; the average price over ${tiers} tiers` : "";
}

/** What the free tier can be taken off: requests and GB-seconds of the regions that have a price. */
export function pricedUsage(groups: readonly UsageGroup[]): PricedUsage {
  const usage = { requests: 0, requestsUsd: 0, gbSeconds: 0, gbSecondsUsd: 0 };
  for (const { prices, architecture, requests, totalGbSeconds } of groups) {
    if (!prices) continue;
    usage.requests += requests;
    usage.requestsUsd += (requests / 1_000_000) * prices.usdPerMillionRequests;
    usage.gbSeconds += totalGbSeconds;
    usage.gbSecondsUsd += totalGbSeconds * averageGbSecondUsd(prices, architecture, totalGbSeconds);
  }
  return usage;
}
