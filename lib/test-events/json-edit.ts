import type { JsonPath } from "./event-template";

/** A string; one of the marks; a run of anything else (a number, a word). */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Level {
  list: boolean;
  /** Member or index that is being read. */
  key: string | number;
}

/** Where the value of a place stands in a JSON text, from its first character to behind its last; undefined when there is none. */
export function findValueSpan(text: string, path: JsonPath): { from: number; to: number } | undefined {
  const open: Level[] = [];
  const starts: number[] = [];
  let found: { from: number; to: number } | undefined;
  let key: string | undefined;
  const isThere = () => open.length === path.length && open.every((level, index) => level.key === path[index]);
  const endValue = (from: number, to: number) => {
    if (isThere()) found = { from, to };
    const level = open.at(-1);
    if (level?.list) level.key = Number(level.key) + 1;
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const level = open.at(-1);
    if (token === "{" || token === "[") {
      starts.push(index);
      open.push({ list: token === "[", key: token === "[" ? 0 : "" });
    } else if (token === "}" || token === "]") {
      open.pop();
      endValue(starts.pop() ?? index, index + 1);
    } else if (token === ":") {
      if (level && key !== undefined) level.key = key;
      key = undefined;
    } else if (token !== ",") {
      const isKey = level && !level.list && /^\s*:/.test(text.slice(index + token.length, index + token.length + 40));
      if (isKey) key = JSON.parse(token) as string;
      else endValue(index, index + token.length);
    }
  }
  return found;
}

/**
 * The text with another value at a place; all else stays as it is typed. A member that is missing is added to its object; the
 * same text when there is no such object either.
 */
export function setValue(text: string, path: JsonPath, value: unknown): string {
  const span = findValueSpan(text, path);
  return span ? text.slice(0, span.from) + JSON.stringify(value) + text.slice(span.to) : addMember(text, path, value);
}

function addMember(text: string, path: JsonPath, value: unknown): string {
  const key = path.at(-1);
  const span = typeof key === "string" ? findValueSpan(text, path.slice(0, -1)) : undefined;
  if (!span || text[span.from] !== "{") return text;
  const inner = text.slice(span.from + 1, span.to - 1);
  const written = inner.trimEnd();
  const comma = written === "" ? "" : ", ";
  return `${text.slice(0, span.from + 1)}${written}${comma}${JSON.stringify(key)}: ${JSON.stringify(value)}${inner.slice(written.length)}${text.slice(span.to - 1)}`;
}

/** The value at a place of a parsed event; undefined when there is none. */
export function valueAt(event: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined), event);
}
