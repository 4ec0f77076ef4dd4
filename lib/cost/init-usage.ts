/**
 * INIT of a function over a period. CloudWatch has no metric for it, so it comes from the Init Duration
 * of REPORT lines; where the log could not be read to its end, the rest is estimated from the part that was.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
import { dayOf } from "./cost-period";
import { countText, quantityText } from "./receipt-text";

/** One bucket of CloudWatch's Invocations and Duration. */
export interface UsageBucket {
  timestampMs: number;
  requests: number;
  durationMs: number;
}

/** What was read of a log: INIT by UTC day, for everything stamped before `readThroughMs`. */
export interface InitReading {
  msByDay: ReadonlyMap<number, number>;
  readThroughMs: number;
}

export interface InitUsage {
  msByDay: ReadonlyMap<number, number>;
  /** Sum of the days. */
  totalMs: number;
  estimated: boolean;
  method: string;
}

/** Adds one INIT to its UTC day. */
export function addInit(msByDay: Map<number, number>, timestampMs: number, initMs: number): void {
  const dayMs = dayOf(timestampMs);
  msByDay.set(dayMs, (msByDay.get(dayMs) ?? 0) + initMs);
}

/**
 * INIT up to `endMs`. Past `readThroughMs` each request is taken to carry as much INIT as one did before it.
 * Undefined when requests followed but none came before: then there is nothing to estimate from.
 */
export function completeInit(reading: InitReading, buckets: readonly UsageBucket[], endMs: number): InitUsage | undefined {
  const readMs = sum(reading.msByDay.values());
  const unread = buckets.filter(({ timestampMs, requests }) => timestampMs >= reading.readThroughMs && requests > 0);
  if (reading.readThroughMs >= endMs || unread.length === 0) {
    return { msByDay: reading.msByDay, totalMs: readMs, estimated: false, method: "Init Duration of every REPORT line" };
  }
  const readRequests = sum(buckets.filter(({ timestampMs }) => timestampMs < reading.readThroughMs).map(({ requests }) => requests));
  if (readRequests === 0) return undefined;
  const initMsPerRequest = readMs / readRequests;
  const msByDay = new Map(reading.msByDay);
  for (const { timestampMs, requests } of unread) addInit(msByDay, timestampMs, requests * initMsPerRequest);
  const method = `Estimate: REPORT lines were read up to ${momentText(reading.readThroughMs)}; after that ${quantityText(initMsPerRequest)} ms a request, as in the ${countText(readRequests)} requests before`;
  return { msByDay, totalMs: sum(msByDay.values()), estimated: true, method };
}

function momentText(timestampMs: number): string {
  return `${new Date(timestampMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
