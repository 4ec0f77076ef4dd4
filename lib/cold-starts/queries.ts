import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type FunctionRef, functionApiPath, functionKey } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { refetchIntervalMs } from "@/lib/metrics/queries";
import { coldStartsSchema } from "./schema";

/** Cold starts of one function, from its REPORT lines. */
export function coldStartsQuery(ref: FunctionRef, range: string) {
  return queryOptions({
    queryKey: [...functionKey(ref), "cold-starts", range],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/cold-starts?range=${range}`, coldStartsSchema, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => refetchIntervalMs(query.state.data?.window),
  });
}
