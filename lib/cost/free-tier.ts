/**
 * The free tier: once per account and month, over all regions, x86_64 and arm64 together, never per function.
 * Storage is not part of it. https://aws.amazon.com/lambda/pricing/
 */
import { FREE_TIER } from "./pricing";
import { countText, quantityText } from "./receipt-text";
import type { CostReport, ReceiptLine } from "./schema";

export interface PricedUsage {
  requests: number;
  requestsUsd: number;
  /** With INIT. */
  gbSeconds: number;
  gbSecondsUsd: number;
}

const METHOD = "Once per account over all regions and architectures, at the average price";

/** What the free tier takes off, and its (negative) receipt lines. */
export function freeTierOf(usage: PricedUsage): { freeTier: NonNullable<CostReport["freeTier"]>; lines: ReceiptLine[] } {
  const requests = Math.min(FREE_TIER.requests, usage.requests);
  const gbSeconds = Math.min(FREE_TIER.gbSeconds, usage.gbSeconds);
  const requestsUsd = shareOf(usage.requestsUsd, requests, usage.requests);
  const gbSecondsUsd = shareOf(usage.gbSecondsUsd, gbSeconds, usage.gbSeconds);
  return {
    freeTier: { requests, gbSeconds, amountUsd: requestsUsd + gbSecondsUsd },
    lines: [
      { label: "Free tier, requests", detail: `${countText(requests)} of ${countText(FREE_TIER.requests)} free`, method: METHOD, amountUsd: 0 - requestsUsd },
      { label: "Free tier, GB-seconds", detail: `${quantityText(gbSeconds)} of ${countText(FREE_TIER.gbSeconds)} GB-s free`, method: METHOD, amountUsd: 0 - gbSecondsUsd },
    ],
  };
}

/** All of it when all is free, so that no rest of a rounding remains. */
function shareOf(amountUsd: number, part: number, whole: number): number {
  return part >= whole ? amountUsd : (part / whole) * amountUsd;
}
