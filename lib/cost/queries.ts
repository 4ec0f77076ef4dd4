import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { costReportSchema } from "./schema";

/** Cost of every function. `period` is `month` (so far) or a range; regions of the connection when undefined. */
export function costReportQuery(connection: string, period: string, regions?: readonly string[]) {
  const query = new URLSearchParams({ period, ...(regions?.length ? { regions: regions.join(",") } : {}) });
  return queryOptions({
    queryKey: [connection, "cost", period, regions ?? []],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/cost?${query}`, costReportSchema, { signal }),
    placeholderData: keepPreviousData,
    // The server answers from its cache until there can be something new; reading logs for INIT goes on with each question.
    refetchInterval: (query) => (query.state.data?.initPending ? 5_000 : 60_000),
  });
}
