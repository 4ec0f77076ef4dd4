import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { type MappingCreation, type MappingEdit, type PermissionCreation, triggerChangedSchema, type TriggerList, triggerListSchema } from "./schema";

/** While AWS works on a mapping, look again soon. */
const SETTLING_REFETCH_MS = 1_500;
const REFETCH_MS = 30_000;

/** Everything that can invoke the function, judged. */
export function triggerListQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "triggers"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/triggers`, triggerListSchema, { signal }),
    refetchInterval: (query) => (isSettling(query.state.data) ? SETTLING_REFETCH_MS : REFETCH_MS),
  });
}

function isSettling(list: TriggerList | undefined): boolean {
  return list?.triggers.some((trigger) => trigger.kind === "mapping" && trigger.mapping.state.endsWith("ing")) ?? false;
}

export function createMappingMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (creation: MappingCreation) => fetchJson(`${functionApiPath(ref)}/triggers/mappings`, triggerChangedSchema, { method: "POST", body: creation }),
    onSettled: (_result, _error, _creation, _context, { client }) => forgetTriggers(client, ref),
  });
}

export function updateMappingMutation(ref: FunctionRef, id: string) {
  return mutationOptions({
    mutationFn: (edit: MappingEdit) => fetchJson(`${functionApiPath(ref)}/triggers/mappings/${id}`, triggerChangedSchema, { method: "PUT", body: edit }),
    onSettled: (_result, _error, _edit, _context, { client }) => forgetTriggers(client, ref),
  });
}

export function deleteMappingMutation(ref: FunctionRef, id: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(`${functionApiPath(ref)}/triggers/mappings/${id}`, triggerChangedSchema, { method: "DELETE" }),
    onSettled: (_result, _error, _nothing, _context, { client }) => forgetTriggers(client, ref),
  });
}

export function addPermissionMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (creation: PermissionCreation) => fetchJson(`${functionApiPath(ref)}/triggers/permissions`, triggerChangedSchema, { method: "POST", body: creation }),
    onSettled: (_result, _error, _creation, _context, { client }) => forgetTriggers(client, ref),
  });
}

export function removePermissionMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: ({ statementId, qualifier }: { statementId: string; qualifier: string }) =>
      fetchJson(`${functionApiPath(ref)}/triggers/permissions/${encodeURIComponent(statementId)}?${new URLSearchParams({ qualifier })}`, triggerChangedSchema, { method: "DELETE" }),
    onSettled: (_result, _error, _removal, _context, { client }) => forgetTriggers(client, ref),
  });
}

function forgetTriggers(client: QueryClient, ref: FunctionRef): Promise<unknown> {
  return Promise.all(["triggers", "changes", "detail"].map((part) => client.invalidateQueries({ queryKey: [...functionKey(ref), part] })));
}
