import type { MetricDataQuery, MetricStatQuery } from "./metric-data-query.ts";

/**
 * The label of each query. Without one of its own a metric is called by its name, followed by statistic and period
 * where these differ between the request's queries; an expression by its id.
 */
export function labelsOf(queries: readonly MetricDataQuery[]): Map<string, string> {
  const metrics = queries.filter((query) => query.kind === "metric");
  const showStatistic = new Set(metrics.map((query) => query.statistic.text)).size > 1;
  const showPeriod = new Set(metrics.map((query) => query.periodSeconds)).size > 1;
  const labels = new Map<string, string>();
  for (const query of queries) {
    if (query.kind === "expression") {
      labels.set(query.id, query.label ?? query.id);
      continue;
    }
    const parts = [query.metric.name];
    if (showStatistic) parts.push(query.statistic.text);
    if (showPeriod) parts.push(String(query.periodSeconds));
    const automatic = parts.join(" ");
    labels.set(query.id, query.label === undefined ? automatic : dynamicLabel(query.label, query, automatic));
  }
  return labels;
}

/** Fills in `${LABEL}` and `${PROP('…')}`. */
function dynamicLabel(label: string, query: MetricStatQuery, automatic: string): string {
  return label.replaceAll(/\$\{(LABEL|PROP\('([^']+)'\))\}/g, (whole, keyword: string, property?: string) => {
    if (keyword === "LABEL") return automatic;
    return propertyOf(query, property ?? "") ?? whole;
  });
}

function propertyOf({ metric, statistic, periodSeconds }: MetricStatQuery, property: string): string | undefined {
  if (property.startsWith("Dim.")) return metric.dimensions[property.slice("Dim.".length)];
  if (property === "Namespace") return metric.namespace;
  if (property === "MetricName") return metric.name;
  if (property === "Stat") return statistic.text;
  return property === "Period" ? String(periodSeconds) : undefined;
}
