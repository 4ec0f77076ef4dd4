/** What differs between two JSON values, place by place. */
import { canonicalText, type JsonValue, readJson, writeJson } from "./json-value";
import { matchesRule, type PathRule } from "./path-rules";

export type PathStep = string | number;

export interface JsonDifference {
  /** From the root; empty = the whole value. */
  path: PathStep[];
  kind: "added" | "removed" | "changed";
  /** JSON text; undefined where there was nothing. */
  before?: string;
  after?: string;
}

export interface JsonDiff {
  differences: JsonDifference[];
  /** Differences that a rule leaves out. */
  ignored: number;
  /** There are more than are in `differences`. */
  cut: boolean;
  /** One of the two is not JSON: they were compared as text. */
  asText: boolean;
}

interface Comparison extends JsonDiff {
  rules: readonly PathRule[];
}

const MAX_DIFFERENCES = 1_000;
/** Longer lists are compared entry by entry: finding what was put in between would take too long. */
const MAX_ALIGNED = 400;

/** Order of keys, white space and the spelling of numbers (`1.0`, `1`) are no difference. */
export function diffJson(before: string, after: string, rules: readonly PathRule[] = []): JsonDiff {
  const [one, other] = [readJson(before), readJson(after)];
  if (!one || !other) {
    const differences: JsonDifference[] = before === after ? [] : [{ path: [], kind: "changed", before, after }];
    return { differences, ignored: 0, cut: false, asText: true };
  }
  const { rules: _rules, ...found } = compare(one, other, [], { rules, differences: [], ignored: 0, cut: false, asText: false });
  return found;
}

function compare(before: JsonValue, after: JsonValue, path: PathStep[], found: Comparison): Comparison {
  if (before.kind === "object" && after.kind === "object") {
    for (const key of new Set([...before.members.keys(), ...after.members.keys()])) compareOne(before.members.get(key), after.members.get(key), [...path, key], found);
  } else if (before.kind === "array" && after.kind === "array") compareArrays(before.items, after.items, path, found);
  else if (canonicalText(before) !== canonicalText(after)) report({ path, kind: "changed", before: writeJson(before), after: writeJson(after) }, found);
  return found;
}

function compareOne(before: JsonValue | undefined, after: JsonValue | undefined, path: PathStep[], found: Comparison): void {
  if (found.rules.some((rule) => matchesRule(rule, path))) {
    if (!before || !after || canonicalText(before) !== canonicalText(after)) found.ignored += 1;
  } else if (before && after) compare(before, after, path, found);
  else if (before) report({ path, kind: "removed", before: writeJson(before) }, found);
  else if (after) report({ path, kind: "added", after: writeJson(after) }, found);
}

/** Entries that are the same are found first, so that one that was put in between shows as one, not as a change of all behind it. */
function compareArrays(before: JsonValue[], after: JsonValue[], path: PathStep[], found: Comparison): void {
  const pairs = Math.max(before.length, after.length) > MAX_ALIGNED ? [] : commonEntries(before.map(canonicalText), after.map(canonicalText));
  let [at, to] = [0, 0];
  for (const [nextAt, nextTo] of [...pairs, [before.length, after.length] as const]) {
    while (at < nextAt || to < nextTo) {
      // The index in the newer list where there is one: that is the answer that one has in hand.
      compareOne(at < nextAt ? before[at] : undefined, to < nextTo ? after[to] : undefined, [...path, to < nextTo ? to : at], found);
      if (at < nextAt) at += 1;
      if (to < nextTo) to += 1;
    }
    at += 1;
    to += 1;
  }
}

/** Longest common subsequence: pairs of equal entries in order. */
function commonEntries(before: string[], after: string[]): [number, number][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const lengthAt = (at: number, to: number) => lengths[at]?.[to] ?? 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const row = lengths[at] ?? new Uint16Array(0);
    for (let to = after.length - 1; to >= 0; to -= 1) row[to] = before[at] === after[to] ? lengthAt(at + 1, to + 1) + 1 : Math.max(lengthAt(at + 1, to), lengthAt(at, to + 1));
  }
  const pairs: [number, number][] = [];
  for (let [at, to] = [0, 0]; at < before.length && to < after.length; ) {
    if (before[at] === after[to]) pairs.push([at++, to++]);
    else if (lengthAt(at + 1, to) >= lengthAt(at, to + 1)) at += 1;
    else to += 1;
  }
  return pairs;
}

function report(difference: JsonDifference, found: Comparison): void {
  if (found.differences.length < MAX_DIFFERENCES) found.differences.push(difference);
  else found.cut = true;
}

/** JSONPath of a place: `$.items[2].id`, `$["a b"]`. */
export function pathText(path: readonly PathStep[]): string {
  return `$${path.map((step) => (typeof step === "number" ? `[${step}]` : /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`)).join("")}`;
}
