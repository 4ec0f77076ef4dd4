import { queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { layerChoicesSchema, qualifierListSchema, rolePoliciesSchema, usedLayersSchema } from "./schema";

/** Names of the execution role's policies. */
export function rolePoliciesQuery(ref: FunctionRef, roleArn: string) {
  return queryOptions({
    queryKey: [...functionKey(ref), "role", roleArn],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/configuration/role`, rolePoliciesSchema, { signal }),
  });
}

/** Published versions and aliases. */
export function qualifierListQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "qualifiers"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/configuration/qualifiers`, qualifierListSchema, { signal }),
  });
}

/** The account's layers of the region. */
export function layerChoicesQuery(ref: FunctionRef) {
  return queryOptions({
    queryKey: [...functionKey(ref), "layer-choices"],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/configuration/layers`, layerChoicesSchema, { signal }),
  });
}

/** The function's layers with their newest versions and other users. `layers` names them, so that another set is asked anew. */
export function usedLayersQuery(ref: FunctionRef, layers: string) {
  return queryOptions({
    queryKey: [...functionKey(ref), "used-layers", layers],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/configuration/layers/used`, usedLayersSchema, { signal }),
  });
}
