import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { forgetSettings } from "@/lib/configuration/queries";
import { updateResultSchema } from "@/lib/configuration/schema";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { changeListSchema } from "./schema";

/** Changes made to a function from Warmstart, newest first, each with whether it can be undone now. */
export function changeListQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "changes"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/changes`, changeListSchema, { signal }),
  });
}

/** Takes a change back by its id; answers when AWS has applied it. A `conflict` says why it cannot be. */
export function undoChangeMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (changeId: string) =>
      fetchJson(`/api/${ref.connection}/changes/${encodeURIComponent(changeId)}/undo`, updateResultSchema, { method: "POST" }),
    onSettled: (_result, _error, _id, _context, { client }) => forgetSettings(client, ref),
  });
}
