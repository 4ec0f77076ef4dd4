import { constraintError, validationError } from "./cloudwatch-error.ts";
import type { Members } from "./members.ts";
import { type MetricIdentity, requestedMetric } from "./metric-identity.ts";
import { parseStatistic, type Statistic } from "./statistic.ts";
import { requestedPeriod } from "./time-range.ts";

const MAX_QUERIES = 500;
const MAX_EXPRESSION_LENGTH = 2048;
const ID = /^[a-z][A-Za-z0-9_]*$/;

interface QueryBase {
  id: string;
  label: string | undefined;
  returnData: boolean;
}

export interface MetricStatQuery extends QueryBase {
  kind: "metric";
  metric: MetricIdentity;
  statistic: Statistic;
  periodSeconds: number;
}

export interface ExpressionQuery extends QueryBase {
  kind: "expression";
  expression: string;
}

export type MetricDataQuery = MetricStatQuery | ExpressionQuery;

/**
 * Reads `MetricDataQueries`.
 *
 * @throws ValidationError, InvalidParameterValue
 */
export function requestedQueries(members: Members): MetricDataQuery[] {
  const structures = members.structures("MetricDataQueries");
  if (!structures || structures.length === 0) throw constraintError(null, "metricDataQueries", "Member must not be null");
  if (structures.length > MAX_QUERIES) {
    throw validationError(`The collection MetricDataQueries must not have a size greater than ${MAX_QUERIES}.`);
  }
  const queries = structures.map(queryOf);
  const ids = new Set<string>();
  for (const { id } of queries) {
    if (ids.has(id)) throw validationError(`The values for parameter id in MetricDataQueries are not unique: ${id}.`);
    ids.add(id);
  }
  if (!queries.some((query) => query.returnData)) {
    throw validationError("At least one element in MetricDataQueries must return data.");
  }
  return queries;
}

function queryOf(members: Members): MetricDataQuery {
  const id = members.requiredText("Id");
  if (!ID.test(id) || id.length > 255) {
    throw validationError(`The value ${id} for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`);
  }
  const base = { id, label: members.text("Label"), returnData: members.flag("ReturnData") ?? true };
  const metricStat = members.structure("MetricStat");
  const expression = members.text("Expression");
  if ((metricStat === undefined) === (expression === undefined)) {
    throw validationError(`MetricDataQuery ${id} must have exactly one of MetricStat and Expression.`);
  }
  if (expression !== undefined) {
    if (expression.length > MAX_EXPRESSION_LENGTH) {
      throw constraintError(expression, "expression", `Member must have length less than or equal to ${MAX_EXPRESSION_LENGTH}`);
    }
    return { ...base, kind: "expression", expression };
  }
  return { ...base, kind: "metric", ...metricStatOf(metricStat!) };
}

function metricStatOf(members: Members): Pick<MetricStatQuery, "metric" | "statistic" | "periodSeconds"> {
  const metric = members.structure("Metric");
  if (!metric) throw constraintError(null, "metric", "Member must not be null");
  return {
    metric: requestedMetric(metric, members.text("Unit")),
    statistic: parseStatistic(members.requiredText("Stat")),
    periodSeconds: requestedPeriod(members),
  };
}
