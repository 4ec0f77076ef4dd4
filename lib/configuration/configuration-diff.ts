/** Compares settings of a function: two ways for the diff before saving, three ways when somebody else saved meanwhile. */
import type { ChangedField } from "@/lib/activity/schema";
import type { ConfigurationConflict } from "./schema";
import { sortedFields, type Settings } from "./settings";

/** The fields that differ, with both values; a field that `after` does not name stays as it is. None is an absent value. */
export function diffConfiguration(before: Settings, after: Settings): ChangedField[] {
  return sortedFields(Object.keys(after))
    .filter((field) => (after[field] ?? null) !== (before[field] ?? null))
    .map((field) => ({
      field,
      kind: "configuration",
      action: actionOf(field, before[field] ?? null),
      before: before[field] ?? undefined,
      after: after[field] ?? undefined,
    }));
}

/** Tags come and go; a setting that is not set has AWS's default, so it only changes. */
function actionOf(field: string, before: Settings[string]): ChangedField["action"] {
  return field.startsWith("tag:") && before === null ? "added" : "changed";
}

/**
 * One row per field that is not the same in all three. `base` is what the person saw, `mine` what they want (a field that
 * it does not name is untouched), `theirs` what AWS has now. Fields that `base` does not name are left out, unless the person
 * wants something of them; so are those that cannot be read any more.
 */
export function compareThreeWays(base: Settings, mine: Settings, theirs: Settings): ConfigurationConflict["fields"] {
  const named = new Set([...Object.keys(base), ...Object.keys(mine)]);
  return sortedFields(named).flatMap((field) => {
    const seen = base[field] ?? null;
    const wanted = field in mine ? (mine[field] ?? null) : seen;
    const present = theirs[field] ?? null;
    if (seen === wanted && wanted === present) return [];
    const both = wanted !== seen && present !== seen && wanted !== present;
    return [{ field, base: seen, mine: wanted, theirs: present, both }];
  });
}

/** True when somebody else changed a field that the person saw, to something other than what the person wants. */
export function changedMeanwhile(rows: ConfigurationConflict["fields"]): boolean {
  return rows.some(({ base, mine, theirs }) => theirs !== base && theirs !== mine);
}
