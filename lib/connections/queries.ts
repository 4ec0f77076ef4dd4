import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { connectionListSchema } from "./schema";

/** Every connection the operator set up. Asked once a session: it changes with a restart only. */
export function connectionListQuery() {
  return queryOptions({
    queryKey: ["connections"],
    queryFn: ({ signal }) => fetchJson("/api/connections", connectionListSchema, { signal }),
    staleTime: 60_000,
  });
}
