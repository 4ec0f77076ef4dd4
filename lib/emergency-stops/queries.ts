import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { forgetActivity } from "@/lib/activity/queries";
import { forgetSettings } from "@/lib/configuration/queries";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { emergencyStopListSchema, emergencyStopSchema, stopPreviewSchema } from "./schema";

const REFRESH_MS = 10_000;

/** Functions that are stopped now, and until when. */
export function emergencyStopsQuery(connection: string) {
  return queryOptions({
    queryKey: [connection, "emergency-stops"],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/emergency-stops`, emergencyStopListSchema, { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** What a stop would do to each way into the function. */
export function stopPreviewQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "emergency-stop"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/emergency-stop`, stopPreviewSchema, { signal }),
    staleTime: 0,
  });
}

/** Stops the function; `minutes` undefined = until somebody restores it. */
export function startStopMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (minutes: number | undefined) => fetchJson(`${functionApiPath(ref)}/emergency-stop`, emergencyStopSchema, { method: "POST", body: { minutes } }),
    onSettled: (_stop, _error, _minutes, _context, { client }) => forgetStops(client, ref),
  });
}

/** Ends a stop now. The answer's `error` says when somebody had changed the concurrency meanwhile. */
export function restoreStopMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (id: string) => fetchJson(`/api/${ref.connection}/emergency-stops/${encodeURIComponent(id)}/restore`, emergencyStopSchema, { method: "POST" }),
    onSettled: (_stop, _error, _id, _context, { client }) => forgetStops(client, ref),
  });
}

function forgetStops(client: QueryClient, ref: FunctionRef): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: [ref.connection, "emergency-stops"] }),
    client.invalidateQueries({ queryKey: [...functionKey(ref), "emergency-stop"] }),
    forgetSettings(client, ref),
    forgetActivity(client, ref.connection),
  ]);
}
