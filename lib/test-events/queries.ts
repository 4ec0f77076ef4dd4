import { infiniteQueryOptions, keepPreviousData, mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import {
  type ImportRequest,
  importResultSchema,
  type TestEvent,
  type TestEventInput,
  testEventListSchema,
  testEventSchema,
  testEventSetSchema,
  type TestEventUpdate,
  testEventVersionListSchema,
  testEventVersionSchema,
} from "./schema";

interface ListSearch {
  search?: string;
  tag?: string;
}

/** Saved events of a function, its own and the shared ones, by name, a page at a time. */
export function testEventListQuery(ref: FunctionRef, { search, tag }: ListSearch = {}) {
  return infiniteQueryOptions({
    queryKey: [...functionKey(ref), "test-events", search ?? "", tag ?? ""],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(Object.entries({ search, tag, after: pageParam }).filter((entry): entry is [string, string] => Boolean(entry[1])));
      return fetchJson(`${functionApiPath(ref)}/test-events${query.size > 0 ? `?${query}` : ""}`, testEventListSchema, { signal });
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** One event with its payload and assertions. */
export function testEventQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "test-events", id],
    queryFn: ({ signal }) => fetchJson(eventPath(connection, id), testEventSchema, { signal }),
    retry: false,
  });
}

/** Every save of an event, newest first. */
export function testEventVersionsQuery(connection: string, { id, updatedAtMs }: Pick<TestEvent, "id" | "updatedAtMs">) {
  return queryOptions({
    queryKey: [connection, "test-events", id, "versions", updatedAtMs],
    queryFn: ({ signal }) => fetchJson(`${eventPath(connection, id)}/versions`, testEventVersionListSchema, { signal }),
  });
}

/** What an event was after one save; it never changes. */
export function testEventVersionQuery(connection: string, id: string, versionId: string) {
  return queryOptions({
    queryKey: [connection, "test-events", id, "version", versionId],
    queryFn: ({ signal }) => fetchJson(`${eventPath(connection, id)}/versions/${encodeURIComponent(versionId)}`, testEventVersionSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whole events, to write them into a file. */
export function testEventSetMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: ({ tag }: { tag?: string }) => fetchJson(`${functionApiPath(ref)}/test-events/set${tag ? `?tag=${encodeURIComponent(tag)}` : ""}`, testEventSetSchema),
  });
}

export function createTestEventMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (input: TestEventInput) => fetchJson(`${functionApiPath(ref)}/test-events`, testEventSchema, { method: "POST", body: input }),
    onSuccess: (event, _input, _result, { client }) => keep(client, ref, event),
  });
}

/** Saves, renames, shares or takes back from sharing. A `conflict` carries the event as it is now in `details.data`. */
export function saveTestEventMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: ({ id, ...update }: TestEventUpdate & { id: string }) => {
      const body = { region: ref.region, functionName: ref.name, ...update };
      return fetchJson(eventPath(ref.connection, id), testEventSchema, { method: "PUT", body });
    },
    onSuccess: (event, _update, _result, { client }) => keep(client, ref, event),
    onError: (_error, { id }, _result, { client }) => client.invalidateQueries({ queryKey: testEventQuery(ref.connection, id).queryKey }),
  });
}

export function deleteTestEventMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: ({ id }: Pick<TestEvent, "id">) => fetchJson(eventPath(ref.connection, id), z.object({}), { method: "DELETE" }),
    onSettled: (_done, _error, _event, _result, { client }) => forgetLists(client, ref),
  });
}

export function importTestEventsMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (body: ImportRequest) => fetchJson(`${functionApiPath(ref)}/test-events/import`, importResultSchema, { method: "POST", body }),
    onSettled: (_done, _error, _request, _result, { client }) => {
      void client.invalidateQueries({ queryKey: [ref.connection, "test-events"] });
      return forgetLists(client, ref);
    },
  });
}

function eventPath(connection: string, id: string): string {
  return `/api/${connection}/test-events/${encodeURIComponent(id)}`;
}

/** At once, so that a click on Run that follows belongs to the event just saved. */
function keep(client: QueryClient, ref: FunctionRef, event: TestEvent): void {
  client.setQueryData(testEventQuery(ref.connection, event.id).queryKey, event);
  void forgetLists(client, ref);
}

/** A shared event shows at every function of the connection, and where it was shared before is not known here. */
function forgetLists(client: QueryClient, ref: FunctionRef): Promise<void> {
  const isTestEvents = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[4] === "test-events";
  return client.invalidateQueries({ queryKey: [ref.connection, "functions"], predicate: isTestEvents });
}
