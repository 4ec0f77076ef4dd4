import { validationError } from "../cloudwatch-error.ts";
import type { Datapoints } from "../datapoints.ts";
import type { MetricDataQuery } from "../metric-data-query.ts";
import type { TimeRange } from "../time-range.ts";
import { evaluateExpression, type MathScope } from "./math-expression.ts";
import type { MathValue, SeriesValue } from "./math-value.ts";

/**
 * Adds the expressions' results to those of the metrics they are computed from.
 *
 * @throws ValidationError when an expression is wrong, refers to itself, or is no single time series
 */
export function evaluateExpressions(
  queries: readonly MetricDataQuery[],
  metrics: ReadonlyMap<string, Datapoints>,
  range: TimeRange,
): Map<string, Datapoints> {
  const byId = new Map(queries.map((query) => [query.id, query]));
  const values = new Map<string, MathValue>();
  const inProgress = new Set<string>();
  const scope: MathScope = {
    range,
    metrics: (text) =>
      queries
        .filter((query) => query.kind === "metric" && query.id.includes(text))
        .map((query) => valueOf(query.id) as SeriesValue),
    valueOf: (id) => (byId.has(id) ? valueOf(id) : undefined),
  };
  const valueOf = (id: string): MathValue => {
    const known = values.get(id);
    if (known) return known;
    if (inProgress.has(id)) throw validationError(`The expression ${id} refers to itself.`);
    inProgress.add(id);
    const query = byId.get(id)!;
    const value: MathValue =
      query.kind === "expression"
        ? evaluateExpression(query.expression, scope)
        : { kind: "series", points: metrics.get(id) ?? new Map(), periodSeconds: query.periodSeconds };
    values.set(id, value);
    return value;
  };

  const results = new Map<string, Datapoints>();
  for (const query of queries) {
    const value = valueOf(query.id);
    if (value.kind === "series") results.set(query.id, value.points);
    else if (query.returnData) {
      throw validationError(`The expression ${query.id} does not produce a single time series.`);
    }
  }
  return results;
}
