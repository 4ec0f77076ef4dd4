/**
 * Recursion over queues and destinations, counted in the trace header as Lambda does it.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
 */
import { createHash, randomBytes } from "node:crypto";

/** A chain is stopped when a function would run for the sixteenth time in it. */
const MAX_RUNS = 16;
const LINEAGE = /(?:^|;)Lineage=([^;]*)/;

/** The trace header of what `functionArn` sends on, from the header that it was called with. */
export function lineageAfter(traceId: string | undefined, functionArn: string): string {
  const runs = runsOf(traceId);
  const key = keyOf(functionArn);
  runs.set(key, (runs.get(key) ?? 0) + 1);
  const lineage = [...runs].map(([id, count]) => `${id}:${count}`).join("|");
  const rest = (traceId ?? newTraceId()).replace(LINEAGE, "");
  return `${rest};Lineage=${lineage}`;
}

/** Whether `functionArn` has run too often in this chain to run once more. */
export function isRecursive(traceId: string | undefined, functionArn: string): boolean {
  return (runsOf(traceId).get(keyOf(functionArn)) ?? 0) >= MAX_RUNS;
}

function runsOf(traceId: string | undefined): Map<string, number> {
  const text = LINEAGE.exec(traceId ?? "")?.[1] ?? "";
  const pairs = text.split("|").map((pair) => pair.split(":"));
  return new Map(pairs.flatMap(([id, count]) => (id && count ? [[id, Number(count) || 0]] : [])));
}

/** Versions of one function are one function here. */
function keyOf(functionArn: string): string {
  return createHash("sha256").update(functionArn.split(":").slice(0, 7).join(":")).digest("hex").slice(0, 8);
}

function newTraceId(): string {
  const seconds = Math.floor(Date.now() / 1_000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString("hex")};Sampled=0`;
}
