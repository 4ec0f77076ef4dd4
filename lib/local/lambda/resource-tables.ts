import type { Database } from "better-sqlite3";
import type { AliasRecord } from "./alias-record.ts";
import type { EventInvokeConfig } from "./async/event-invoke-config.ts";
import type { VersionRecord } from "./function-record.ts";
import type { FunctionUrlRecord } from "./function-url-record.ts";
import type { LayerVersionRecord } from "./layer-record.ts";
import type { MappingRecord } from "./mappings/mapping-record.ts";
import type { ProvisionedRecord } from "./provisioned-record.ts";
import { openRecordTable, type RecordTable } from "./record-table.ts";
import type { ResourcePolicy } from "./resource-policy.ts";

/** What functions own beside themselves, and layers. */
export interface ResourceTables {
  /** By number as text. */
  versions: RecordTable<VersionRecord>;
  /** By name. */
  aliases: RecordTable<AliasRecord>;
  /** By qualifier; `$LATEST` is the function itself. */
  policies: RecordTable<ResourcePolicy>;
  /** By qualifier; `$LATEST` is the function itself. */
  urls: RecordTable<FunctionUrlRecord>;
  /** By qualifier: a version or an alias. */
  provisioned: RecordTable<ProvisionedRecord>;
  /** By qualifier: `$LATEST`, a version or an alias. */
  eventInvokeConfigs: RecordTable<EventInvokeConfig>;
  /** Owned by layers, by number as text. Deleted ones stay, for functions keep what they use. */
  layerVersions: RecordTable<LayerVersionRecord>;
  /** By UUID, owned by nobody: they outlive their function. */
  mappings: RecordTable<MappingRecord>;
  /** Everything that the function owns, at once or not at all. `alsoRemove` is done with it. */
  removeFunction(region: string, functionName: string, alsoRemove: () => void): void;
}

export function openResourceTables(database: Database): ResourceTables {
  const owned = {
    versions: openRecordTable<VersionRecord>(database, "versions"),
    aliases: openRecordTable<AliasRecord>(database, "aliases"),
    policies: openRecordTable<ResourcePolicy>(database, "policies"),
    urls: openRecordTable<FunctionUrlRecord>(database, "function_urls"),
    provisioned: openRecordTable<ProvisionedRecord>(database, "provisioned"),
    eventInvokeConfigs: openRecordTable<EventInvokeConfig>(database, "event_invoke_configs"),
  };
  return {
    ...owned,
    layerVersions: openRecordTable<LayerVersionRecord>(database, "layer_versions"),
    mappings: openRecordTable<MappingRecord>(database, "event_source_mappings"),
    removeFunction: database.transaction((region: string, functionName: string, alsoRemove: () => void) => {
      for (const table of Object.values(owned)) table.removeOwner(region, functionName);
      alsoRemove();
    }),
  };
}
