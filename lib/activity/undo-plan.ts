/** Decides whether a change can be taken back, and how: only where what it made is still there, so that nobody's later change is lost. */
import { diffEnvironment, type Variables } from "@/lib/configuration/environment-merge";
import { FIELD_LIMITS, findFieldProblem } from "@/lib/configuration/limits";
import type { ConfigurationField, ConfigurationFields } from "@/lib/configuration/schema";
import type { Change, ChangedField } from "./schema";

/** Values of variables before and after a change; null = not there. */
export interface VariableValues {
  before: Record<string, string | null>;
  after: Record<string, string | null>;
}

export interface UndoableChange {
  kind: Change["kind"];
  status: Change["status"];
  fields: readonly ChangedField[];
  values?: VariableValues;
}

/** What the function has now. */
export type PresentSettings = Partial<ConfigurationFields> & { environment: Variables; environmentError?: string };

export interface UndoPlan {
  update: Partial<ConfigurationFields> & { environment?: Record<string, string> };
  fields: ChangedField[];
  values?: VariableValues;
}

/** The update that takes a change back, or the sentence that says why it cannot be. */
export function planUndo(change: UndoableChange, present: PresentSettings): UndoPlan | { refusal: string } {
  if (change.kind === "reveal") return { refusal: "Looking at a value changed nothing." };
  if (change.status === "failed") return { refusal: "This change was never made." };
  const settings = planSettings(change.fields, present);
  if ("refusal" in settings) return settings;
  const hasVariables = change.fields.some(({ kind }) => kind === "variable");
  if (!hasVariables) return settings;
  const variables = planVariables(change, present);
  if ("refusal" in variables) return variables;
  const fields = [...settings.fields, ...variables.fields];
  return { update: { ...settings.update, ...variables.update }, fields, values: variables.values };
}

function planSettings(fields: readonly ChangedField[], present: PresentSettings): UndoPlan | { refusal: string } {
  const own = fields.filter(({ kind }) => kind === "configuration");
  for (const { field, before, after } of own) {
    const now = present[field as ConfigurationField];
    const { label } = FIELD_LIMITS[field as ConfigurationField];
    if (now !== after) return { refusal: `${label} was changed since: it is ${shown(now)} now, not ${shown(after)}.` };
    const problem = before === undefined ? `${label} had no value before.` : findFieldProblem(field as ConfigurationField, before);
    if (problem) return { refusal: problem };
  }
  const update = Object.fromEntries(own.map(({ field, before }) => [field, before])) as Partial<ConfigurationFields>;
  return { update, fields: own.map((each) => ({ ...each, before: each.after, after: each.before })) };
}

function planVariables(change: UndoableChange, { environment, environmentError }: PresentSettings): UndoPlan | { refusal: string } {
  const { values } = change;
  if (environmentError) return { refusal: `AWS cannot decrypt the variables at present: ${environmentError}` };
  if (!values) return { refusal: "The values before can no longer be opened: the data directory's secret.key is another one." };
  const presentValue = (key: string) => (Object.hasOwn(environment, key) ? environment[key] : null);
  const moved = Object.entries(values.after).find(([key, after]) => presentValue(key) !== after);
  if (moved) return { refusal: `${moved[0]} was changed since.` };
  const restored = { ...environment };
  for (const [key, before] of Object.entries(values.before)) {
    if (before === null) delete restored[key];
    else restored[key] = before;
  }
  const back = change.fields.filter(({ action }) => action === "renamed").map(({ before, after }) => [String(after), String(before)]);
  const { fields, ...reversed } = diffEnvironment(environment, restored, Object.fromEntries(back));
  return { update: { environment: restored }, fields, values: reversed };
}

function shown(value: string | number | undefined): string {
  if (value === undefined || value === "") return "empty";
  return typeof value === "number" ? value.toLocaleString("en") : `“${value}”`;
}
