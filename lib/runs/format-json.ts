/**
 * Indents JSON without reading it as numbers and objects: what a function answered is shown digit by digit as it came
 * (`9007199254740993`, `1.0`, a key that comes twice), and megabytes cost no more than what is shown of them.
 */

export interface FormattedJson {
  text: string;
  /** True when there is more than is in `text`. */
  cut: boolean;
}

const INDENT = "  ";
/** Deeper levels stay at this margin: a thousand nested lists would otherwise be a megabyte of spaces. */
const MAX_INDENT_LEVELS = 40;
/** A string; one of the marks; a run of anything else (a number, a word). White space between them is skipped. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Two spaces a level, at most `maxCharacters` of it. A text that is not JSON stays as it came. */
export function formatJson(text: string, maxCharacters = Number.POSITIVE_INFINITY): FormattedJson {
  if (!isJson(text)) return cutAt(text, maxCharacters);
  const parts: string[] = [];
  let level = 0;
  let length = 0;
  let previous = "";
  for (const [token] of text.matchAll(TOKEN)) {
    const closes = token === "}" || token === "]";
    if (closes) level -= 1;
    const part = gapBetween(previous, token, level) + token;
    parts.push(part);
    length += part.length;
    if (length > maxCharacters) return cutAt(parts.join(""), maxCharacters);
    if (token === "{" || token === "[") level += 1;
    previous = token;
  }
  return { text: parts.join(""), cut: false };
}

/** White space in front of a token; an empty list or object stays on its line. */
function gapBetween(previous: string, token: string, level: number): string {
  if (previous === ":") return " ";
  const opened = previous === "{" || previous === "[";
  const closes = token === "}" || token === "]";
  const newLine = opened ? !closes : closes || previous === ",";
  return newLine ? `\n${INDENT.repeat(Math.min(level, MAX_INDENT_LEVELS))}` : "";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function cutAt(text: string, maxCharacters: number): FormattedJson {
  return text.length > maxCharacters ? { text: text.slice(0, maxCharacters), cut: true } : { text, cut: false };
}
