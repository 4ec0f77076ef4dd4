/**
 * Says where a text stops being JSON (RFC 8259), as line and column: `JSON.parse` words and places its errors
 * differently in each engine.
 */

export interface JsonProblem {
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units, as editors count. */
  column: number;
  /** 0-based index into the text. */
  offset: number;
  message: string;
}

/** The first problem of a text, undefined when it is valid JSON. */
export function findJsonProblem(text: string): JsonProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { offset, message } = scan(text);
    const before = text.slice(0, offset);
    const lineStart = before.lastIndexOf("\n") + 1;
    return { line: before.split("\n").length, column: offset - lineStart + 1, offset, message };
  }
}

type Expectation = "value" | "value or ]" | "key or }" | "key" | "colon" | "comma or end";
type Step = { next: number } | { offset: number; message: string };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const SPACE = /[ \t\n\r]*/y;

/** Walks the tokens with a stack of its own: deeply nested text must not overflow the call stack. */
function scan(text: string): { offset: number; message: string } {
  const open: ("{" | "[")[] = [];
  let expected: Expectation = "value";
  let position = skipSpace(text, 0);
  while (position < text.length) {
    const character = text[position] ?? "";
    if (expected === "comma or end" && open.length === 0) return { offset: position, message: "Unexpected text after the end of the JSON value" };
    const closes = (open.at(-1) === "{" && character === "}") || (open.at(-1) === "[" && character === "]");
    let next = position + 1;
    if (closes && (expected === "comma or end" || expected === "key or }" || expected === "value or ]")) {
      open.pop();
      expected = "comma or end";
    } else if (expected === "comma or end" && character === ",") {
      expected = open.at(-1) === "{" ? "key" : "value";
    } else if (expected === "colon" && character === ":") {
      expected = "value";
    } else if (expected.startsWith("value") && (character === "{" || character === "[")) {
      open.push(character);
      expected = character === "{" ? "key or }" : "value or ]";
    } else {
      const step = scanToken(text, position, expected, open.at(-1));
      if ("message" in step) return step;
      next = step.next;
      expected = expected.startsWith("key") ? "colon" : "comma or end";
    }
    position = skipSpace(text, next);
  }
  return { offset: text.length, message: endMessage(text, expected, open.at(-1)) };
}

/** A string, number, `true`, `false` or `null` where a key or value is due; anything else is the problem. */
function scanToken(text: string, position: number, expected: Expectation, container: "{" | "[" | undefined): Step {
  const character = text[position] ?? "";
  const wantsKey = expected.startsWith("key");
  if (character === '"' && (wantsKey || expected.startsWith("value"))) return scanString(text, position);
  if (expected.startsWith("value")) {
    const number = match(NUMBER, text, position);
    if (number) return { next: position + number.length };
    const word = match(WORD, text, position);
    if (word === "true" || word === "false" || word === "null") return { next: position + word.length };
  }
  return { offset: position, message: unexpected(character, expected, container) };
}

function scanString(text: string, start: number): Step {
  for (let position = start + 1; position < text.length; position += 1) {
    const character = text[position] ?? "";
    if (character === '"') return { next: position + 1 };
    if (character < " ") {
      const what = character === "\n" || character === "\r" ? "The text is not closed on its line" : "A control character must be escaped";
      return { offset: position, message: character === "\t" ? "A tab inside a text must be written \\t" : what };
    }
    if (character !== "\\") continue;
    if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(position + 1, position + 6))) {
      return { offset: position, message: "Unknown escape in a text" };
    }
    position += 1;
  }
  return { offset: text.length, message: 'The text is not closed: a " is missing' };
}

function unexpected(character: string, expected: Expectation, container: "{" | "[" | undefined): string {
  if (expected === "colon") return "A colon is missing after the key";
  if (expected.startsWith("key")) {
    if (character === "}") return "A comma before } is one too many";
    return character === "'" ? 'Keys stand in double quotes, not single ones' : "A key in double quotes is expected here";
  }
  if (expected === "comma or end") return `A comma or ${container === "{" ? "}" : "]"} is expected here`;
  if (character === "]") return "A comma before ] is one too many";
  if (character === "'") return "Texts stand in double quotes, not single ones";
  return "A value is expected here";
}

function endMessage(text: string, expected: Expectation, container: "{" | "[" | undefined): string {
  if (text.trim() === "") return "The event is empty; write {} for an empty event";
  if (container === undefined || expected === "colon") return "The text ends too early";
  return `The text ends too early: a ${container === "{" ? "}" : "]"} is missing`;
}

function skipSpace(text: string, position: number): number {
  return position + (match(SPACE, text, position)?.length ?? 0);
}

function match(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}
