import { estimateInvocationCost } from "@/lib/cost/cost-model";
import type { Run } from "./schema";

/** Figures of a REPORT line or of an execution found in the log. */
export interface MeasuredInvocation {
  durationMs?: number;
  billedDurationMs?: number;
  initDurationMs?: number;
  memoryMb?: number;
  maxMemoryUsedMb?: number;
}

/** Of the version that ran. */
export interface PricedVersion {
  architecture: "x86_64" | "arm64";
  ephemeralStorageMb: number;
}

export type InvocationFigures = Pick<Run, "durationMs" | "billedDurationMs" | "initDurationMs" | "memoryMb" | "maxMemoryUsedMb" | "costUsd" | "costReceipt">;

/** Figures with their price; without one where the version is not known, rather than with a wrong one. */
export function figuresOf(measured: MeasuredInvocation, region: string, version: PricedVersion | undefined): InvocationFigures {
  const { durationMs, billedDurationMs, initDurationMs, memoryMb, maxMemoryUsedMb } = measured;
  const figures = { durationMs, billedDurationMs, initDurationMs, memoryMb, maxMemoryUsedMb };
  if (!version || billedDurationMs === undefined || memoryMb === undefined) return figures;
  const { architecture, ephemeralStorageMb } = version;
  const cost = estimateInvocationCost({ billedDurationMs, memoryMb, architecture, ephemeralStorageMb, region });
  return { ...figures, costUsd: cost?.costUsd, costReceipt: cost?.lines };
}

/** Several attempts of one event: the figures of the last one, the cost of all. */
export function figuresOfAttempts(attempts: readonly MeasuredInvocation[], region: string, version: PricedVersion | undefined): InvocationFigures {
  const all = attempts.filter(({ durationMs }) => durationMs !== undefined).map((attempt) => figuresOf(attempt, region, version));
  const last = all.at(-1);
  if (!last) return {};
  if (all.some(({ costUsd }) => costUsd === undefined)) return { ...last, costUsd: undefined, costReceipt: undefined };
  return {
    ...last,
    costUsd: all.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0),
    costReceipt: all.flatMap(({ costReceipt = [] }, index) => (all.length === 1 ? costReceipt : costReceipt.map((line) => ({ ...line, label: `${line.label}, attempt ${index + 1}` })))),
  };
}
