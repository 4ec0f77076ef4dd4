import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { localRegionStatusSchema } from "./schema";

const key = (connection: string) => [connection, "local-region"] as const;

/** Traffic and simulated history of the local region; ask only on its connection. */
export function localRegionStatusQuery(connection: string) {
  return queryOptions({
    queryKey: key(connection),
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/local-region`, localRegionStatusSchema, { signal }),
    staleTime: 30_000,
    refetchInterval: 60_000,
  });
}

/** Pauses or resumes the sample shop's traffic. */
export function trafficMutation(connection: string, client: QueryClient) {
  return mutationOptions({
    mutationFn: (paused: boolean) =>
      fetchJson(`/api/${connection}/local-region`, localRegionStatusSchema, { method: "PUT", body: { paused } }),
    onSuccess: (status) => client.setQueryData(key(connection), status),
  });
}
