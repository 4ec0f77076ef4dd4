import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { type ShareableEventInput, shareableEventListSchema } from "./schema";

/** Test events that Lambda's console and SAM share of a function. */
export function shareableEventsQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "shareable-events"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/shareable-events`, shareableEventListSchema, { signal }),
    retry: false,
  });
}

export function saveShareableEventMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (body: ShareableEventInput) => fetchJson(`${functionApiPath(ref)}/shareable-events`, shareableEventListSchema, { method: "POST", body }),
    onSuccess: (list, _input, _result, { client }) => client.setQueryData(shareableEventsQuery(ref).queryKey, list),
  });
}
