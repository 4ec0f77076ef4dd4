import type { CloudWatchOperation } from "../cloudwatch-context.ts";
import { datapointsOf } from "../datapoints.ts";
import { evaluateExpressions } from "../metric-math/evaluate-expressions.ts";
import { requestedQueries } from "../metric-data-query.ts";
import { MAX_PAGE_DATAPOINTS, metricDataPage } from "../metric-data-page.ts";
import { labelsOf } from "../metric-label.ts";
import { requestedRange } from "../time-range.ts";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
export const getMetricData: CloudWatchOperation = async (context, members) => {
  const queries = requestedQueries(members);
  const range = requestedRange(members, context.clock.now());
  const scanBy = members.choice("ScanBy", ["TimestampDescending", "TimestampAscending"]) ?? "TimestampDescending";
  const maxDatapoints = members.integer("MaxDatapoints", 1) ?? MAX_PAGE_DATAPOINTS;

  const metrics = queries.filter((query) => query.kind === "metric");
  const points = evaluateExpressions(queries, await datapointsOf(context, metrics, range), range);
  const labels = labelsOf(queries);
  const shown = queries
    .filter((query) => query.returnData)
    .map(({ id }) => ({ id, label: labels.get(id) ?? id, points: points.get(id) ?? new Map() }));
  const { results, nextToken } = metricDataPage(shown, {
    descending: scanBy === "TimestampDescending",
    maxDatapoints: Math.min(maxDatapoints, MAX_PAGE_DATAPOINTS),
    token: members.text("NextToken"),
  });
  return { MetricDataResults: results, Messages: [], ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
};
