import { validationError } from "../cloudwatch-error.ts";

export interface MathToken {
  kind: "number" | "name" | "text" | "symbol";
  value: string;
}

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*)|"([^"]*)"|'([^']*)'|(==|!=|<=|>=|&&|\|\||[-+*/^<>(),[\]]))/y;

/** The tokens of an expression, read from left to right. */
export class MathTokens {
  readonly #expression: string;
  readonly #tokens: readonly MathToken[];
  #at = 0;

  /** @throws ValidationError for a character that no expression has */
  constructor(expression: string) {
    this.#expression = expression;
    this.#tokens = mathTokens(expression);
  }

  peek(): MathToken | undefined {
    return this.#tokens[this.#at];
  }

  next(): MathToken {
    const token = this.peek();
    if (!token) throw this.error("it ends too early");
    this.#at += 1;
    return token;
  }

  /** Whether that symbol comes next. */
  isSymbol(value: string): boolean {
    const token = this.peek();
    return token?.kind === "symbol" && token.value === value;
  }

  /** Steps over that symbol if it comes next. */
  takeSymbol(value: string): boolean {
    const isNext = this.isSymbol(value);
    if (isNext) this.#at += 1;
    return isNext;
  }

  /** @throws ValidationError when something else comes next */
  expect(value: string): void {
    if (this.takeSymbol(value)) return;
    const next = this.peek();
    throw this.error(next ? `expected "${value}" before "${next.value}"` : "it ends too early");
  }

  error(what: string): Error {
    return validationError(`Error in expression "${this.#expression}": ${what}.`);
  }
}

function mathTokens(expression: string): MathToken[] {
  const tokens: MathToken[] = [];
  const end = expression.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(expression);
    if (!match) throw validationError(`Error in expression "${expression}": unexpected character at position ${at + 1}.`);
    const [, number, name, double, single, symbol] = match;
    if (number !== undefined) tokens.push({ kind: "number", value: number });
    else if (name !== undefined) tokens.push({ kind: "name", value: name });
    else if (symbol !== undefined) tokens.push({ kind: "symbol", value: symbol });
    else tokens.push({ kind: "text", value: double ?? single ?? "" });
  }
  return tokens;
}
