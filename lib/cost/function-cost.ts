/** Cost of one function over a period: its receipt, its notes, and its part of each day. */
import { type ComputeUsage, estimateComputeCost, gbSecondsOfUsage, storageGbSecondsOf } from "./cost-model";
import { type CostPeriod, dayOf } from "./cost-period";
import type { InitUsage, UsageBucket } from "./init-usage";
import type { Architecture } from "./price-table";
import { averageGbSecondUsd, regionPrices } from "./pricing";
import type { CostReport, FunctionCost } from "./schema";

/** Everything that is known of a function's use. Memory and architecture are today's. */
export interface FunctionUsage {
  region: string;
  name: string;
  memoryMb: number;
  architecture: Architecture;
  ephemeralStorageMb: number;
  lastModifiedMs: number;
  /** Where it logs, if not to `/aws/lambda/<name>`. */
  customLogGroup?: string;
  buckets: readonly UsageBucket[];
  /** Undefined when it could not be found; `initProblem` says why. */
  init?: InitUsage;
  initProblem?: string;
}

/** The usage in the form the cost model wants. */
export function computeUsageOf(usage: FunctionUsage): ComputeUsage {
  const { region, memoryMb, architecture, ephemeralStorageMb, buckets, init } = usage;
  return {
    region,
    memoryMb,
    architecture,
    ephemeralStorageMb,
    requests: buckets.reduce((sum, bucket) => sum + bucket.requests, 0),
    durationMsSum: buckets.reduce((sum, bucket) => sum + bucket.durationMs, 0),
    ...(init ? { initMsSum: init.totalMs, initMethod: init.method } : {}),
  };
}

/** `accountGbSeconds`: of all functions of its region and architecture, as tiers count them. */
export function costOfFunction(usage: FunctionUsage, accountGbSeconds: number, period: Pick<CostPeriod, "startMs">): FunctionCost {
  const compute = computeUsageOf(usage);
  const cost = estimateComputeCost({ ...compute, accountGbSeconds });
  const { region, name, memoryMb, architecture } = usage;
  const { gbSeconds, initGbSeconds } = gbSecondsOfUsage(compute);
  return {
    region,
    name,
    memoryMb,
    architecture,
    requests: compute.requests,
    gbSeconds,
    ...(initGbSeconds === undefined ? {} : { initGbSeconds }),
    ...(cost ? { costUsd: cost.costUsd } : {}),
    receipt: cost?.lines ?? [],
    notes: notesOf(usage, compute.requests, period.startMs),
  };
}

function notesOf({ region, lastModifiedMs, init, initProblem }: FunctionUsage, requests: number, startMs: number): string[] {
  return [
    ...(regionPrices(region) ? [] : [`No price of ${region} has a source, so it is not in the total.`]),
    ...(requests > 0 && lastModifiedMs > startMs
      ? [`Changed on ${new Date(lastModifiedMs).toISOString().slice(0, 10)}, after the period began: today's memory and architecture are used for all of it.`]
      : []),
    ...(requests > 0 && !init ? [`INIT is missing: ${initProblem ?? "the log was not read"}.`] : []),
    ...(init?.estimated ? ["INIT is an estimate: the log has not been read to its end."] : []),
  ];
}

type DayCost = CostReport["days"][number];

/** Adds the function's requests, compute (with storage) and INIT to the days; nothing where its region has no price. */
export function addToDays(days: ReadonlyMap<number, DayCost>, usage: FunctionUsage, accountGbSeconds: number): void {
  const prices = regionPrices(usage.region);
  if (!prices) return;
  const { memoryMb, ephemeralStorageMb } = usage;
  const usdPerGbSecond = averageGbSecondUsd(prices, usage.architecture, accountGbSeconds);
  for (const { timestampMs, requests, durationMs } of usage.buckets) {
    const day = days.get(dayOf(timestampMs));
    if (!day) continue;
    const { billedMs, gbSeconds } = gbSecondsOfUsage({ requests, durationMsSum: durationMs, memoryMb });
    day.requestsUsd += (requests / 1_000_000) * prices.usdPerMillionRequests;
    day.computeUsd += gbSeconds * usdPerGbSecond + storageGbSecondsOf(ephemeralStorageMb, billedMs) * prices.usdPerStorageGbSecond;
  }
  for (const [dayMs, initMs] of usage.init?.msByDay ?? []) {
    const day = days.get(dayMs);
    if (!day) continue;
    day.initUsd += (initMs / 1000) * (memoryMb / 1024) * usdPerGbSecond;
    day.computeUsd += storageGbSecondsOf(ephemeralStorageMb, initMs) * prices.usdPerStorageGbSecond;
  }
}
