import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { layerListSchema } from "./schema";

/** Layers with their versions and users, of the regions (of the connection's own when undefined). */
export function layerListQuery(connection: string, regions?: readonly string[]) {
  const query = regions?.length ? `?regions=${regions.join(",")}` : "";
  return queryOptions({
    queryKey: [connection, "layers", regions ?? []],
    queryFn: ({ signal }) => fetchJson(`/api/${connection}/layers${query}`, layerListSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}
