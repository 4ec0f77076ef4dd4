/** JSON read without loss: numbers and keys keep their text. */
import { childrenOf, type JsonSpan, outlineOf } from "./json-outline";

export type JsonValue = { kind: "scalar"; text: string } | { kind: "array"; items: JsonValue[] } | { kind: "object"; members: Map<string, JsonValue> };

/** Deeper values are compared as text: nothing overflows. */
const MAX_DEPTH = 300;

/** undefined when the text is not JSON. Of a key that comes twice the last counts, as for every parser. */
export function readJson(text: string): JsonValue | undefined {
  const root = outlineOf(text);
  return root && valueOf(text, root, 0);
}

function valueOf(text: string, span: JsonSpan, depth: number): JsonValue {
  if (span.kind === "scalar" || depth > MAX_DEPTH) return { kind: "scalar", text: text.slice(span.start, span.end) };
  const children = childrenOf(text, span);
  if (span.kind === "array") return { kind: "array", items: children.map((child) => valueOf(text, child, depth + 1)) };
  return { kind: "object", members: new Map(children.map((child) => [JSON.parse(String(child.key)) as string, valueOf(text, child, depth + 1)])) };
}

/** The value as text without white space, its keys in the order in which they stand. */
export function writeJson(value: JsonValue): string {
  if (value.kind === "scalar") return value.text;
  if (value.kind === "array") return `[${value.items.map(writeJson).join(",")}]`;
  return `{${[...value.members].map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`).join(",")}}`;
}

/** The same text for values that are the same, whatever the order of keys and the spelling of strings and numbers. */
export function canonicalText(value: JsonValue): string {
  if (value.kind === "scalar") return canonicalScalar(value.text);
  if (value.kind === "array") return `[${value.items.map(canonicalText).join(",")}]`;
  const members = [...value.members].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join(",")}}`;
}

/** Digits that a double keeps. */
const EXACT_DIGITS = 15;

function canonicalScalar(text: string): string {
  if (text.startsWith('"')) return JSON.stringify(JSON.parse(text));
  const digits = text.replace(/[eE].*$/, "").replaceAll(/\D/g, "").replace(/^0+/, "");
  if (!/^-?\d/.test(text) || digits.length > EXACT_DIGITS) return text;
  const number = Number(text);
  return Number.isFinite(number) ? String(number) : text;
}
