import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type FunctionRef, functionApiPath, functionKey } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { functionMetricsSchema, functionRowMetricsListSchema, type MetricWindow } from "./schema";

const MIN_REFETCH_MS = 15_000;
const MAX_REFETCH_MS = 5 * 60_000;

/** Refresh follows the period: asking more often would answer the same. */
export function refetchIntervalMs(window: MetricWindow | undefined): number | false {
  // A range that lies wholly in the past never changes again.
  if (window && window.endMs <= window.provisionalFromMs) return false;
  const periodMs = (window?.periodSeconds ?? 60) * 1_000;
  return Math.min(MAX_REFETCH_MS, Math.max(MIN_REFETCH_MS, periodMs / 2));
}

/** Metrics of one function over a range such as `1h` or `from-to`. */
export function functionMetricsQuery(ref: FunctionRef, range: string) {
  return queryOptions({
    queryKey: [...functionKey(ref), "metrics", range],
    queryFn: ({ signal }) =>
      fetchJson(`${functionApiPath(ref)}/metrics?range=${encodeURIComponent(range)}`, functionMetricsSchema, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => refetchIntervalMs(query.state.data?.window),
  });
}

/** Metrics of the list's rows; `functions` holds up to 100 `region/name`. */
export function functionRowMetricsQuery(connection: string, range: string, functions: readonly string[]) {
  const query = new URLSearchParams([["range", range], ...functions.map((name): [string, string] => ["fn", name])]);
  return queryOptions({
    queryKey: [connection, "functions", "metrics", range, functions],
    // The answer stays on screen while the next range is read: it must know which one it is of.
    queryFn: async ({ signal }) => ({ range, ...(await fetchJson(`/api/${connection}/functions/metrics?${query}`, functionRowMetricsListSchema, { signal })) }),
    refetchInterval: (state) => refetchIntervalMs(state.state.data?.window),
  });
}
