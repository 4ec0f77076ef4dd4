/** Decides whether a change of variables can be taken back, and how: only where what it made is still there, so that nobody's later change is lost. */
import { diffEnvironment, type Variables } from "@/lib/configuration/environment-merge";
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
export interface PresentSettings {
  environment: Variables;
  environmentError?: string;
}

export interface UndoPlan {
  update: { environment: Record<string, string> };
  fields: ChangedField[];
  values?: VariableValues;
}

/** Kinds that change variables. */
const VARIABLE_KINDS: ReadonlySet<Change["kind"]> = new Set(["environment", "undo"]);

/** The update that takes a change back, or the sentence that says why it cannot be. */
export function planUndo(change: UndoableChange, present: PresentSettings): UndoPlan | { refusal: string } {
  if (change.kind === "reveal") return { refusal: "Looking at a value changed nothing." };
  if (change.status === "failed") return { refusal: "This change was never made." };
  if (!VARIABLE_KINDS.has(change.kind)) return { refusal: "A change of this kind is not undone from here." };
  return planVariables(change, present);
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
