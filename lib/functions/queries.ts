import { keepPreviousData, mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson } from "@/lib/http/fetch-json";
import { functionDetailSchema, type FunctionList, functionListSchema } from "./schema";

/** Functions from which a list is asked for less often. */
const LONG_LIST = 1_000;

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
    refetchInterval: (query) => listRefetchMs(query.state.data),
  });
}

/** While tags and states still come in, look again soon; a list of megabytes rarely. */
function listRefetchMs(list: FunctionList | undefined): number {
  if (list?.detailsPending) return 2_000;
  return (list?.functions.length ?? 0) > LONG_LIST ? 30_000 : 10_000;
}

/** Makes the server forget what it keeps of the connection's functions, then asks everything on the page again. */
export function refreshMutation(connection: string, client: QueryClient) {
  return mutationOptions({
    mutationFn: () => fetchJson(`/api/${connection}/refresh`, z.object({}), { method: "POST" }),
    // Also when the server is gone: then each panel says so.
    onSettled: () => client.invalidateQueries({ queryKey: [connection] }),
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
