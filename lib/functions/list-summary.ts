/** The sentence above the function list. */
import { errorRate, type FunctionRow } from "./function-rows";
import { runtimeSupport } from "./runtime-support";

/** Above this share of failed invocations a function is named as failing. */
export const FAILING_RATE = 0.05;

export interface ListSummary {
  functions: number;
  regions: number;
  /** Functions with at least one rejected request in the range. */
  throttled: number;
  failing: number;
  ended: number;
}

export function summarizeRows(rows: readonly FunctionRow[], nowMs: number): ListSummary {
  return {
    functions: rows.length,
    regions: new Set(rows.map(({ region }) => region)).size,
    throttled: rows.filter(({ metrics }) => (metrics?.throttles ?? 0) > 0).length,
    failing: rows.filter(({ metrics }) => (errorRate(metrics) ?? 0) > FAILING_RATE).length,
    ended: rows.filter(({ runtime }) => runtimeSupport(runtime, nowMs).status === "ended").length,
  };
}
