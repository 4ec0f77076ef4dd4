/** Which operation reads a setting. */
import { UPDATE_FIELDS } from "./save-plan";
import type { SettingGroup } from "./schema";

/** The groups that have to be read to know these fields. */
export function groupsOf(fields: Iterable<string>): Set<SettingGroup> {
  return new Set([...fields].map(groupOf));
}

export function groupOf(field: string): SettingGroup {
  if (UPDATE_FIELDS.includes(field)) return "configuration";
  if (field.startsWith("tag:")) return "tags";
  if (field.startsWith("provisioned:")) return "provisioned";
  if (field.startsWith("url")) return "url";
  if (field === "reservedConcurrency") return "concurrency";
  if (field === "recursiveLoop") return "recursion";
  return field === "updateRuntimeOn" || field === "runtimeVersionArn" ? "runtimeManagement" : "asynchronous";
}
