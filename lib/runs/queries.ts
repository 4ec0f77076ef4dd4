import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { fetchLines } from "@/lib/http/fetch-lines";
import { qualifierListSchema, type Run, type RunFilter, type RunList, type RunRequest, runListSchema, runSchema, streamPieceSchema } from "./schema";

/** Runs of a function, newest first, a page at a time; a search may answer an empty page and have more behind it. */
export function runListQuery(ref: FunctionRef, filter: RunFilter = {}) {
  return infiniteQueryOptions({
    queryKey: [...functionKey(ref), "runs", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => fetchJson(`${functionApiPath(ref)}/runs${queryOf({ ...filter, after: pageParam })}`, runListSchema, { signal }),
    getNextPageParam: ({ more, next }: RunList) => (more ? next : undefined),
    // Also one of another window, or of before the page was loaded anew.
    refetchInterval: ({ state }) => (state.data?.pages.some(({ runs }) => runs.some(isOpen)) ? 2_000 : false),
  });
}

function queryOf(values: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)).toString();
  return query ? `?${query}` : "";
}

/** The server has looked into the log by then, if it ever will. */
const FIRST_LOOK_MS = 120_000;

/** It may change without anybody's doing: it runs, or its end is being looked for. */
function isOpen({ outcome, followUp, startedAtMs, endedAtMs = startedAtMs }: Pick<Run, "outcome" | "followUp" | "startedAtMs" | "endedAtMs">): boolean {
  if (outcome === "running") return true;
  if (outcome !== "accepted" && outcome !== "unknown") return false;
  return followUp ? ["looking", "running", "retrying"].includes(followUp.state) : Date.now() - endedAtMs < FIRST_LOOK_MS;
}

/** One run with request, response and log tail; asked again while it runs or is followed, less often the longer that takes. */
export function runQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "runs", id],
    queryFn: async ({ signal, client, queryKey }) => {
      const before = client.getQueryData<Run>(queryKey);
      const run = await fetchJson(runPath(connection, id), runSchema, { signal });
      // The lists that show how it ended were read while it ran.
      if (before && before.outcome !== run.outcome) forgetLists(client, { connection, region: run.region, name: run.functionName });
      return run;
    },
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? pauseMs(Date.now() - state.data.startedAtMs) : false),
  });
}

/** 200 ms at first, a tenth of its age later, 3 s at most. */
function pauseMs(ageMs: number): number {
  return Math.min(Math.max(200, ageMs / 10), 3_000);
}

export function runPath(connection: string, id: string): string {
  return `/api/${connection}/runs/${encodeURIComponent(id)}`;
}

/** Hands over each piece of a streamed answer as it comes, from the beginning; resolves at its end. */
export function watchRunStream(connection: string, id: string, onPiece: (text: string, totalBytes: number) => void, signal: AbortSignal): Promise<void> {
  return fetchLines(`${runPath(connection, id)}/stream`, streamPieceSchema, ({ text, totalBytes }) => onPiece(text, totalBytes), signal);
}

/** Versions, aliases and URLs to choose from. */
export function qualifierListQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "qualifiers"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/qualifiers`, qualifierListSchema, { signal }),
    staleTime: 15_000,
  });
}

/** Invokes once. Make `clickId` (crypto.randomUUID()) when the person clicks, not here: it is what makes a click one invocation. */
export function startRunMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (request: RunRequest) => fetchJson(`${functionApiPath(ref)}/runs`, runSchema, { method: "POST", body: request }),
    onSuccess: (run, _request, _result, { client }) => client.setQueryData(runQuery(ref.connection, run.id).queryKey, run),
    // After a failure too: the answer may be what was lost, not the run. The result does not wait for the lists.
    onSettled: (_run, _error, _request, _result, { client }) => forgetLists(client, ref),
  });
}

/** A function's history and its events, each with its last run. */
function forgetLists(client: QueryClient, ref: FunctionRef): void {
  void client.invalidateQueries({ queryKey: [...functionKey(ref), "runs"] });
  void client.invalidateQueries({ queryKey: [...functionKey(ref), "test-events"] });
}
