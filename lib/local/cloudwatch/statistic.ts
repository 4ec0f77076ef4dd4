import type { Distribution } from "../telemetry/distribution.ts";
import { invalidValue } from "./cloudwatch-error.ts";
import { percentileOf, sortedValues } from "./percentile.ts";
import { type TrimmedKind, type TrimRange, trimmedStatistic } from "./trimmed-statistic.ts";

/** One statistic of a period. */
export interface Statistic {
  /** As it was asked for. */
  text: string;
  /** Whether the single values are needed, or the four exact figures do. */
  needsValues: boolean;
  /** `undefined`: no datapoint. */
  compute(distribution: Distribution): number | undefined;
}

const SIMPLE: Readonly<Record<string, (distribution: Distribution) => number>> = {
  SampleCount: ({ count }) => count,
  Sum: ({ sum }) => sum,
  Average: ({ sum, count }) => sum / count,
  Minimum: ({ min }) => min,
  Maximum: ({ max }) => max,
};

const PERCENT = String.raw`\d{1,2}(?:\.\d{0,10})?|100`;
const SHORT = new RegExp(`^(p|tm|tc|ts|wm)(${PERCENT})$`, "i");
const PERCENT_RANGE = new RegExp(String.raw`^(TM|TC|TS|WM)\((?:(${PERCENT})%)?:(?:(${PERCENT})%)?\)$`);
const VALUE_RANGE = /^(TM|TC|TS|WM|PR)\((\d+(?:\.\d+)?)?:(\d+(?:\.\d+)?)?\)$/;

/** Names that `Statistics` of GetMetricStatistics accepts. */
export const SIMPLE_STATISTICS: readonly string[] = Object.keys(SIMPLE);

/**
 * `Sum`, `p99.9`, `tm90`, `TM(10%:90%)`, `PR(:300)`, `IQM` and their like.
 *
 * @throws InvalidParameterValue for anything else
 */
export function parseStatistic(text: string): Statistic {
  const simple = SIMPLE[text];
  if (simple) return { text, needsValues: false, compute: simple };
  if (text === "IQM") return trimmed(text, "TM", { from: 25, to: 75, by: "percent" });
  const [, kind, percent] = SHORT.exec(text) ?? [];
  if (kind !== undefined) {
    if (kind !== "p") return trimmed(text, kind.toUpperCase() as TrimmedKind, { from: 0, to: Number(percent), by: "percent" });
    return { text, needsValues: true, compute: (values) => percentileOf(sortedValues(values), Number(percent)) };
  }
  const byPercent = PERCENT_RANGE.exec(text);
  if (byPercent) return trimmed(text, byPercent[1] as TrimmedKind, rangeOf(byPercent, "percent", 0, 100));
  const byValue = VALUE_RANGE.exec(text);
  if (byValue) return trimmed(text, byValue[1] as TrimmedKind, rangeOf(byValue, "value", -Infinity, Infinity));
  throw invalidValue(`The value ${text} for parameter Stat is not supported.`);
}

function rangeOf(match: RegExpExecArray, by: TrimRange["by"], lowest: number, highest: number): TrimRange {
  const [, , from, to] = match;
  return { from: from === undefined ? lowest : Number(from), to: to === undefined ? highest : Number(to), by };
}

function trimmed(text: string, kind: TrimmedKind, range: TrimRange): Statistic {
  return { text, needsValues: true, compute: (values) => trimmedStatistic(kind, sortedValues(values), range) };
}
