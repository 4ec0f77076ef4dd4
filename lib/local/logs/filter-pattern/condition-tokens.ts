import { FilterPatternError } from "./filter-pattern.ts";

/** `symbol`: an operator, bracket or comma; `word`: anything else; `text`: what stood in double quotes, unescaped. */
export interface ConditionToken {
  kind: "symbol" | "word" | "text";
  value: string;
}

const SYMBOL = String.raw`&&|\|\||!=|>=|<=|=|>|<|\(|\)`;
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const REGEX = String.raw`%[^%]*%`;
/** `$.a['b.c'][0]`: brackets belong to a selector. */
const SELECTOR = String.raw`\$(?:\.[^\s=!<>()&|[\].,]+|\.?\['[^']*'\]|\[\d+\]|\[\*\])*`;
const WORD = String.raw`[^\s=!<>()&|"]+`;

/** The tokens of a condition, read from left to right. */
export class ConditionTokens {
  readonly #tokens: readonly ConditionToken[];
  #at = 0;

  /** @throws FilterPatternError for an unclosed quote */
  constructor(text: string) {
    this.#tokens = conditionTokens(text);
  }

  peek(): ConditionToken | undefined {
    return this.#tokens[this.#at];
  }

  /** @throws FilterPatternError at the end */
  next(): ConditionToken {
    const token = this.peek();
    if (!token) throw new FilterPatternError("the pattern ends too early");
    this.#at += 1;
    return token;
  }

  /** Steps over that symbol if it comes next. */
  takeSymbol(value: string): boolean {
    const token = this.peek();
    if (token?.kind !== "symbol" || token.value !== value) return false;
    this.#at += 1;
    return true;
  }
}

function conditionTokens(text: string): ConditionToken[] {
  const token = new RegExp(String.raw`\s*(?:(${SYMBOL})|(${QUOTED})|(${REGEX}|${SELECTOR}|${WORD}))`, "y");
  const tokens: ConditionToken[] = [];
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new FilterPatternError(`unexpected text at "${text.slice(at).trim()}"`);
    const [, symbol, quoted, word] = match;
    if (symbol !== undefined) tokens.push({ kind: "symbol", value: symbol });
    else if (quoted !== undefined) tokens.push({ kind: "text", value: quoted.slice(1, -1).replaceAll(/\\(.)/g, "$1") });
    else tokens.push({ kind: "word", value: word ?? "" });
  }
  return tokens;
}
