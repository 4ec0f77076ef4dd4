/** Compares settings of a function: two ways for the diff before saving, three ways when somebody else saved meanwhile. */
import type { ChangedField } from "@/lib/activity/schema";
import type { ConfigurationConflict, ConfigurationField, ConfigurationFields } from "./schema";

/** In the order that pages show. */
export const CONFIGURATION_FIELDS: readonly ConfigurationField[] = [
  "memoryMb",
  "timeoutSeconds",
  "ephemeralStorageMb",
  "handler",
  "description",
];

type Partially = Partial<ConfigurationFields>;

/** The fields that differ, with both values; a field that `after` does not name stays as it is. */
export function diffConfiguration(before: Partially, after: Partially): ChangedField[] {
  return CONFIGURATION_FIELDS.filter((field) => after[field] !== undefined && after[field] !== before[field]).map((field) => ({
    field,
    kind: "configuration",
    action: "changed",
    before: before[field],
    after: after[field],
  }));
}

/**
 * One row per field that is not the same in all three. `base` is what the person saw, `mine` what they want (a field that
 * it does not name is untouched), `theirs` what AWS has now. Fields that `base` does not name are left out: nothing is
 * known of them.
 */
export function compareThreeWays(base: Partially, mine: Partially, theirs: Partially): ConfigurationConflict["fields"] {
  return CONFIGURATION_FIELDS.flatMap((field) => {
    const seen = base[field];
    const wanted = mine[field] ?? seen;
    const present = theirs[field];
    const untouched = mine[field] === undefined && seen === undefined;
    if (untouched || (seen === wanted && wanted === present)) return [];
    const both = wanted !== seen && present !== seen && wanted !== present;
    return [{ field, base: seen, mine: wanted, theirs: present, both }];
  });
}

/** True when somebody else changed a field that the person saw, to something other than what the person wants. */
export function changedMeanwhile(rows: ConfigurationConflict["fields"]): boolean {
  return rows.some(({ base, mine, theirs }) => theirs !== base && theirs !== mine);
}
