import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import {
  type ConfigurationUpdate,
  environmentSchema,
  type EnvironmentUpdate,
  functionSettingsSchema,
  restorePlanSchema,
  revealedValueSchema,
  updateResultSchema,
} from "./schema";

/** Every setting of a function, without its variables. */
export function settingsQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "settings"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/configuration`, functionSettingsSchema, { signal }),
  });
}

/** Makes the calls of a halted save that are left. A `conflict` says why that cannot be. */
export function resumeSaveMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (changeId: string) =>
      fetchJson(`${functionApiPath(ref)}/configuration/resume`, updateResultSchema, { method: "POST", body: { changeId } }),
    onSettled: (_result, _error, _id, _context, { client }) => forgetSettings(client, ref),
  });
}

/** What going back to the settings before a change would do now. */
export function restorePlanQuery(ref: FunctionRef, changeId: string) {
  return queryOptions({
    queryKey: [...functionKey(ref), "restore", changeId],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/configuration/restore?before=${encodeURIComponent(changeId)}`, restorePlanSchema, { signal }),
    // Somebody may have changed it since.
    staleTime: 0,
  });
}

/** Goes back to the settings before a change. A `conflict` says why that cannot be. */
export function restoreSettingsMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (changeId: string) =>
      fetchJson(`${functionApiPath(ref)}/configuration/restore`, updateResultSchema, { method: "POST", body: { before: changeId } }),
    onSettled: (_result, _error, _id, _context, { client }) => forgetSettings(client, ref),
  });
}

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
  const parts = ["detail", "settings", "environment", "changes", "triggers"].map((part) => client.invalidateQueries({ queryKey: [...functionKey(ref), part] }));
  return Promise.all([...parts, client.invalidateQueries({ queryKey: [ref.connection, "functions", "list"] })]);
}
