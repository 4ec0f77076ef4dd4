import { FilterPatternError } from "./filter-pattern.ts";

/** Looks for a text or a regular expression anywhere in a message. */
export interface TextTest {
  matches(message: string): boolean;
  /** Set when it looks for a plain text. */
  literal?: string;
}

/** What AWS allows between percent signs: letters, digits and `: _ # = @ / ; , - . [ ] ( ) | ? * + { } ^ $ \ `, space. */
const ALLOWED_IN_REGEX = /^[A-Za-z0-9:_#=@/;,\-.[\]()|?*+{}^$\\ "'<>!&~`]*$/;

/** @param mayBeRegex `%…%` is a regular expression unless it was quoted */
export function textTest(text: string, mayBeRegex: boolean): TextTest {
  if (mayBeRegex && text.length > 2 && text.startsWith("%") && text.endsWith("%")) {
    const regex = filterRegex(text.slice(1, -1));
    return { matches: (message) => regex.test(message) };
  }
  return { literal: text, matches: (message) => message.includes(text) };
}

/** The plain text, if there is one worth searching for. */
export function literalOf({ literal }: TextTest): string | undefined {
  return literal === "" ? undefined : literal;
}

/** @throws FilterPatternError */
export function filterRegex(source: string): RegExp {
  if (!ALLOWED_IN_REGEX.test(source)) throw new FilterPatternError(`unsupported character in regex %${source}%`);
  try {
    return new RegExp(source);
  } catch {
    throw new FilterPatternError(`invalid regex %${source}%`);
  }
}

/** `*` stands for any text; everything else for itself. Matches the whole value. */
export function wildcardRegex(text: string): RegExp {
  const escaped = text.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${escaped.join("[^]*")}$`);
}
