/**
 * Which metrics a view asks of CloudWatch. A percentile of a whole window is asked as one period over it: percentiles
 * are never averaged. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
import { finestPeriodSeconds } from "./time-range";
import type { MetricWindow } from "./schema";

/** One query of GetMetricData, in the words of `lib/aws/cloudwatch.ts`. */
export interface LambdaMetricQuery {
  id: string;
  namespace: "AWS/Lambda";
  metricName: string;
  dimensions: Record<string, string>;
  statistic: string;
  periodSeconds: number;
}

const SPARKLINE_BUCKETS = 30;

/** One function: series at the window's period and percentiles of the whole window; eight metrics for CloudWatch's bill. */
export function functionMetricQueries(functionName: string, window: MetricWindow): LambdaMetricQuery[] {
  const dimensions = { FunctionName: functionName };
  const series = (id: string, metricName: string, statistic: string) => query(id, metricName, statistic, dimensions, window.periodSeconds);
  const whole = (id: string, statistic: string) => query(id, "Duration", statistic, dimensions, wholeWindowSeconds(window));
  return [
    series("invocations", "Invocations", "Sum"),
    series("errors", "Errors", "Sum"),
    series("throttles", "Throttles", "Sum"),
    series("durationP50", "Duration", "p50"),
    series("durationP95", "Duration", "p95"),
    series("durationP99", "Duration", "p99"),
    series("concurrency", "ConcurrentExecutions", "Maximum"),
    query("accountConcurrency", "ConcurrentExecutions", "Maximum", {}, window.periodSeconds),
    whole("totalDurationP50", "p50"),
    whole("totalDurationP95", "p95"),
    whole("totalDurationP99", "p99"),
  ];
}

/** Queries of a list's row: an id is `<what>_<index>` of the function in `functionNames`. Four metrics a row. */
export function rowMetricQueries(functionNames: readonly string[], window: MetricWindow, nowMs: number): LambdaMetricQuery[] {
  const whole = wholeWindowSeconds(window);
  const bucketSeconds = sparklinePeriodSeconds(window, nowMs);
  return functionNames.flatMap((functionName, index) => {
    const dimensions = { FunctionName: functionName };
    return [
      query(`invocations_${index}`, "Invocations", "Sum", dimensions, bucketSeconds),
      query(`errors_${index}`, "Errors", "Sum", dimensions, whole),
      query(`throttles_${index}`, "Throttles", "Sum", dimensions, whole),
      query(`durationP95_${index}`, "Duration", "p95", dimensions, whole),
      query(`durationSum_${index}`, "Duration", "Sum", dimensions, whole),
    ];
  });
}

/** Queries of one row, to split rows over calls. */
export const QUERIES_PER_ROW = 5;

/** Width of a sparkline's bucket: at most 30 of them cover the window. */
export function sparklinePeriodSeconds(window: MetricWindow, nowMs: number): number {
  const finest = finestPeriodSeconds(nowMs - window.startMs);
  return Math.ceil(wholeWindowSeconds(window) / SPARKLINE_BUCKETS / finest) * finest;
}

function wholeWindowSeconds({ startMs, endMs }: MetricWindow): number {
  return (endMs - startMs) / 1_000;
}

function query(id: string, metricName: string, statistic: string, dimensions: Record<string, string>, periodSeconds: number): LambdaMetricQuery {
  return { id, namespace: "AWS/Lambda", metricName, dimensions, statistic, periodSeconds };
}
