import type { MetricSeries } from "../../telemetry/metric-series-table.ts";
import { invalidNextToken } from "../cloudwatch-error.ts";
import type { CloudWatchOperation } from "../cloudwatch-context.ts";
import type { Members } from "../members.ts";
import { dimensionList } from "../metric-identity.ts";

const PAGE_SIZE = 500;
const HOUR_MS = 3_600_000;
/** Metrics without data for longer are not listed. */
const LISTED_FOR_MS = 14 * 24 * HOUR_MS;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html */
export const listMetrics: CloudWatchOperation = ({ metrics, clock, region }, members) => {
  const recent = members.choice("RecentlyActive", ["PT3H"]);
  const sinceMs = clock.now() - (recent ? 3 * HOUR_MS : LISTED_FOR_MS);
  const isWanted = seriesFilter(members);
  const afterId = positionOf(members.text("NextToken"));
  const found = metrics
    .seriesInRegion(region)
    .filter((series) => series.lastMinuteMs >= sinceMs && isWanted(series) && series.id > afterId)
    .sort((a, b) => a.id - b.id);
  const page = found.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    Metrics: page.map(({ namespace, name, dimensions }) => ({
      Namespace: namespace,
      MetricName: name,
      Dimensions: dimensionList(dimensions),
    })),
    ...(last && found.length > PAGE_SIZE ? { NextToken: Buffer.from(String(last.id)).toString("base64url") } : {}),
  };
};

function seriesFilter(members: Members): (series: MetricSeries) => boolean {
  const namespace = members.text("Namespace");
  const name = members.text("MetricName");
  const dimensions = (members.structures("Dimensions") ?? []).map(
    (filter) => [filter.requiredText("Name"), filter.text("Value")] as const,
  );
  return (series) =>
    (namespace === undefined || series.namespace === namespace) &&
    (name === undefined || series.name === name) &&
    dimensions.every(([key, value]) => {
      const actual = series.dimensions[key];
      return actual !== undefined && (value === undefined || actual === value);
    });
}

function positionOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const id = Number(Buffer.from(token, "base64url").toString("utf8"));
  if (!Number.isSafeInteger(id) || id < 1) throw invalidNextToken();
  return id;
}
