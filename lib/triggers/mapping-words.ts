/** What an edit of a mapping changes, as the history keeps it. */
import type { ChangedField } from "@/lib/activity/schema";
import type { Mapping, MappingEdit } from "./schema";

/** One entry per setting that becomes another one. */
export function mappingFields(before: Mapping, edit: MappingEdit): ChangedField[] {
  const rows: [string, string | number | undefined, string | number | undefined, boolean][] = [
    ["State", isOn(before) ? "on" : "off", edit.enabled ? "on" : "off", edit.enabled !== undefined],
    ["Batch size", before.batchSize, edit.batchSize, edit.batchSize !== undefined],
    ["Batch window (s)", before.windowSeconds ?? 0, edit.windowSeconds, edit.windowSeconds !== undefined],
    ["Maximum concurrency", before.maximumConcurrency ?? "no limit", edit.maximumConcurrency ?? "no limit", edit.maximumConcurrency !== undefined],
    ["Filter", before.filters.join(" or ") || "none", edit.filters?.join(" or ") || "none", edit.filters !== undefined],
    ["On-failure destination", before.onFailureArn ?? "none", edit.onFailureArn || "none", edit.onFailureArn !== undefined],
  ];
  return rows
    .filter(([, from, to, edited]) => edited && from !== to)
    .map(([field, from, to]) => ({ field, kind: "setting", action: "changed", before: from, after: to }));
}

/** Whether it polls, or is about to. */
export function isOn({ state }: Pick<Mapping, "state">): boolean {
  return !/^(Disabled|Disabling|Deleting)$/.test(state);
}
