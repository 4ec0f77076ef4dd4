/**
 * What CloudWatch knows of each version behind an alias: dimensions `Resource` and `ExecutedVersion`.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
import type { LambdaMetricQuery } from "@/lib/metrics/metric-data-queries";
import type { AliasTraffic } from "./schema";

interface TrafficQuestion {
  functionName: string;
  alias: string;
  versions: readonly string[];
  /** Of the whole window: a percentile is never put together from smaller ones. */
  periodSeconds: number;
}

export function trafficQueries({ functionName, alias, versions, periodSeconds }: TrafficQuestion): LambdaMetricQuery[] {
  return versions.flatMap((version, index) => {
    const dimensions = { FunctionName: functionName, Resource: `${functionName}:${alias}`, ExecutedVersion: version };
    const query = (id: string, metricName: string, statistic: string) => ({ id: `${id}_${index}`, namespace: "AWS/Lambda" as const, metricName, dimensions, statistic, periodSeconds });
    return [query("invocations", "Invocations", "Sum"), query("errors", "Errors", "Sum"), query("p95", "Duration", "p95")];
  });
}

/** Counters that CloudWatch leaves out are zero; a duration that it leaves out is unknown. */
export function trafficSides(versions: readonly string[], series: ReadonlyMap<string, readonly { value: number }[]>): AliasTraffic["sides"] {
  const sum = (id: string) => (series.get(id) ?? []).reduce((total, { value }) => total + value, 0);
  return versions.map((version, index) => {
    const durations = series.get(`p95_${index}`) ?? [];
    return {
      version,
      invocations: sum(`invocations_${index}`),
      errors: sum(`errors_${index}`),
      // Asked as one period; should CloudWatch cut it in two, no percentile can be made of both: the later one stands.
      durationP95Ms: durations.at(-1)?.value,
    };
  });
}
