import { validationError } from "../cloudwatch-error.ts";
import type { TimeRange } from "../time-range.ts";
import { combine, mapPoints, type MathValue, type SeriesValue } from "./math-value.ts";

export type MathFunction = (parameters: readonly MathValue[], range: TimeRange) => MathValue;

const AGGREGATES: Readonly<Record<string, (values: readonly number[]) => number>> = {
  SUM: (values) => values.reduce((sum, value) => sum + value, 0),
  AVG: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  MIN: (values) => Math.min(...values),
  MAX: (values) => Math.max(...values),
};

/**
 * The functions that are known here: SUM, AVG, MIN, MAX, ABS, CEIL, FLOOR, PERIOD, FILL with a number or REPEAT, IF.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export const MATH_FUNCTIONS: ReadonlyMap<string, MathFunction> = new Map<string, MathFunction>([
  ...Object.entries(AGGREGATES).map(([name, aggregate]) => [name, aggregateFunction(aggregate)] as const),
  ["ABS", ([value]) => pointwise(value, Math.abs)],
  ["CEIL", ([value]) => pointwise(value, Math.ceil)],
  ["FLOOR", ([value]) => pointwise(value, Math.floor)],
  ["PERIOD", ([value]) => ({ kind: "number", value: oneSeries(value).periodSeconds })],
  ["FILL", ([value, filling], range) => filled(oneSeries(value), filling, range)],
  ["IF", ([condition, yes, no]) => chosen(present(condition), present(yes), present(no))],
]);

/** Of a list: point by point across its series. Of one series: a single number. */
function aggregateFunction(aggregate: (values: readonly number[]) => number): MathFunction {
  return ([value]) => {
    const given = present(value);
    if (given.kind === "number") return given;
    if (given.kind === "series") return { kind: "number", value: aggregate([...given.points.values()]) };
    const byTime = new Map<number, number[]>();
    for (const { points } of given.series) {
      for (const [timeMs, point] of points) byTime.set(timeMs, [...(byTime.get(timeMs) ?? []), point]);
    }
    const sorted = [...byTime].sort(([a], [b]) => a - b);
    const points = new Map(sorted.map(([timeMs, values]) => [timeMs, aggregate(values)]));
    return { kind: "series", points, periodSeconds: Math.max(...given.series.map((each) => each.periodSeconds)) };
  };
}

function pointwise(value: MathValue | undefined, apply: (value: number) => number): MathValue {
  const given = present(value);
  if (given.kind === "number") return { kind: "number", value: apply(given.value) };
  if (given.kind === "series") return mapPoints(given, apply);
  return { kind: "list", series: given.series.map((each) => mapPoints(each, apply)) };
}

/** `FILL(m, 0)` puts a number, `FILL(m, REPEAT)` (no second value here) the last one before it, where none is. */
function filled(series: SeriesValue, filling: MathValue | undefined, range: TimeRange): SeriesValue {
  const periodMs = series.periodSeconds * 1000;
  const points = new Map<number, number>();
  let previous: number | undefined;
  for (let timeMs = range.startMs; timeMs < range.endMs; timeMs += periodMs) {
    const value = series.points.get(timeMs) ?? (filling?.kind === "number" ? filling.value : previous);
    if (value !== undefined) points.set(timeMs, value);
    previous = value;
  }
  return { ...series, points };
}

function chosen(condition: MathValue, yes: MathValue, no: MathValue): MathValue {
  if (condition.kind === "number") return condition.value === 0 ? no : yes;
  const isTrue = combine(condition, yes, (test, value) => (test === 0 ? NaN : value));
  const isFalse = combine(condition, no, (test, value) => (test === 0 ? value : NaN));
  if (isTrue.kind !== "series" || isFalse.kind !== "series") throw validationError("IF takes single time series.");
  const points = [...isTrue.points, ...isFalse.points].sort(([a], [b]) => a - b);
  return { ...isTrue, points: new Map(points) };
}

function present(value: MathValue | undefined): MathValue {
  if (!value) throw validationError("A function of an expression has too few parameters.");
  return value;
}

function oneSeries(value: MathValue | undefined): SeriesValue {
  const given = present(value);
  if (given.kind !== "series") throw validationError("A function of an expression wants a single time series.");
  return given;
}
