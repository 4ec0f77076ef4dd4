/** Whether a version ran lately: invoked by its number, or through an alias that has moved on since. */
import type { LambdaMetricQuery } from "@/lib/metrics/metric-data-queries";

export const QUIET_DAYS = 14;

interface VersionQuery {
  version: string;
  query: LambdaMetricQuery;
}

export function quietVersionQueries(functionName: string, versions: readonly string[], aliases: readonly string[]): VersionQuery[] {
  const query = (id: string, dimensions: Record<string, string>): LambdaMetricQuery => ({
    id,
    namespace: "AWS/Lambda",
    metricName: "Invocations",
    dimensions: { FunctionName: functionName, ...dimensions },
    statistic: "Sum",
    periodSeconds: 86_400,
  });
  return versions.flatMap((version) => [
    { version, query: query(`v${version}`, { Resource: `${functionName}:${version}` }) },
    ...aliases.map((alias, index) => ({ version, query: query(`v${version}_${index}`, { Resource: `${functionName}:${alias}`, ExecutedVersion: version }) })),
  ]);
}

export function summedByVersion(queries: readonly VersionQuery[], series: ReadonlyMap<string, readonly { value: number }[]>): [string, number][] {
  const sums = new Map<string, number>();
  for (const { version, query } of queries) {
    const sum = (series.get(query.id) ?? []).reduce((total, { value }) => total + value, 0);
    sums.set(version, (sums.get(version) ?? 0) + sum);
  }
  return [...sums].filter(([, count]) => count > 0);
}
