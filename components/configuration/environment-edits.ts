/** Edits of the environment before they are saved: names and typed values only, never the values that AWS has. */
import { environmentSizeBytes, findKeyProblem, sizeBytesOf } from "@/lib/configuration/environment-rules";
import type { ChangedField } from "@/lib/activity/schema";
import type { Environment, EnvironmentUpdate } from "@/lib/configuration/schema";

/** What the person did to a variable that exists. */
export interface VariableEdit {
  value?: string;
  newKey?: string;
  removed?: boolean;
}

export interface Addition {
  id: string;
  key: string;
  value: string;
}

export interface EnvironmentEdits {
  /** By the name that AWS has. */
  byKey: ReadonlyMap<string, VariableEdit>;
  additions: readonly Addition[];
}

export const NO_EDITS: EnvironmentEdits = { byKey: new Map(), additions: [] };

export interface EnvironmentChange {
  key: string;
  action: "added" | "changed" | "removed" | "renamed";
  /** New name of a renamed one. */
  newKey?: string;
  /** The typed value; undefined when the value stays. */
  value?: string;
}

/** The changes as the review lists them; edits that change nothing are left out. */
export function environmentChanges(edits: EnvironmentEdits): EnvironmentChange[] {
  const existing = [...edits.byKey].flatMap(([key, edit]): EnvironmentChange[] => {
    if (edit.removed) return [{ key, action: "removed" }];
    const renamed = edit.newKey !== undefined && edit.newKey !== key;
    if (renamed) return [{ key, action: "renamed", newKey: edit.newKey, value: edit.value }];
    return edit.value === undefined ? [] : [{ key, action: "changed", value: edit.value }];
  });
  return [...existing, ...edits.additions.map(({ key, value }): EnvironmentChange => ({ key, action: "added", value }))];
}

/** The changes as they are recorded: names only. A renamed variable with a new value counts as two changes there too. */
export function changedFields(changes: readonly EnvironmentChange[]): ChangedField[] {
  return changes.flatMap(({ key, action, newKey, value }): ChangedField[] => {
    if (action !== "renamed" || newKey === undefined) return [{ field: key, kind: "variable", action }];
    if (value === undefined) return [{ field: newKey, kind: "variable", action, before: key, after: newKey }];
    return [
      { field: key, kind: "variable", action: "removed" },
      { field: newKey, kind: "variable", action: "added" },
    ];
  });
}

/** Bytes of all names and values as they would be after saving. */
export function sizeAfter(environment: Environment, edits: EnvironmentEdits): number {
  const kept = environment.variables.reduce((sum, variable) => {
    const edit = edits.byKey.get(variable.key);
    if (edit?.removed) return sum;
    const valueBytes = edit?.value === undefined ? variable.valueBytes : sizeBytesOf(edit.value);
    return sum + sizeBytesOf(edit?.newKey ?? variable.key) + valueBytes;
  }, 0);
  return edits.additions.reduce((sum, { key, value }) => sum + environmentSizeBytes({ [key]: value }), kept);
}

/** Why a name cannot be used among the others, by its place (`existing key` or `addition id`). */
export function keyProblems(environment: Environment, edits: EnvironmentEdits): ReadonlyMap<string, string> {
  const named = [
    ...environment.variables.flatMap(({ key }) => {
      const { newKey, removed } = edits.byKey.get(key) ?? {};
      return removed ? [] : [{ place: key, key: newKey ?? key, typed: newKey !== undefined && newKey !== key }];
    }),
    ...edits.additions.map(({ id, key }) => ({ place: id, key, typed: true })),
  ];
  const problems = new Map<string, string>();
  for (const { place, key, typed } of named) {
    if (!typed) continue;
    const problem = findKeyProblem(key) ?? (named.some((other) => other.place !== place && other.key === key) ? `${key} is there already.` : undefined);
    if (problem) problems.set(place, problem);
  }
  return problems;
}

/** The request that saves the edits, built on what the person saw. */
export function updateOf(environment: Environment, edits: EnvironmentEdits): EnvironmentUpdate {
  const changes = environmentChanges(edits);
  const set = changes.filter(({ value }) => value !== undefined).map(({ key, newKey, value }): [string, string] => [newKey ?? key, value ?? ""]);
  const renamed = changes.filter(({ action }) => action === "renamed").map(({ key, newKey }): [string, string] => [key, newKey ?? key]);
  return {
    revisionId: environment.revisionId,
    base: Object.fromEntries(environment.variables.map(({ key, fingerprint }) => [key, fingerprint])),
    set: Object.fromEntries(set),
    remove: changes.filter(({ action }) => action === "removed").map(({ key }) => key),
    rename: Object.fromEntries(renamed),
  };
}

/** Adds or changes variables by name: what is there gets the value, what was added before too, others are added with an id of `newId`. */
export function withVariables(environment: Environment, edits: EnvironmentEdits, variables: readonly { key: string; value: string }[], newId: () => string): EnvironmentEdits {
  const known = new Set(environment.variables.map(({ key }) => key));
  const byKey = new Map(edits.byKey);
  const additions = [...edits.additions];
  for (const { key, value } of variables) {
    const added = additions.findIndex((addition) => addition.key === key && key !== "");
    const former = additions[added];
    if (known.has(key)) byKey.set(key, { ...byKey.get(key), removed: false, value });
    else if (former) additions[added] = { ...former, value };
    else additions.push({ id: newId(), key, value });
  }
  return { byKey, additions };
}

/**
 * The same wishes on another state: edits of the `dropped` names go; a typed value of a variable that is gone becomes an
 * addition, a rename without one has nothing left to move; an addition whose name somebody else added becomes its new value.
 */
export function rebaseEdits(edits: EnvironmentEdits, present: Environment, dropped: ReadonlySet<string>): EnvironmentEdits {
  const there = new Set(present.variables.map(({ key }) => key));
  const wanted = [...edits.byKey].filter(([key, { newKey }]) => !dropped.has(key) && !(newKey !== undefined && dropped.has(newKey)));
  const byKey = new Map(wanted.filter(([key]) => there.has(key)));
  const orphans = wanted.flatMap(([key, { value, newKey, removed }]): Addition[] =>
    there.has(key) || removed || value === undefined ? [] : [{ id: `again-${key}`, key: newKey ?? key, value }],
  );
  const additions: Addition[] = [];
  for (const addition of [...orphans, ...edits.additions.filter(({ key }) => !dropped.has(key))]) {
    if (there.has(addition.key)) byKey.set(addition.key, { ...byKey.get(addition.key), removed: false, value: addition.value });
    else additions.push(addition);
  }
  return { byKey, additions };
}
