import { expect, test } from "vitest";
import { compareEnvironments, type EnvironmentEdit, environmentChangedMeanwhile, mergeEnvironment, type Variables } from "./environment-merge";

/**
 * Two people at one function, each over and over: look, type for a while, save as the service does it (read, compare, merge,
 * send if the revision still is the one that was read). Every order of their steps is one that can happen; none may lose
 * a variable that nobody removed, or a value that somebody saved.
 */

/** mulberry32: the same steps for the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Lambda {
  revision: number;
  variables: Record<string, string>;
}

const SHARED = ["STAGE", "TABLE"];

/** What an editor wants next, about names of its own and the shared ones; `step` makes values unlike any other. */
function editOf(seen: Variables, owner: string, step: number, random: (below: number) => number): EnvironmentEdit {
  const own = Object.keys(seen).filter((key) => key.startsWith(owner));
  const target = own[random(Math.max(1, own.length))];
  const value = `${owner}${step}`;
  switch (random(5)) {
    case 0:
      return target ? { set: {}, remove: [target], rename: {} } : { set: { [`${owner}_${step}`]: value }, remove: [], rename: {} };
    case 1:
      return target ? { set: {}, remove: [], rename: { [target]: `${owner}_R${step}` } } : { set: { [`${owner}_${step}`]: value }, remove: [], rename: {} };
    case 2:
      return { set: { [SHARED[random(SHARED.length)] ?? "STAGE"]: value }, remove: [], rename: {} };
    case 3:
      return target ? { set: { [target]: value }, remove: [], rename: {} } : { set: { [`${owner}_${step}`]: value }, remove: [], rename: {} };
    default:
      return { set: { [`${owner}_${step}`]: value, [`${owner}_B${step}`]: value }, remove: [], rename: {} };
  }
}

const fingerprints = (variables: Variables) => Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, `#${value}`]));

/** One editor, a small step at each `next()`; yields between what can be interleaved. Returns how many conflicts it was shown. */
function* editor(owner: string, lambda: Lambda, expected: Map<string, string>, saves: number, random: (below: number) => number) {
  let conflicts = 0;
  for (let saved = 0, step = 0; saved < saves; step += 1) {
    const seen = { revision: lambda.revision, variables: { ...lambda.variables } };
    yield "looked";
    const edit = editOf(seen.variables, owner, step, random);
    yield "typed";
    for (;;) {
      const present = { revision: lambda.revision, variables: { ...lambda.variables } };
      yield "read";
      const alreadyAsWanted = new Set(Object.keys(edit.set).filter((key) => present.variables[key] === edit.set[key]));
      const rows = compareEnvironments(edit, { base: fingerprints(seen.variables), current: fingerprints(present.variables), alreadyAsWanted });
      if (present.revision !== seen.revision && environmentChangedMeanwhile(rows)) {
        conflicts += 1;
        break;
      }
      const merged = mergeEnvironment(present.variables, edit);
      yield "merged";
      if (lambda.revision !== present.revision) continue;
      for (const key of [...Object.keys(edit.set), ...edit.remove, ...Object.keys(edit.rename)]) {
        if (present.variables[key] !== seen.variables[key] && present.variables[key] !== edit.set[key]) throw new Error(`${key} is overwritten unseen`);
      }
      lambda.variables = merged;
      lambda.revision += 1;
      apply(expected, edit);
      saved += 1;
      break;
    }
  }
  return conflicts;
}

/** The edit alone, on what everybody expects to be there. */
function apply(expected: Map<string, string>, { set, remove, rename }: EnvironmentEdit): void {
  for (const key of remove) expected.delete(key);
  for (const [from, to] of Object.entries(rename)) {
    const value = expected.get(from);
    if (value === undefined) throw new Error(`${from} was lost before it was renamed`);
    expected.delete(from);
    expected.set(to, value);
  }
  for (const [key, value] of Object.entries(set)) expected.set(key, value);
}

/** Runs both to their end in an order of the seed's; returns the conflicts that were shown. */
function interleave(seed: number): { lambda: Lambda; expected: Map<string, string>; conflicts: number } {
  const random = randomOf(seed);
  const lambda: Lambda = { revision: 1, variables: { STAGE: "dev", TABLE: "orders", UNTOUCHED: "stays" } };
  const expected = new Map(Object.entries(lambda.variables));
  const editors = ["ADA", "LIN"].map((owner) => editor(owner, lambda, expected, 4, random));
  let conflicts = 0;
  for (const running = new Set(editors); running.size > 0; ) {
    const turn = [...running][random(running.size)];
    const step = turn?.next();
    if (!turn || !step?.done) continue;
    conflicts += step.value;
    running.delete(turn);
  }
  return { lambda, expected, conflicts };
}

test("in 1,000 orders of their steps, two editors lose no variable and no value", () => {
  let conflicts = 0;
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const end = interleave(seed);
    expect(new Map(Object.entries(end.lambda.variables)), `seed ${seed}`).toEqual(end.expected);
    expect(end.lambda.revision, `seed ${seed}`).toBe(9);
    conflicts += end.conflicts;
  }
  // The orders do meet: otherwise nothing was shown.
  expect(conflicts).toBeGreaterThan(1_000);
});
