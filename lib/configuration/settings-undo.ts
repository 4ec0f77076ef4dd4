/** Takes changes of settings back: only where what they made is still there, so that nobody's later change is lost. */
import type { ChangedField } from "@/lib/activity/schema";
import { definitionOf } from "./setting-definitions";
import { findSettingProblem } from "./setting-problems";
import type { Settings } from "./settings";

/** The settings to save, or the sentence that says why it cannot be. */
export function planSettingsUndo(fields: readonly ChangedField[], present: Settings): { changes: Settings } | { refusal: string } {
  for (const { field, before, after } of fields) {
    const label = definitionOf(field)?.label ?? field;
    if (!(field in present) && !isDynamic(field)) return { refusal: `${label} cannot be read at present.` };
    const now = present[field] ?? null;
    if (now !== (after ?? null)) return { refusal: `${label} was changed since: it is ${shown(now)} now, not ${shown(after ?? null)}.` };
    const problem = findSettingProblem(field, before ?? null);
    if (problem) return { refusal: problem };
  }
  return { changes: Object.fromEntries(fields.map(({ field, before }) => [field, before ?? null])) };
}

interface EarlierChange {
  /** Newest first, as they are given. */
  fields: readonly ChangedField[];
}

/**
 * The settings as they were before the last of these changes, given newest first and without gaps. Refused when a setting is
 * no longer what the newest change of it made, or when somebody changed it between two of them.
 */
export function planRestore(changes: readonly EarlierChange[], present: Settings): { changes: Settings } | { refusal: string } {
  const target: Record<string, Settings[string]> = {};
  for (const { fields } of changes) {
    const state = { ...present, ...target };
    const plan = planSettingsUndo(fields, state);
    if ("refusal" in plan) return plan;
    Object.assign(target, plan.changes);
  }
  return { changes: Object.fromEntries(Object.entries(target).filter(([field, value]) => value !== (present[field] ?? null))) };
}

/** Tags and provisioned concurrency are only there when they are set. */
function isDynamic(field: string): boolean {
  return field.startsWith("tag:") || field.startsWith("provisioned:");
}

function shown(value: Settings[string]): string {
  if (value === null) return "none";
  if (value === "") return "empty";
  return typeof value === "number" ? value.toLocaleString("en") : `“${value.replaceAll("\n", ", ")}”`;
}
