import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { type BulkChange, bulkEditSchema, bulkPreviewSchema, type Place } from "./schema";

const PROGRESS_MS = 700;

/** What a change would do to each of the functions. */
export function bulkPreviewQuery(connection: string, functions: readonly Place[], change: BulkChange | undefined) {
  return queryOptions({
    queryKey: [connection, "bulk-edits", "preview", functions, change],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/bulk-edits/preview`, bulkPreviewSchema, { method: "POST", body: { functions, change }, signal }),
    enabled: change !== undefined,
    staleTime: 0,
    // It may hold a variable's value.
    gcTime: 0,
  });
}

/** A bulk edit and how far it is. */
export function bulkEditQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "bulk-edits", id],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/bulk-edits/${encodeURIComponent(id)}`, bulkEditSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? PROGRESS_MS : false),
  });
}

/** Starts a bulk edit under the click's own id: the same id starts once. */
export function startBulkEditMutation(connection: string) {
  return mutationOptions({
    mutationFn: (request: { id: string; functions: readonly Place[]; change: BulkChange }) => fetchJson(`/api/${connection}/bulk-edits`, bulkEditSchema, { method: "POST", body: request }),
    gcTime: 0,
  });
}

/** Leaves out what has not begun, tries again what failed, or takes back what was done (a bulk edit of its own). */
export function steerBulkEditMutation(connection: string, id: string) {
  return mutationOptions({
    mutationFn: (action: "cancel" | "retry" | "undo") => fetchJson(`/api/${connection}/bulk-edits/${encodeURIComponent(id)}/${action}`, bulkEditSchema, { method: "POST" }),
    onSettled: (_edit, _error, _action, _context, { client }) => client.invalidateQueries({ queryKey: [connection] }),
  });
}
