import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { type Assertion, assertionCheckResultSchema } from "./schema";

/** How assertions that are being written do against a run that ended. Nothing is invoked. */
export function assertionCheckQuery(connection: string, runId: string, assertions: readonly Assertion[]) {
  return queryOptions({
    queryKey: [connection, "runs", runId, "assertions", assertions],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/runs/${runId}/assertions`, assertionCheckResultSchema, { method: "POST", body: { assertions }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
