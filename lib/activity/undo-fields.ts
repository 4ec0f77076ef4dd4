import type { ChangedField } from "./schema";

const BACK: Readonly<Record<ChangedField["action"], ChangedField["action"]>> = { added: "removed", removed: "added", changed: "changed", renamed: "renamed" };

/** What taking a change back does, field by field; undoing that again gives the change. A renamed variable is named as it will be. */
export function undoFields(fields: readonly ChangedField[]): ChangedField[] {
  return fields.map(({ field, kind, action, before, after }) => ({
    field: action === "renamed" ? String(before) : field,
    kind,
    action: BACK[action],
    before: after,
    after: before,
  }));
}
