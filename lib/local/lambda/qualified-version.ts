import type { AliasRecord } from "./alias-record.ts";
import type { FunctionRecord, VersionRecord } from "./function-record.ts";
import type { FunctionStore } from "./function-store.ts";
import type { ResourceTables } from "./resource-tables.ts";

export const LATEST = "$LATEST";

/** What a name with a qualifier points to. */
export interface QualifiedVersion {
  function: FunctionRecord;
  /** An alias's main version. */
  version: VersionRecord;
  alias?: AliasRecord;
}

export interface VersionStores {
  store: FunctionStore;
  tables: ResourceTables;
}

/** `undefined` when the function, or what the qualifier names, does not exist. */
export function findQualified(
  { store, tables }: VersionStores,
  region: string,
  functionName: string,
  qualifier: string | undefined,
): QualifiedVersion | undefined {
  const owner = store.find(region, functionName);
  if (!owner) return undefined;
  const versionOf = (version: string) =>
    version === LATEST ? owner : tables.versions.find(region, functionName, version);
  const direct = versionOf(qualifier ?? LATEST);
  if (direct) return { function: owner, version: direct };
  const alias = tables.aliases.find(region, functionName, qualifier ?? LATEST);
  const version = alias && versionOf(alias.functionVersion);
  return version && { function: owner, version, alias };
}
