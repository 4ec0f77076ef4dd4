import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { z } from "zod";
import {
  type AliasCreation,
  aliasResultSchema,
  aliasTrafficSchema,
  type AliasUpdate,
  cleanupResultSchema,
  cleanupSchema,
  publishedSchema,
  type PublishRequest,
  versionComparisonSchema,
  versionListSchema,
} from "./schema";

/** How often the figures of a shift are asked for again; CloudWatch has a new period each minute. */
const TRAFFIC_REFETCH_MS = 15_000;

export function versionListQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "versions"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/versions`, versionListSchema, { signal }),
  });
}

/** Publishes the `$LATEST` that the person saw. */
export function publishMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (request: PublishRequest) => fetchJson(`${functionApiPath(ref)}/versions`, publishedSchema, { method: "POST", body: request }),
    onSettled: (_result, _error, _request, _context, { client }) => forgetVersions(client, ref),
  });
}

export function createAliasMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (creation: AliasCreation) => fetchJson(`${functionApiPath(ref)}/aliases`, aliasResultSchema, { method: "POST", body: creation }),
    onSettled: (_result, _error, _creation, _context, { client }) => forgetVersions(client, ref),
  });
}

/** Moves or describes an alias; `revision_conflict` when somebody was faster. */
export function updateAliasMutation(ref: FunctionRef, alias: string) {
  return mutationOptions({
    mutationFn: (update: AliasUpdate) => fetchJson(aliasPath(ref, alias), aliasResultSchema, { method: "PUT", body: update }),
    onSettled: (_result, _error, _update, _context, { client }) => forgetVersions(client, ref),
  });
}

export function deleteAliasMutation(ref: FunctionRef, alias: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(aliasPath(ref, alias), z.object({}), { method: "DELETE" }),
    onSettled: (_result, _error, _nothing, _context, { client }) => forgetVersions(client, ref),
  });
}

export function aliasTrafficQuery(ref: FunctionRef, alias: string, range: string) {
  return queryOptions({
    queryKey: [...functionKey(ref), "alias-traffic", alias, range],
    queryFn: ({ signal }) => fetchJson(`${aliasPath(ref, alias)}/traffic?range=${range}`, aliasTrafficSchema, { signal }),
    refetchInterval: TRAFFIC_REFETCH_MS,
  });
}

export function versionComparisonQuery(ref: FunctionRef, left: string, right: string) {
  const query = new URLSearchParams({ left, right });
  return queryOptions({
    queryKey: [...functionKey(ref), "version-comparison", left, right],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/versions/comparison?${query}`, versionComparisonSchema, { signal }),
  });
}

export function cleanupQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "version-cleanup"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/versions/cleanup`, cleanupSchema, { signal }),
    // A proof is of the moment: it is read anew each time it is looked at.
    staleTime: 0,
    gcTime: 0,
  });
}

export function cleanUpMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (versions: readonly string[]) =>
      fetchJson(`${functionApiPath(ref)}/versions/cleanup`, cleanupResultSchema, { method: "POST", body: { versions } }),
    onSettled: (_result, _error, _versions, _context, { client }) => forgetVersions(client, ref),
  });
}

function aliasPath(ref: FunctionRef, alias: string): string {
  return `${functionApiPath(ref)}/aliases/${encodeURIComponent(alias)}`;
}

/** After something was published, moved or deleted. */
function forgetVersions(client: QueryClient, ref: FunctionRef): Promise<unknown> {
  const parts = ["versions", "version-comparison", "version-cleanup", "changes", "alias-traffic"];
  return Promise.all(parts.map((part) => client.invalidateQueries({ queryKey: [...functionKey(ref), part] })));
}
