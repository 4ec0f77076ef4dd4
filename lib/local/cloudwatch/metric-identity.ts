import type { MetricSeries } from "../telemetry/metric-series-table.ts";
import type { Members } from "./members.ts";

/** Which metric is asked for; dimensions must be exactly these. */
export interface MetricIdentity {
  namespace: string;
  name: string;
  dimensions: Readonly<Record<string, string>>;
  unit: string | undefined;
}

/** Reads `Namespace`, `MetricName` and `Dimensions`; `Unit` stands elsewhere in each operation. */
export function requestedMetric(members: Members, unit: string | undefined): MetricIdentity {
  const dimensions = (members.structures("Dimensions") ?? []).map(
    (dimension) => [dimension.requiredText("Name"), dimension.requiredText("Value")] as const,
  );
  return {
    namespace: members.requiredText("Namespace"),
    name: members.requiredText("MetricName"),
    dimensions: Object.fromEntries(dimensions),
    unit,
  };
}

/** Finds the series of a metric among those of a region. */
export function seriesOf(series: readonly MetricSeries[], wanted: MetricIdentity): MetricSeries | undefined {
  const names = Object.keys(wanted.dimensions);
  return series.find(
    (candidate) =>
      candidate.name === wanted.name &&
      candidate.namespace === wanted.namespace &&
      (wanted.unit === undefined || candidate.unit === wanted.unit) &&
      Object.keys(candidate.dimensions).length === names.length &&
      names.every((name) => candidate.dimensions[name] === wanted.dimensions[name]),
  );
}

/** As the API lists them. */
export function dimensionList(dimensions: Readonly<Record<string, string>>): { Name: string; Value: string }[] {
  return Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
}
