/** Edits of the environment before they are saved: names and typed values only, never the values that AWS has. */
import { environmentSizeBytes, findKeyProblem, sizeBytesOf } from "@/lib/configuration/environment-rules";
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
  byKey: Readonly<Record<string, VariableEdit>>;
  additions: readonly Addition[];
}

export const NO_EDITS: EnvironmentEdits = { byKey: {}, additions: [] };

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
  const existing = Object.entries(edits.byKey).flatMap(([key, edit]): EnvironmentChange[] => {
    if (edit.removed) return [{ key, action: "removed" }];
    const renamed = edit.newKey !== undefined && edit.newKey !== key;
    if (renamed) return [{ key, action: "renamed", newKey: edit.newKey, value: edit.value }];
    return edit.value === undefined ? [] : [{ key, action: "changed", value: edit.value }];
  });
  return [...existing, ...edits.additions.map(({ key, value }): EnvironmentChange => ({ key, action: "added", value }))];
}

/** Bytes of all names and values as they would be after saving. */
export function sizeAfter(environment: Environment, edits: EnvironmentEdits): number {
  const kept = environment.variables.reduce((sum, variable) => {
    const edit = edits.byKey[variable.key];
    if (edit?.removed) return sum;
    const valueBytes = edit?.value === undefined ? variable.valueBytes : sizeBytesOf(edit.value);
    return sum + sizeBytesOf(edit?.newKey ?? variable.key) + valueBytes;
  }, 0);
  return edits.additions.reduce((sum, { key, value }) => sum + environmentSizeBytes({ [key]: value }), kept);
}

/** Why a name cannot be used among the others, by its place (`existing key` or `addition id`). */
export function keyProblems(environment: Environment, edits: EnvironmentEdits): ReadonlyMap<string, string> {
  const named = [
    ...environment.variables.filter(({ key }) => !edits.byKey[key]?.removed).map(({ key }) => ({ place: key, key: edits.byKey[key]?.newKey ?? key, typed: edits.byKey[key]?.newKey !== undefined })),
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

/** Variables of a `.env` text: KEY=value lines, quotes taken off, comments and `export` ignored. */
export function parseDotEnv(text: string): { key: string; value: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match?.[1]) return [];
    const raw = match[2] ?? "";
    const quoted = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(raw);
    if (quoted?.[1] !== undefined) return [{ key: match[1], value: quoted[1].replace(/\\n/g, "\n").replace(/\\(.)/g, "$1") }];
    if (quoted?.[2] !== undefined) return [{ key: match[1], value: quoted[2] }];
    return [{ key: match[1], value: raw.replace(/\s+#.*$/, "") }];
  });
}
