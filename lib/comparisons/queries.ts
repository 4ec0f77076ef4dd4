import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { comparisonListSchema, type ComparisonRequest, comparisonSchema } from "./schema";

const comparisonPath = (connection: string, id: string) => `/api/${connection}/comparisons/${encodeURIComponent(id)}`;

/** Comparisons of a function, newest first. */
export function comparisonListQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "comparisons"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/comparisons`, comparisonListSchema, { signal }),
  });
}

/** One comparison; asked again often while it runs. */
export function comparisonQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "comparisons", id],
    queryFn: ({ signal }) => fetchJson(comparisonPath(connection, id), comparisonSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "running" ? 600 : false),
  });
}

/** Compares once. Make `clickId` when the person clicks: it is what makes a click one comparison. */
export function startComparisonMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (request: ComparisonRequest) => fetchJson(`${functionApiPath(ref)}/comparisons`, comparisonSchema, { method: "POST", body: request }),
    onSuccess: (comparison, _request, _result, { client }) => client.setQueryData(comparisonQuery(ref.connection, comparison.id).queryKey, comparison),
    onSettled: (_comparison, _error, _request, _result, { client }) => void client.invalidateQueries({ queryKey: comparisonListQuery(ref).queryKey }),
  });
}

export function cancelComparisonMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (id: string) => fetchJson(`${comparisonPath(ref.connection, id)}/cancel`, comparisonSchema, { method: "POST" }),
    onSettled: (_comparison, _error, id, _result, { client }) => void client.invalidateQueries({ queryKey: comparisonQuery(ref.connection, id).queryKey }),
  });
}
