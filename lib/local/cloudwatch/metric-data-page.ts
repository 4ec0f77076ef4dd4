import { invalidNextToken } from "./cloudwatch-error.ts";
import type { Datapoints } from "./datapoints.ts";

export const MAX_PAGE_DATAPOINTS = 100_800;

/** One query's answer before it is cut into pages. */
export interface MetricDataSeries {
  id: string;
  label: string;
  points: Datapoints;
}

/** Where a page starts: that query, after that time. */
interface PagePosition {
  index: number;
  afterMs: number | undefined;
}

/**
 * The page after `token`: at most `maxDatapoints` points, query by query. A query whose points do not all fit is
 * `PartialData`, and so are those that have to wait for a later page.
 */
export function metricDataPage(
  series: readonly MetricDataSeries[],
  order: { descending: boolean; maxDatapoints: number; token: string | undefined },
): { results: object[]; nextToken: string | undefined } {
  const start = parsePosition(order.token);
  let left = order.maxDatapoints;
  let next: PagePosition | undefined;
  const results = series.map(({ id, label, points }, index) => {
    const afterMs = index === start.index ? start.afterMs : undefined;
    const waiting = index < start.index ? [] : remaining(points, order.descending, afterMs);
    const page = waiting.slice(0, left);
    left -= page.length;
    const isComplete = page.length === waiting.length;
    if (!isComplete && !next) next = { index, afterMs: page.at(-1)?.[0] ?? afterMs };
    return {
      Id: id,
      Label: label,
      Timestamps: page.map(([timeMs]) => new Date(timeMs)),
      Values: page.map(([, value]) => value),
      StatusCode: isComplete ? "Complete" : "PartialData",
    };
  });
  return { results, nextToken: next && Buffer.from(`${next.index}:${next.afterMs ?? ""}`).toString("base64url") };
}

function remaining(points: Datapoints, descending: boolean, afterMs: number | undefined): [number, number][] {
  const sorted = [...points].sort(([a], [b]) => (descending ? b - a : a - b));
  if (afterMs === undefined) return sorted;
  return sorted.filter(([timeMs]) => (descending ? timeMs < afterMs : timeMs > afterMs));
}

function parsePosition(token: string | undefined): PagePosition {
  if (token === undefined) return { index: 0, afterMs: undefined };
  const [, index, afterMs] = /^(\d+):(\d*)$/.exec(Buffer.from(token, "base64url").toString("utf8")) ?? [];
  if (index === undefined) throw invalidNextToken();
  return { index: Number(index), afterMs: afterMs ? Number(afterMs) : undefined };
}
