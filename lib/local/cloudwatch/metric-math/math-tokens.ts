import { validationError } from "../cloudwatch-error.ts";

export interface MathToken {
  kind: "number" | "name" | "text" | "symbol";
  value: string;
}

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*)|"([^"]*)"|'([^']*)'|(==|!=|<=|>=|&&|\|\||[-+*/^<>(),[\]]))/y;

/** Cuts an expression into tokens. */
export function mathTokens(expression: string): MathToken[] {
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
