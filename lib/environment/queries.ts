import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { environmentMatrixSchema } from "./schema";

/** Variables of the columns (`region/name` or `region/name:qualifier`) side by side, without values. */
export function environmentMatrixQuery(connection: string, columns: readonly string[]) {
  return queryOptions({
    queryKey: [connection, "environment-matrix", columns],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/environment/matrix?columns=${encodeURIComponent(columns.join(","))}`, environmentMatrixSchema, { signal }),
    enabled: columns.length > 0,
  });
}
