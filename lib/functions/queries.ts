import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { functionDetailSchema, functionListSchema } from "./schema";

/** Names one function: the first part of every key below it. */
export interface FunctionRef {
  connection: string;
  region: string;
  name: string;
}

/** Path of a function's API, without a trailing slash. */
export function functionApiPath({ connection, region, name }: FunctionRef): string {
  return `/api/${connection}/functions/${region}/${encodeURIComponent(name)}`;
}

/** Key prefix of everything that belongs to one function. */
export function functionKey({ connection, region, name }: FunctionRef) {
  return [connection, "functions", region, name] as const;
}

/** All functions of the regions (of the connection's own when `regions` is undefined). */
export function functionListQuery(connection: string, regions?: readonly string[]) {
  const query = regions?.length ? `?regions=${regions.join(",")}` : "";
  return queryOptions({
    queryKey: [connection, "functions", "list", regions ?? []],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/functions${query}`, functionListSchema, { signal }),
    placeholderData: keepPreviousData,
    // While tags and states still come in, look again soon; afterwards rarely.
    refetchInterval: (state) => (state.state.data?.detailsPending ? 2_000 : 30_000),
  });
}

/** One function, without the values of its variables. */
export function functionDetailQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "detail"],
    queryFn: ({ signal }) => fetchJson(functionApiPath(ref), functionDetailSchema, { signal }),
    refetchInterval: 30_000,
  });
}
