/** Places that a comparison leaves out, as JSONPath: `$.requestId`, `$.items[*].id`, `$..timestamp`. */

type Part = { kind: "key"; key: string } | { kind: "index"; index: number } | { kind: "any" } | { kind: "below" };

export interface PathRule {
  text: string;
  parts: readonly Part[];
}

/** `..`, or one step: `[0]`, `[*]`, `["name"]`, `.name`, `.*`; behind `..` the dot of the step is left out. */
const PART = /(\.\.)|\[(?:(\d+)|(\*)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\]|\.?(?:([\p{L}_$][\p{L}\p{N}_$-]*)|(\*))/uy;

/** The rule, or a sentence about what is wrong with it. */
export function parsePathRule(text: string): PathRule | { problem: string } {
  const path = text.trim();
  if (!path.startsWith("$")) return { problem: "A path begins with $, for instance $.requestId or $..timestamp." };
  const parts: Part[] = [];
  for (let at = 1; at < path.length; at = PART.lastIndex) {
    PART.lastIndex = at;
    const match = PART.exec(path);
    if (!match) return { problem: `“${path.slice(at)}” is not understood. Use .name, ["name"], [0], [*] or ..name.` };
    parts.push(partOf(match));
  }
  if (parts.length === 0 || parts.at(-1)?.kind === "below") return { problem: "The path ends without naming a place." };
  return { text: path, parts };
}

function partOf([, below, index, anyIndex, double, single, key, anyKey]: RegExpExecArray): Part {
  if (below) return { kind: "below" };
  if (index !== undefined) return { kind: "index", index: Number(index) };
  if (anyIndex ?? anyKey) return { kind: "any" };
  return { kind: "key", key: key ?? (double ?? single ?? "").replaceAll(/\\(.)/g, "$1") };
}

/** True for the place itself; what is below it is left out with it. */
export function matchesRule({ parts }: PathRule, path: readonly (string | number)[]): boolean {
  return matchesFrom(parts, 0, path, 0);
}

function matchesFrom(parts: readonly Part[], at: number, path: readonly (string | number)[], from: number): boolean {
  const part = parts[at];
  if (!part) return from === path.length;
  if (part.kind === "below") {
    for (let next = from; next < path.length; next += 1) if (matchesFrom(parts, at + 1, path, next)) return true;
    return false;
  }
  const step = path[from];
  if (step === undefined) return false;
  const fits = part.kind === "any" || (part.kind === "key" ? part.key === step : part.index === step);
  return fits && matchesFrom(parts, at + 1, path, from + 1);
}
