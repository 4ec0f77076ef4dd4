import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import {
  type ConfigurationUpdate,
  environmentSchema,
  type EnvironmentUpdate,
  revealedValueSchema,
  updateResultSchema,
} from "./schema";

/** Names, sizes and fingerprints of a function's variables. */
export function environmentQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "environment"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/environment`, environmentSchema, { signal }),
  });
}

/** Saves settings; answers when AWS has applied them. A `revision_conflict` carries a `ConfigurationConflict`. */
export function saveConfigurationMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (update: ConfigurationUpdate) =>
      fetchJson(`${functionApiPath(ref)}/configuration`, updateResultSchema, { method: "PUT", body: update }),
    onSettled: (_result, _error, _update, _context, { client }) => forgetSettings(client, ref),
  });
}

/** Saves variables; answers when AWS has applied them. A `revision_conflict` carries an `EnvironmentConflict`. */
export function saveEnvironmentMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (update: EnvironmentUpdate) =>
      fetchJson(`${functionApiPath(ref)}/environment`, updateResultSchema, { method: "PUT", body: update }),
    onSettled: (_result, _error, _update, _context, { client }) => forgetSettings(client, ref),
  });
}

/** One value. A mutation, not a query: it is recorded, and no cache shall keep it (`gcTime: 0`). */
export function revealVariableMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (key: string) =>
      fetchJson(`${functionApiPath(ref)}/environment/reveal`, revealedValueSchema, { method: "POST", body: { key } }),
    gcTime: 0,
    onSettled: (_value, _error, _key, _context, { client }) => client.invalidateQueries({ queryKey: [...functionKey(ref), "changes"] }),
  });
}

/** After a change of settings, made or refused: everything that shows them, and the list of functions. */
export function forgetSettings(client: QueryClient, ref: FunctionRef): Promise<unknown> {
  const parts = ["detail", "environment", "changes"].map((part) => client.invalidateQueries({ queryKey: [...functionKey(ref), part] }));
  return Promise.all([...parts, client.invalidateQueries({ queryKey: [ref.connection, "functions", "list"] })]);
}
