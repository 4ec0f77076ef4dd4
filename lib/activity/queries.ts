import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { forgetSettings } from "@/lib/configuration/queries";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { type ActivityPage, activityPageSchema, changeListSchema, changeSchema, type ListedChange, undoResultSchema } from "./schema";

/** Changes made to a function from Warmstart, newest first, each with whether it can be undone now. */
export function changeListQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "changes"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/changes`, changeListSchema, { signal }),
  });
}

/** What Activity is narrowed to; several values of one field are alternatives. */
export interface ActivityFilter {
  functions: readonly string[];
  kinds: readonly string[];
  people: readonly string[];
  statuses: readonly string[];
  text: string;
  /** Epoch milliseconds. */
  fromMs?: number;
  untilMs?: number;
  batchId?: string;
}

const PAGE_SIZE = 100;
/** What others change shows soon; a history that was scrolled down is not read again page by page. */
const REFRESH_MS = 15_000;

/** Every change of the connection, newest first, page by page. */
export function activityQuery(connection: string, filter: ActivityFilter) {
  return infiniteQueryOptions({
    queryKey: [connection, "activity", filter],
    queryFn: ({ signal, pageParam }) => readActivity(connection, filter, { after: pageParam, limit: PAGE_SIZE, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ActivityPage) => page.next,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : REFRESH_MS),
  });
}

const EXPORT_PAGE_SIZE = 500;
const EXPORT_LIMIT = 20_000;

/** All changes that the filter lets through, newest first; `complete` is false when there were too many for one file. */
export function exportActivityMutation(connection: string, filter: ActivityFilter) {
  return mutationOptions({
    mutationFn: async () => {
      const changes: ListedChange[] = [];
      let after: string | undefined;
      do {
        const page = await readActivity(connection, filter, { after, limit: EXPORT_PAGE_SIZE });
        changes.push(...page.changes);
        after = page.next;
      } while (after !== undefined && changes.length < EXPORT_LIMIT);
      return { changes, complete: after === undefined };
    },
  });
}

function readActivity(connection: string, filter: ActivityFilter, { after, limit, signal }: { after?: string; limit: number; signal?: AbortSignal }): Promise<ActivityPage> {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const value of filter.functions) query.append("function", value);
  for (const value of filter.kinds) query.append("kind", value);
  for (const value of filter.people) query.append("who", value);
  for (const value of filter.statuses) query.append("status", value);
  const single = { q: filter.text, from: filter.fromMs, until: filter.untilMs, batch: filter.batchId, after };
  for (const [key, value] of Object.entries(single)) if (value !== undefined && value !== "") query.set(key, String(value));
  return fetchJson(`/api/${connection}/activity?${query.toString()}`, activityPageSchema, { signal });
}

/** One change, with whether it can be undone now: asks AWS. */
export function changeQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "activity", "change", id],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/changes/${encodeURIComponent(id)}`, changeSchema, { signal }),
    staleTime: 0,
  });
}

/** Takes a change back by its id; answers when AWS has applied it. A `conflict` says why it cannot be. */
export function undoChangeMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (changeId: string) =>
      fetchJson(`/api/${ref.connection}/changes/${encodeURIComponent(changeId)}/undo`, undoResultSchema, { method: "POST" }),
    onSettled: (_result, _error, _id, _context, { client }) => Promise.all([forgetSettings(client, ref), forgetActivity(client, ref.connection)]),
  });
}

/** After a change: Activity reads it. */
export function forgetActivity(client: QueryClient, connection: string): Promise<unknown> {
  return client.invalidateQueries({ queryKey: [connection, "activity"] });
}
