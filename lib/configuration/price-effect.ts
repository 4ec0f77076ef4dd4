/** What a setting does to the price, in a sentence, while it is edited. First tier, before the free tier. */
import { INCLUDED_STORAGE_MB, regionPrices } from "@/lib/cost/pricing";
import { usdPerProvisionedGbSecond } from "@/lib/cost/provisioned-prices";
import { formatUsd } from "@/lib/format";
import type { Settings } from "./settings";

export interface PricedFunction {
  region: string;
  architecture: "x86_64" | "arm64";
}

const SECONDS_OF_MILLION = 100_000;
const MONTH_SECONDS = 730 * 3_600;
const UNPRICED = "This region has no sourced price.";

/** undefined for a setting that has no price of its own, or a value that is not a number. */
export function priceEffect(field: string, before: Settings, after: Settings, { region, architecture }: PricedFunction): string | undefined {
  const [from, to] = [before[field] ?? null, after[field] ?? null];
  if (typeof to !== "number" && !(field.startsWith("provisioned:") && to === null)) return undefined;
  const prices = regionPrices(region);
  if (field === "memoryMb") {
    const rate = prices?.duration[architecture][0]?.usdPerGbSecond;
    if (rate === undefined) return UNPRICED;
    return compared((memoryMb) => (memoryMb / 1_024) * rate * SECONDS_OF_MILLION, from, to, "for a million runs of 100 ms, if they take no less time");
  }
  if (field === "ephemeralStorageMb") {
    if (!prices) return UNPRICED;
    const extraGb = (storageMb: number) => Math.max(0, storageMb - INCLUDED_STORAGE_MB) / 1_024;
    return compared((storageMb) => extraGb(storageMb) * prices.usdPerStorageGbSecond * SECONDS_OF_MILLION, from, to, "for a million runs of 100 ms, on top of compute");
  }
  if (!field.startsWith("provisioned:")) return undefined;
  const rate = usdPerProvisionedGbSecond(region, architecture);
  if (rate === undefined) return UNPRICED;
  const gb = Number(after.memoryMb ?? 0) / 1_024;
  return compared((count) => count * gb * rate * MONTH_SECONDS, from ?? 0, to ?? 0, "a month that it stays set, used or not; running in it is billed on top");
}

function compared(usdOf: (value: number) => number, from: Settings[string], to: Settings[string], words: string): string {
  const now = formatUsd(usdOf(Number(to)));
  if (from === to || typeof from !== "number") return `${now} ${words}.`;
  return `${now} instead of ${formatUsd(usdOf(from))} ${words}.`;
}
