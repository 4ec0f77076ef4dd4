import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { type TestEvent, type TestEventInput, testEventListSchema, testEventSchema, type TestEventUpdate } from "./schema";

/** Saved events of a function: its own and the shared ones. */
export function testEventListQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "test-events"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/test-events`, testEventListSchema, { signal }),
  });
}

export function createTestEventMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (input: TestEventInput) => fetchJson(`${functionApiPath(ref)}/test-events`, testEventSchema, { method: "POST", body: input }),
    onSuccess: (event, _input, _result, { client }) => {
      // At once, so that a click on Run that follows belongs to the event just saved; and nothing waits for the fetch after
      // it, or the list would have both the event and the draft it came from until then.
      client.setQueryData(testEventListQuery(ref).queryKey, (list) => list && { events: [...list.events, event] });
      void forget(client, ref, event.shared);
    },
  });
}

/** Saves, renames, shares or takes back from sharing. A `conflict` carries the event as it is now in `details.data`. */
export function saveTestEventMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: ({ id, ...update }: TestEventUpdate & { id: string }) => {
      const body = { region: ref.region, functionName: ref.name, ...update };
      return fetchJson(eventPath(ref, id), testEventSchema, { method: "PUT", body });
    },
    onSuccess: (event, _update, _result, { client }) =>
      client.setQueryData(testEventListQuery(ref).queryKey, (list) => list && { events: list.events.map((kept) => (kept.id === event.id ? event : kept)) }),
    // Where it was shared before is not known here: every function's list may have it.
    onSettled: (_event, _error, _update, _result, { client }) => void forget(client, ref, true),
  });
}

export function deleteTestEventMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: ({ id }: Pick<TestEvent, "id" | "shared">) => fetchJson(eventPath(ref, id), z.object({}), { method: "DELETE" }),
    onSettled: (_done, _error, { shared }, _result, { client }) => forget(client, ref, shared),
  });
}

function eventPath({ connection }: FunctionRef, id: string): string {
  return `/api/${connection}/test-events/${encodeURIComponent(id)}`;
}

/** A shared event shows at every function of the connection. */
function forget(client: QueryClient, ref: FunctionRef, shared: boolean): Promise<void> {
  if (!shared) return client.invalidateQueries({ queryKey: testEventListQuery(ref).queryKey });
  const isTestEvents = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[4] === "test-events";
  return client.invalidateQueries({ queryKey: [ref.connection, "functions"], predicate: isTestEvents });
}
