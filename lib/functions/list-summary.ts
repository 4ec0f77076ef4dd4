/** The sentence above the function list, and the rows that each of its findings stands for. */
import { errorRate, FAILING_RATE } from "@/lib/metrics/rates";
import type { FunctionRow } from "./function-rows";
import { runtimeSupport } from "./runtime-support";

/** `throttled`: a rejected request in the range; `failing`: above FAILING_RATE; `ended`: on a runtime past its end of support. */
export const FINDINGS = ["throttled", "failing", "ended"] as const;
export type Finding = (typeof FINDINGS)[number];

/** Findings that need the metrics of every function. */
export const METRIC_FINDINGS: ReadonlySet<Finding> = new Set(["throttled", "failing"]);

export interface ListSummary {
  functions: number;
  regions: number;
  /** Functions whose metrics are known: what `throttled` and `failing` are counted over. */
  measured: number;
  throttled: number;
  failing: number;
  ended: number;
}

/** Does the finding hold for the row? What is not known does not count. */
export function hasFinding(row: FunctionRow, finding: Finding, nowMs: number): boolean {
  switch (finding) {
    case "throttled":
      return (row.metrics?.throttles ?? 0) > 0;
    case "failing":
      return ((row.metrics && errorRate(row.metrics)) ?? 0) > FAILING_RATE;
    case "ended":
      return runtimeSupport(row.runtime, nowMs).status === "ended";
  }
}

export function summarizeRows(rows: readonly FunctionRow[], nowMs: number): ListSummary {
  const count = (finding: Finding) => rows.filter((row) => hasFinding(row, finding, nowMs)).length;
  return {
    functions: rows.length,
    regions: new Set(rows.map(({ region }) => region)).size,
    measured: rows.filter(({ metrics }) => metrics).length,
    throttled: count("throttled"),
    failing: count("failing"),
    ended: count("ended"),
  };
}

/** `throttled` in the address. */
export function parseFinding(text: string | undefined): Finding | undefined {
  return FINDINGS.find((finding) => finding === text);
}
