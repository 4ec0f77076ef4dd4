import type { TimeRange } from "../time-range.ts";
import { MATH_FUNCTIONS } from "./math-functions.ts";
import { MathTokens } from "./math-tokens.ts";
import { combine, type MathValue, type SeriesValue } from "./math-value.ts";

/** What an expression can refer to. */
export interface MathScope {
  /** The result of the query with that id; evaluates it first when it is an expression. */
  valueOf(id: string): MathValue | undefined;
  /** For `METRICS()` and `METRICS("text in the id")`. */
  metrics(text: string): SeriesValue[];
  range: TimeRange;
}

type Apply = (a: number, b: number) => number;

/** From loosest to tightest. */
const LEVELS: readonly Readonly<Record<string, Apply>>[] = [
  { "||": (a, b) => Number(a !== 0 || b !== 0) },
  { "&&": (a, b) => Number(a !== 0 && b !== 0) },
  {
    "==": (a, b) => Number(a === b),
    "!=": (a, b) => Number(a !== b),
    "<": (a, b) => Number(a < b),
    "<=": (a, b) => Number(a <= b),
    ">": (a, b) => Number(a > b),
    ">=": (a, b) => Number(a >= b),
  },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => a * b, "/": (a, b) => a / b },
  { "^": (a, b) => a ** b },
];

/**
 * Evaluates arithmetic over metrics.
 *
 * @throws ValidationError for what cannot be understood, with the place
 */
export function evaluateExpression(expression: string, scope: MathScope): MathValue {
  const tokens = new MathTokens(expression);
  const value = binary(tokens, scope, 0);
  const left = tokens.peek();
  if (left) throw tokens.error(`unexpected "${left.value}"`);
  return value;
}

function binary(tokens: MathTokens, scope: MathScope, level: number): MathValue {
  const operators = LEVELS[level];
  if (!operators) return unary(tokens, scope);
  let left = binary(tokens, scope, level + 1);
  for (let token = tokens.peek(); token?.kind === "symbol"; token = tokens.peek()) {
    const apply = operators[token.value];
    if (!apply) break;
    tokens.next();
    left = combine(left, binary(tokens, scope, level + 1), apply);
  }
  return left;
}

function unary(tokens: MathTokens, scope: MathScope): MathValue {
  if (!tokens.takeSymbol("-")) return primary(tokens, scope);
  return combine({ kind: "number", value: -1 }, unary(tokens, scope), (a, b) => a * b);
}

function primary(tokens: MathTokens, scope: MathScope): MathValue {
  if (tokens.takeSymbol("(")) {
    const inner = binary(tokens, scope, 0);
    tokens.expect(")");
    return inner;
  }
  if (tokens.takeSymbol("[")) return listOf(separated(tokens, scope, "]"));
  const token = tokens.next();
  if (token.kind === "number") return { kind: "number", value: Number(token.value) };
  if (token.kind !== "name") throw tokens.error(`unexpected "${token.value}"`);
  if (tokens.takeSymbol("(")) return call(tokens, scope, token.value);
  const value = scope.valueOf(token.value);
  if (!value) throw tokens.error(`there is no query with the id ${token.value}`);
  return value;
}

/** Numbers in a list of series count for nothing. */
function listOf(items: readonly MathValue[]): MathValue {
  const series = items.flatMap((item) => {
    if (item.kind === "list") return item.series;
    return item.kind === "series" ? [item] : [];
  });
  return { kind: "list", series };
}

function separated(tokens: MathTokens, scope: MathScope, end: string): MathValue[] {
  const items: MathValue[] = [];
  while (!tokens.isSymbol(end)) {
    if (items.length > 0) tokens.expect(",");
    items.push(binary(tokens, scope, 0));
  }
  tokens.expect(end);
  return items;
}

function call(tokens: MathTokens, scope: MathScope, name: string): MathValue {
  const upper = name.toUpperCase();
  if (upper === "METRICS") {
    const text = tokens.isSymbol(")") ? "" : tokens.next().value;
    tokens.expect(")");
    return { kind: "list", series: scope.metrics(text) };
  }
  const apply = MATH_FUNCTIONS.get(upper);
  if (!apply) throw tokens.error(`the local region does not support the function ${name} yet`);
  return apply(upper === "FILL" ? fillParameters(tokens, scope) : separated(tokens, scope, ")"), scope.range);
}

/** `REPEAT` is a word, not an id. */
function fillParameters(tokens: MathTokens, scope: MathScope): MathValue[] {
  const series = binary(tokens, scope, 0);
  tokens.expect(",");
  const filling = tokens.peek();
  if (filling?.kind !== "name" || filling.value.toUpperCase() !== "REPEAT") {
    return [series, ...separated(tokens, scope, ")")];
  }
  tokens.next();
  tokens.expect(")");
  return [series];
}
