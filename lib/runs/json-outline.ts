/**
 * Walks through JSON text without building objects: a tree of megabytes opens at once, since only what is unfolded is looked
 * at, and every number and key shows as it came. Expects valid JSON.
 */

/** A value in the text, from `start` up to (not including) `end`. */
export interface JsonSpan {
  start: number;
  end: number;
  kind: "object" | "array" | "scalar";
}

export interface JsonChild extends JsonSpan {
  /** Text of the key with its quotes, or the index. */
  key: string | number;
}

const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const SPACE = /[\s]*/y;
const PLAIN = /[^\s{}[\],:"]+/y;
/** What a nested value is skipped over by: strings whole, so that brackets in them do not count. */
const MARK = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\]]/g;

/** The whole value of a text; undefined when it is not JSON. */
export function outlineOf(text: string): JsonSpan | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return spanAt(text, skip(SPACE, text, 0));
}

/** Members of an object or entries of a list, at most `limit` of them from the first on. */
export function childrenOf(text: string, parent: JsonSpan, limit = Number.POSITIVE_INFINITY): JsonChild[] {
  if (parent.kind === "scalar") return [];
  const children: JsonChild[] = [];
  let at = skip(SPACE, text, parent.start + 1);
  while (at < parent.end - 1 && children.length < limit) {
    let key: string | number = children.length;
    if (parent.kind === "object") {
      const keyEnd = skip(STRING, text, at);
      key = text.slice(at, keyEnd);
      at = skip(SPACE, text, skip(SPACE, text, keyEnd) + 1);
    }
    const span = spanAt(text, at);
    children.push({ key, ...span });
    at = skip(SPACE, text, skip(SPACE, text, span.end) + 1);
  }
  return children;
}

function spanAt(text: string, start: number): JsonSpan {
  const first = text[start];
  if (first === "{" || first === "[") return { start, end: closeOf(text, start), kind: first === "{" ? "object" : "array" };
  return { start, end: skip(first === '"' ? STRING : PLAIN, text, start), kind: "scalar" };
}

/** Behind the bracket that closes the one at `start`. */
function closeOf(text: string, start: number): number {
  let depth = 0;
  MARK.lastIndex = start;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const mark = match[0];
    if (mark === "{" || mark === "[") depth += 1;
    else if (mark === "}" || mark === "]") depth -= 1;
    if (depth === 0) return MARK.lastIndex;
  }
  return text.length;
}

/** Behind what the sticky expression matches at `at`. */
function skip(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}
