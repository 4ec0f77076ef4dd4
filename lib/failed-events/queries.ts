import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { failureQueueListSchema, peekedMessageListSchema } from "./schema";

/** Where the failed events of a function end. */
export function failureQueuesQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "failed-events"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/failed-events`, failureQueueListSchema, { signal }),
  });
}

/** A look into a queue: not by itself, as each raises the messages' receive count. */
export function peekFailuresMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (queueArn: string) => fetchJson(`${functionApiPath(ref)}/failed-events`, peekedMessageListSchema, { method: "POST", body: { queueArn } }),
  });
}
