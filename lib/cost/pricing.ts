/** Looking prices up, and walking through the tiers of GB-seconds. */
import { type Architecture, type DurationTier, PRICE_TABLE, type RegionPrices } from "./price-table";

/** Ephemeral storage that every function has without charge. */
export const INCLUDED_STORAGE_MB = 512;

/**
 * Once per account and month, over all regions and both architectures together; with consolidated
 * billing once for the whole organization. https://aws.amazon.com/lambda/pricing/
 */
export const FREE_TIER = { requests: 1_000_000, gbSeconds: 400_000 } as const;

/** Prices of a region; undefined when none has a source. */
export function regionPrices(region: string): RegionPrices | undefined {
  return PRICE_TABLE.get(region);
}

/** Where the prices of these regions come from; `asOf` is the oldest of their dates. */
export function priceSources(regions: readonly string[]): { asOf: string; source: string } {
  const regionsBySource = new Map<string, string[]>();
  const dates: string[] = [];
  for (const region of [...new Set(regions)].sort()) {
    const source = regionPrices(region)?.source;
    if (!source) continue;
    dates.push(source.date);
    regionsBySource.set(source.text, [...(regionsBySource.get(source.text) ?? []), region]);
  }
  return {
    asOf: dates.sort()[0] ?? "",
    source: [...regionsBySource].map(([text, named]) => `${named.join(", ")}: ${text}`).join("; "),
  };
}

export interface TierShare {
  gbSeconds: number;
  usdPerGbSecond: number;
}

/** Splits a month's GB-seconds of one region and architecture over the tiers; the last share may be the only one. */
export function splitByTier(tiers: readonly DurationTier[], gbSeconds: number): TierShare[] {
  let fromGbSeconds = 0;
  const shares: TierShare[] = [];
  for (const { upToGbSeconds, usdPerGbSecond } of tiers) {
    const share = Math.min(gbSeconds, upToGbSeconds) - fromGbSeconds;
    if (share <= 0 && shares.length > 0) break;
    shares.push({ gbSeconds: Math.max(0, share), usdPerGbSecond });
    fromGbSeconds = upToGbSeconds;
  }
  return shares;
}

/** Average price of a GB-second when the account's month comes to `gbSeconds` in this region and architecture. */
export function averageGbSecondUsd(prices: RegionPrices, architecture: Architecture, gbSeconds: number): number {
  const shares = splitByTier(prices.duration[architecture], gbSeconds);
  const first = shares[0]?.usdPerGbSecond ?? 0;
  if (shares.length === 1) return first;
  return shares.reduce((sum, share) => sum + share.gbSeconds * share.usdPerGbSecond, 0) / gbSeconds;
}
