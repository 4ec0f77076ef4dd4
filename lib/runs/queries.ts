import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { type RunRequest, runListSchema, runSchema } from "./schema";

/** Runs of a function, newest first, a page at a time. */
export function runListQuery(ref: FunctionRef) {
  return infiniteQueryOptions({
    queryKey: [...functionKey(ref), "runs"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      fetchJson(`${functionApiPath(ref)}/runs${pageParam ? `?after=${pageParam}` : ""}`, runListSchema, { signal }),
    getNextPageParam: ({ runs, more }) => (more ? runs.at(-1)?.id : undefined),
    // One of another window, or of before the page was loaded anew.
    refetchInterval: ({ state }) => (state.data?.pages.some(({ runs }) => runs.some(({ outcome }) => outcome === "running")) ? 2_000 : false),
  });
}

/** One run with request, response and log tail. Asked again while it still runs. */
export function runQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "runs", id],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/runs/${id}`, runSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.outcome === "running" ? 1_000 : false),
  });
}

/** Invokes once. Make `clickId` (crypto.randomUUID()) when the person clicks, not here: it is what makes a click one invocation. */
export function startRunMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (request: RunRequest) => fetchJson(`${functionApiPath(ref)}/runs`, runSchema, { method: "POST", body: request }),
    onSuccess: (run, _request, _result, { client }) => client.setQueryData(runQuery(ref.connection, run.id).queryKey, run),
    // After a failure too: the answer may be what was lost, not the run. The result does not wait for the lists.
    onSettled: (_run, _error, _request, _result, { client }) => {
      void client.invalidateQueries({ queryKey: [...functionKey(ref), "runs"] });
      void client.invalidateQueries({ queryKey: [...functionKey(ref), "test-events"] });
    },
  });
}
