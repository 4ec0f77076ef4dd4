import { FilterPatternError } from "./filter-pattern.ts";

const STEP = /\.?\['([^']*)'\]|\.([^.[\]]+)|\[(\d+)\]|\[(\*)\]/y;

/** Everything in a JSON value that a selector points at: none, one, or several for `[*]`. */
export type JsonSelector = (root: unknown) => unknown[];

/**
 * `$.a.b`, `$.a[0]`, `$.a[*].b`, `$.['a.b']`.
 *
 * @throws FilterPatternError
 */
export function parseJsonSelector(text: string): JsonSelector {
  if (!text.startsWith("$")) throw new FilterPatternError(`a selector begins with $: ${text}`);
  const steps: (string | number | "*all")[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (!match) throw new FilterPatternError(`invalid selector ${text}`);
    const [, bracketed, dotted, position] = match;
    steps.push(bracketed ?? dotted ?? (position === undefined ? "*all" : Number(position)));
  }
  return (root) => steps.reduce<unknown[]>((values, step) => values.flatMap((value) => stepInto(value, step)), [root]);
}

function stepInto(value: unknown, step: string | number): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) {
    if (step === "*all") return value;
    return typeof step === "number" && step < value.length ? [value[step]] : [];
  }
  const name = String(step);
  return Object.hasOwn(value, name) ? [(value as Record<string, unknown>)[name]] : [];
}
