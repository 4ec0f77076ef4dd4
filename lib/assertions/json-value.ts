/**
 * JSON values for comparing. Whole numbers that a double cannot hold keep their digits: `9007199254740993` and
 * `9007199254740992` are two order numbers, not one.
 */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** In front of the digits of a kept number. A private character: no text of a function begins with it. */
const KEPT_NUMBER = "\uE000";
const MAY_HAVE_LARGE_NUMBER = /\d{16}/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const WHOLE = /^-?\d+$/;

/** Parses; undefined when the text is not JSON (`null` is). */
export function parseJson(text: string): JsonValue | undefined {
  try {
    const parsed = JSON.parse(text) as JsonValue;
    if (!MAY_HAVE_LARGE_NUMBER.test(text)) return parsed;
    return JSON.parse(text.replaceAll(STRING_OR_NUMBER, keepDigits)) as JsonValue;
  } catch {
    return undefined;
  }
}

function keepDigits(token: string): string {
  return WHOLE.test(token) && !Number.isSafeInteger(Number(token)) ? `"${KEPT_NUMBER}${token}"` : token;
}

const SHOWN_CHARACTERS = 300;

/** JSON text of a value, cut for a line on a page. */
export function showJson(value: JsonValue): string {
  const text = JSON.stringify(value).replaceAll(new RegExp(`"${KEPT_NUMBER}(-?\\d+)"`, "g"), "$1");
  return cut(text);
}

export function cut(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

/** Equal as JSON: the order of an object's members does not count, that of a list does. */
export function equalJson(a: JsonValue, b: JsonValue): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => equalJson(item, b[index] as JsonValue));
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key] as JsonValue, b[key] as JsonValue));
}

/** The value with every text that holds a JSON object or list read as such: HTTP responses carry their `body` so. */
export function unfoldJson(value: JsonValue): JsonValue {
  if (typeof value === "string") {
    const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
    return inner === undefined ? value : unfoldJson(inner);
  }
  if (Array.isArray(value)) return value.map(unfoldJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unfoldJson(member)]));
}
