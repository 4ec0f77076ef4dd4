import "server-only";
import { GetMetricDataCommand, type GetMetricDataCommandOutput, type MetricDataQuery } from "@aws-sdk/client-cloudwatch";
import { type AwsCall, callAws } from "./call";
import { type AwsTarget, cloudWatchClient } from "./clients";

/** One metric with one statistic over one period. `id` begins with a small letter and has letters, digits and `_`. */
export interface MetricQuery {
  id: string;
  namespace: string;
  metricName: string;
  dimensions: Record<string, string>;
  /** `Sum`, `Maximum`, `p99` … */
  statistic: string;
  periodSeconds: number;
}

export interface Datapoint {
  timestampMs: number;
  value: number;
}

export interface MetricData {
  /** Ascending by time; an id without a datapoint is there with an empty list. */
  series: Map<string, Datapoint[]>;
  /** CloudWatch said that it could not read all of it. */
  partial: boolean;
}

/** AWS's limit of one request. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html */
export const METRIC_QUERIES_PER_CALL = 500;

/** GetMetricData over `[startMs, endMs)`, in as many calls and pages as it takes; each query is billed once. */
export async function getMetricData(
  target: AwsTarget,
  queries: readonly MetricQuery[],
  window: { startMs: number; endMs: number },
  options: Pick<AwsCall, "signal"> = {},
): Promise<MetricData> {
  const series = new Map(queries.map(({ id }): [string, Datapoint[]] => [id, []]));
  let partial = false;
  for (let from = 0; from < queries.length; from += METRIC_QUERIES_PER_CALL) {
    const batch = queries.slice(from, from + METRIC_QUERIES_PER_CALL);
    for await (const page of pagesOf(target, batch, window, options)) {
      for (const result of page.MetricDataResults ?? []) {
        if (result.StatusCode && result.StatusCode !== "Complete" && !(result.StatusCode === "PartialData" && page.NextToken)) partial = true;
        series.get(result.Id ?? "")?.push(...datapointsOf(result.Timestamps ?? [], result.Values ?? []));
      }
    }
  }
  return { series, partial };
}

async function* pagesOf(
  target: AwsTarget,
  queries: readonly MetricQuery[],
  window: { startMs: number; endMs: number },
  options: Pick<AwsCall, "signal">,
): AsyncGenerator<GetMetricDataCommandOutput> {
  const client = await cloudWatchClient(target);
  const call = { target, service: "cloudwatch", operation: "GetMetricData", resource: `metrics of ${target.region}`, ...options } as const;
  let nextToken: string | undefined;
  do {
    const command = new GetMetricDataCommand({
      MetricDataQueries: queries.map(toMetricDataQuery),
      StartTime: new Date(window.startMs),
      EndTime: new Date(window.endMs),
      ScanBy: "TimestampAscending",
      NextToken: nextToken,
    });
    const page = await callAws(call, (abortSignal) => client.send(command, { abortSignal }));
    yield page;
    nextToken = page.NextToken;
  } while (nextToken);
}

function toMetricDataQuery({ id, namespace, metricName, dimensions, statistic, periodSeconds }: MetricQuery): MetricDataQuery {
  return {
    Id: id,
    MetricStat: {
      Metric: {
        Namespace: namespace,
        MetricName: metricName,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: periodSeconds,
      Stat: statistic,
    },
    ReturnData: true,
  };
}

function datapointsOf(timestamps: readonly Date[], values: readonly number[]): Datapoint[] {
  return timestamps.flatMap((timestamp, index) => {
    const value = values[index];
    return value === undefined ? [] : [{ timestampMs: timestamp.getTime(), value }];
  });
}
