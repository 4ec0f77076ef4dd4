import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { forgetActivity } from "@/lib/activity/queries";
import { undoResultSchema } from "@/lib/activity/schema";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { createdFunctionSchema, deletionPreviewSchema, deletionResultSchema, knownRolesSchema, type NewFunction } from "./schema";

/** Roles that other functions run under. */
export function knownRolesQuery(connection: string) {
  return queryOptions({
    queryKey: [connection, "new-functions", "roles"],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/new-functions`, knownRolesSchema, { signal }),
  });
}

/** Makes a function; answers when it can be invoked. */
export function createFunctionMutation(connection: string) {
  return mutationOptions({
    mutationFn: (request: NewFunction) => fetchJson(`/api/${connection}/new-functions`, createdFunctionSchema, { method: "POST", body: request }),
    onSettled: (_created, _error, _request, _context, { client }) =>
      Promise.all([client.invalidateQueries({ queryKey: [connection, "functions", "list"] }), forgetActivity(client, connection)]),
  });
}

/** What a deletion takes along, and what stays. */
export function deletionPreviewQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "deletion"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/deletion`, deletionPreviewSchema, { signal }),
    staleTime: 0,
  });
}

/** Deletes a function after keeping it. A `conflict` with `data.codeNotKept` says that its code cannot be kept. */
export function deleteFunctionMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (request: { confirm: string; withoutCode: boolean }) => fetchJson(`${functionApiPath(ref)}/deletion`, deletionResultSchema, { method: "POST", body: request }),
    onSuccess: (_result, _request, _context, { client }) => {
      // What its pages showed is of a function that is gone.
      client.removeQueries({ queryKey: functionKey(ref) });
      return Promise.all([client.invalidateQueries({ queryKey: [ref.connection, "functions", "list"] }), forgetActivity(client, ref.connection)]);
    },
  });
}

/** Makes a deleted function again, by the id of the change that deleted it. */
export function recreateFunctionMutation(connection: string) {
  return mutationOptions({
    mutationFn: (changeId: string) => fetchJson(`/api/${connection}/changes/${encodeURIComponent(changeId)}/undo`, undoResultSchema, { method: "POST" }),
    onSettled: (_result, _error, _id, _context, { client }) => client.invalidateQueries({ queryKey: [connection] }),
  });
}
