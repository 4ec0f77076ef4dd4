import type { Datapoints } from "../datapoints.ts";

/** A number, a time series, or several (`METRICS()`). */
export type MathValue =
  | { kind: "number"; value: number }
  | { kind: "series"; points: Datapoints; periodSeconds: number }
  | { kind: "list"; series: SeriesValue[] };

export type SeriesValue = Extract<MathValue, { kind: "series" }>;

/** Applies an operation point by point: two series where both have a point, a number to every point. */
export function combine(left: MathValue, right: MathValue, apply: (a: number, b: number) => number): MathValue {
  if (left.kind === "number" && right.kind === "number") return { kind: "number", value: apply(left.value, right.value) };
  if (left.kind === "list") return { kind: "list", series: left.series.map((each) => combine(each, right, apply) as SeriesValue) };
  if (right.kind === "list") return { kind: "list", series: right.series.map((each) => combine(left, each, apply) as SeriesValue) };
  if (left.kind === "number") return mapPoints(right as SeriesValue, (value) => apply(left.value, value));
  if (right.kind === "number") return mapPoints(left, (value) => apply(value, right.value));
  const points = new Map<number, number>();
  for (const [timeMs, value] of left.points) {
    const other = right.points.get(timeMs);
    if (other !== undefined) setFinite(points, timeMs, apply(value, other));
  }
  return { kind: "series", points, periodSeconds: Math.max(left.periodSeconds, right.periodSeconds) };
}

/** A new series; points that have no finite value (a division by zero) vanish. */
export function mapPoints({ points, periodSeconds }: SeriesValue, apply: (value: number) => number): SeriesValue {
  const mapped = new Map<number, number>();
  for (const [timeMs, value] of points) setFinite(mapped, timeMs, apply(value));
  return { kind: "series", points: mapped, periodSeconds };
}

function setFinite(points: Map<number, number>, timeMs: number, value: number): void {
  if (Number.isFinite(value)) points.set(timeMs, value);
}
