/**
 * What invocations on demand cost: requests + GB-seconds (INIT too, billed since 1 August 2025) +
 * ephemeral storage above 512 MB. MB become GB by 1,024; time is billed per ms, rounded up.
 * https://aws.amazon.com/lambda/pricing/
 */
import type { Architecture, RegionPrices } from "./price-table";
import { averageGbSecondUsd, INCLUDED_STORAGE_MB, regionPrices } from "./pricing";
import { countText, quantityText, unitPriceText } from "./receipt-text";
import type { ReceiptLine } from "./schema";

/** Every invocation is rounded up to the next ms: 0.5 ms on average. */
export const ROUNDING_MS_PER_REQUEST = 0.5;

interface Sizing {
  memoryMb: number;
  architecture: Architecture;
  ephemeralStorageMb: number;
  region: string;
}

export interface InvocationCost {
  /** The sum of `lines`, exactly. */
  costUsd: number;
  lines: ReceiptLine[];
}

/**
 * Cost of one invocation from its REPORT line. `billedDurationMs` includes INIT.
 * Undefined when the region has no sourced price.
 */
export function estimateInvocationCost(invocation: Sizing & { billedDurationMs: number }): InvocationCost | undefined {
  const prices = regionPrices(invocation.region);
  if (!prices) return undefined;
  const { billedDurationMs, memoryMb, architecture } = invocation;
  const gbSeconds = gbSecondsOf(billedDurationMs, memoryMb);
  const lines = [
    requestLine(prices, 1, "One invocation is one request."),
    gbSecondLine(`Compute, ${architecture}`, gbSeconds, averageGbSecondUsd(prices, architecture, gbSeconds), `${countText(billedDurationMs)} ms billed (REPORT line, with INIT) × ${memoryMb} MB / 1,024`),
    ...storageLines(prices, invocation, billedDurationMs),
  ];
  return { costUsd: sumOfLines(lines), lines };
}

export interface ComputeUsage extends Sizing {
  requests: number;
  /** Sum of CloudWatch's Duration, which leaves INIT and the rounding out. */
  durationMsSum: number;
  /** Undefined when it is not known: then no line claims it. */
  initMsSum?: number;
  /** How `initMsSum` was found. */
  initMethod?: string;
  /** GB-seconds of the whole account in this region and architecture: decides the tier. Default: this usage alone. */
  accountGbSeconds?: number;
}

export interface ComputeCost extends InvocationCost {
  /** Without INIT. */
  gbSeconds: number;
  initGbSeconds?: number;
}

/** Cost of a function over a period, before the free tier. Undefined when the region has no sourced price. */
export function estimateComputeCost(usage: ComputeUsage): ComputeCost | undefined {
  const prices = regionPrices(usage.region);
  if (!prices) return undefined;
  const { requests, memoryMb, architecture, initMsSum } = usage;
  const { billedMs, gbSeconds, initGbSeconds } = gbSecondsOfUsage(usage);
  const accountGbSeconds = usage.accountGbSeconds ?? gbSeconds + (initGbSeconds ?? 0);
  const usdPerGbSecond = averageGbSecondUsd(prices, architecture, accountGbSeconds);
  const lines = [
    requestLine(prices, requests, "CloudWatch Invocations, Sum"),
    gbSecondLine(`Compute, ${architecture}`, gbSeconds, usdPerGbSecond, computeMethod(usage)),
    ...(initGbSeconds === undefined || initMsSum === undefined
      ? []
      : [gbSecondLine("INIT", initGbSeconds, usdPerGbSecond, `${quantityText(initMsSum)} ms × ${memoryMb} MB / 1,024; ${usage.initMethod ?? "Init Duration of REPORT lines"}`)]),
    ...storageLines(prices, usage, billedMs + (initMsSum ?? 0)),
  ];
  return { costUsd: sumOfLines(lines), lines, gbSeconds, ...(initGbSeconds === undefined ? {} : { initGbSeconds }) };
}

/** Billed time and GB-seconds of a period, whatever the region's prices. */
export function gbSecondsOfUsage(usage: Pick<ComputeUsage, "requests" | "durationMsSum" | "initMsSum" | "memoryMb">): {
  billedMs: number;
  gbSeconds: number;
  initGbSeconds?: number;
} {
  const billedMs = usage.durationMsSum + usage.requests * ROUNDING_MS_PER_REQUEST;
  const initGbSeconds = usage.initMsSum === undefined ? undefined : gbSecondsOf(usage.initMsSum, usage.memoryMb);
  return { billedMs, gbSeconds: gbSecondsOf(billedMs, usage.memoryMb), ...(initGbSeconds === undefined ? {} : { initGbSeconds }) };
}

/** Storage above the included 512 MB, in GB-seconds. */
export function storageGbSecondsOf(ephemeralStorageMb: number, billedMs: number): number {
  return gbSecondsOf(billedMs, Math.max(0, ephemeralStorageMb - INCLUDED_STORAGE_MB));
}

const PICODOLLARS = 1e12;

/**
 * The one way to add up a receipt, so that a total never differs from its lines. To the picodollar: what the
 * free tier covers whole comes to 0, not to the rest of a binary fraction.
 */
export function sumOfLines(lines: readonly { amountUsd: number }[]): number {
  const sumUsd = lines.reduce((sum, line) => sum + line.amountUsd, 0);
  // "+ 0": a rest just below zero rounds to minus zero.
  return Math.round(sumUsd * PICODOLLARS) / PICODOLLARS + 0;
}

/** `requests × price per million` */
export function requestLine(prices: RegionPrices, requests: number, method: string): ReceiptLine {
  return {
    label: "Requests",
    detail: `${countText(requests)} × ${unitPriceText(prices.usdPerMillionRequests)} per million`,
    method,
    amountUsd: (requests / 1_000_000) * prices.usdPerMillionRequests,
  };
}

/** `GB-seconds × price` */
export function gbSecondLine(label: string, gbSeconds: number, usdPerGbSecond: number, method: string): ReceiptLine {
  return { label, detail: `${quantityText(gbSeconds)} GB-s × ${unitPriceText(usdPerGbSecond)}`, method, amountUsd: gbSeconds * usdPerGbSecond };
}

function gbSecondsOf(durationMs: number, memoryMb: number): number {
  return (durationMs / 1000) * (memoryMb / 1024);
}

function computeMethod({ durationMsSum, requests, memoryMb }: ComputeUsage): string {
  return `CloudWatch Duration, Sum: ${quantityText(durationMsSum)} ms + ${ROUNDING_MS_PER_REQUEST} ms × ${countText(requests)} requests (expected rounding up to 1 ms), × ${memoryMb} MB / 1,024`;
}

function storageLines(prices: RegionPrices, { ephemeralStorageMb }: Sizing, billedMs: number): ReceiptLine[] {
  const gbSeconds = storageGbSecondsOf(ephemeralStorageMb, billedMs);
  if (ephemeralStorageMb <= INCLUDED_STORAGE_MB) return [];
  const method = `(${countText(ephemeralStorageMb)} MB − ${INCLUDED_STORAGE_MB} MB included) / 1,024 × ${quantityText(billedMs / 1000)} s billed`;
  return [gbSecondLine("Ephemeral storage", gbSeconds, prices.usdPerStorageGbSecond, method)];
}
