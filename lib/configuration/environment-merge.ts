/**
 * Merges what a person changed into the variables that a function has now. UpdateFunctionConfiguration replaces the whole
 * map, so every key that nobody touched must come along.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
import type { ChangedField } from "@/lib/activity/schema";
import { AppError } from "@/lib/errors";
import { environmentSizeBytes, findKeyProblem, findSizeProblem } from "./environment-rules";
import type { EnvironmentConflict } from "./schema";

export type Variables = Readonly<Record<string, string>>;

/** What a person changed. Values move by `rename` without having been seen. */
export interface EnvironmentEdit {
  set: Variables;
  remove: readonly string[];
  /** Old key → new key. */
  rename: Variables;
}

/** The map to send. Throws `bad_request` for what AWS would refuse: a name, 4 KB, or a new name that is taken. */
export function mergeEnvironment(current: Variables, edit: EnvironmentEdit): Record<string, string> {
  for (const key of [...Object.keys(edit.set), ...Object.values(edit.rename)]) {
    // A name that AWS already took may get a new value, whatever today's rules say of it.
    const problem = has(current, key) ? undefined : findKeyProblem(key);
    if (problem) throw new AppError("bad_request", problem, { data: { field: key } });
  }
  const gone = new Set([...edit.remove, ...Object.keys(edit.rename)]);
  const merged = Object.fromEntries(Object.entries(current).filter(([key]) => !gone.has(key)));
  for (const [from, to] of Object.entries(edit.rename)) {
    const value = has(current, from) ? current[from] : undefined;
    if (value === undefined) throw new AppError("bad_request", `There is no variable ${from} any more.`, { data: { field: from } });
    if (has(merged, to)) throw new AppError("bad_request", `There is already a variable ${to}.`, { data: { field: to } });
    merged[to] = value;
  }
  Object.assign(merged, edit.set);
  const tooLarge = findSizeProblem(environmentSizeBytes(merged));
  if (tooLarge) throw new AppError("bad_request", tooLarge, { data: { field: "environment" } });
  return merged;
}

interface Meanwhile {
  /** Fingerprints by key: those the person saw, and those of now. */
  base: Variables;
  current: Variables;
  /** Keys whose wanted value is the one that they have now. */
  alreadyAsWanted: ReadonlySet<string>;
}

/** One row per key that somebody touched: what I did to it, what they did, and whether the two meet. */
export function compareEnvironments(edit: EnvironmentEdit, { base, current, alreadyAsWanted }: Meanwhile): EnvironmentConflict["keys"] {
  const keys = new Set([...Object.keys(base), ...Object.keys(current), ...Object.keys(edit.set), ...edit.remove, ...Object.values(edit.rename)]);
  return [...keys].sort().flatMap((key) => {
    const mine = touchOf(key, edit);
    const theirs = touchBetween(base, current, key);
    if (mine === "untouched" && theirs === "untouched") return [];
    const agree = (mine === "removed" && theirs === "removed") || (mine === "set" && alreadyAsWanted.has(key));
    return [{ key, mine, theirs, both: mine !== "untouched" && theirs !== "untouched" && !agree }];
  });
}

/** True when somebody else's change shows in the rows and is not the very change that the person wants. */
export function environmentChangedMeanwhile(rows: EnvironmentConflict["keys"]): boolean {
  return rows.some(({ mine, theirs, both }) => theirs !== "untouched" && (both || mine === "untouched"));
}

function touchOf(key: string, edit: EnvironmentEdit): EnvironmentConflict["keys"][number]["mine"] {
  if (has(edit.set, key) || Object.values(edit.rename).includes(key)) return "set";
  if (has(edit.rename, key)) return "renamed";
  return edit.remove.includes(key) ? "removed" : "untouched";
}

function touchBetween(base: Variables, current: Variables, key: string): EnvironmentConflict["keys"][number]["theirs"] {
  if (!has(base, key)) return has(current, key) ? "added" : "untouched";
  if (!has(current, key)) return "removed";
  return base[key] === current[key] ? "untouched" : "changed";
}

export interface EnvironmentDiff {
  /** Names only; a rename carries both names as `before` and `after`. */
  fields: ChangedField[];
  /** Values of the keys that differ; null = not there. For the sealed part of the record. */
  before: Record<string, string | null>;
  after: Record<string, string | null>;
}

/** What differs between two maps; `rename` (old → new) says which removal and addition belong together. */
export function diffEnvironment(before: Variables, after: Variables, rename: Variables = {}): EnvironmentDiff {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = keys.filter((key) => valueOf(before, key) !== valueOf(after, key));
  const renames = Object.entries(rename).filter(
    ([from, to]) => !has(before, to) && !has(after, from) && valueOf(before, from) === valueOf(after, to),
  );
  const renamed = new Set(renames.flat());
  const fields = [
    ...renames.map(([from, to]): ChangedField => ({ field: to, kind: "variable", action: "renamed", before: from, after: to })),
    ...changed
      .filter((key) => !renamed.has(key))
      .map((key): ChangedField => {
        const action = !has(before, key) ? "added" : !has(after, key) ? "removed" : "changed";
        return { field: key, kind: "variable", action };
      }),
  ];
  const pick = (map: Variables) => Object.fromEntries(changed.map((key) => [key, valueOf(map, key)]));
  return { fields, before: pick(before), after: pick(after) };
}

function valueOf(map: Variables, key: string): string | null {
  return has(map, key) ? (map[key] ?? null) : null;
}

/** Own members only: `constructor` is a fine name for a variable. */
function has(map: Variables, key: string): boolean {
  return Object.hasOwn(map, key);
}
