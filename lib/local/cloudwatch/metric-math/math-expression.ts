import { validationError } from "../cloudwatch-error.ts";
import type { TimeRange } from "../time-range.ts";
import { MATH_FUNCTIONS } from "./math-functions.ts";
import { mathTokens } from "./math-tokens.ts";
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
  const tokens = mathTokens(expression);
  let at = 0;
  const fail = (what: string): Error => validationError(`Error in expression "${expression}": ${what}.`);
  const isSymbol = (value: string): boolean => tokens[at]?.kind === "symbol" && tokens[at]?.value === value;
  const expect = (value: string): void => {
    if (!isSymbol(value)) throw fail(`expected "${value}" ${tokens[at] ? `before "${tokens[at]?.value}"` : "at the end"}`);
    at += 1;
  };

  const binary = (level: number): MathValue => {
    const operators = LEVELS[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    for (let token = tokens[at]; token?.kind === "symbol"; token = tokens[at]) {
      const apply = operators[token.value];
      if (!apply) break;
      at += 1;
      left = combine(left, binary(level + 1), apply);
    }
    return left;
  };
  const unary = (): MathValue => {
    if (!isSymbol("-")) return primary();
    at += 1;
    return combine({ kind: "number", value: -1 }, unary(), (a, b) => a * b);
  };
  const primary = (): MathValue => {
    const token = tokens[at];
    at += 1;
    if (token?.kind === "number") return { kind: "number", value: Number(token.value) };
    if (token?.kind === "name") return isSymbol("(") ? call(token.value) : reference(token.value);
    if (token?.value === "(" && token.kind === "symbol") {
      const inner = binary(0);
      expect(")");
      return inner;
    }
    if (token?.value === "[" && token.kind === "symbol") return list();
    throw fail(token ? `unexpected "${token.value}"` : "it ends too early");
  };
  const reference = (name: string): MathValue => {
    const value = scope.valueOf(name);
    if (!value) throw fail(`there is no query with the id ${name}`);
    return value;
  };
  const list = (): MathValue => {
    const items = separated("]");
    return { kind: "list", series: items.flatMap((item) => (item.kind === "list" ? item.series : item.kind === "series" ? [item] : [])) };
  };
  const separated = (end: string): MathValue[] => {
    const items: MathValue[] = [];
    while (!isSymbol(end)) {
      if (items.length > 0) expect(",");
      items.push(binary(0));
    }
    expect(end);
    return items;
  };
  const call = (name: string): MathValue => {
    expect("(");
    const upper = name.toUpperCase();
    if (upper === "METRICS") return metricsCall();
    const apply = MATH_FUNCTIONS.get(upper);
    if (!apply) throw fail(`the local region does not support the function ${name} yet`);
    return apply(upper === "FILL" ? fillParameters() : separated(")"), scope.range);
  };
  const fillParameters = (): MathValue[] => {
    const filledValue = binary(0);
    expect(",");
    if (tokens[at]?.kind !== "name" || tokens[at]?.value.toUpperCase() !== "REPEAT") return [filledValue, ...separated(")")];
    at += 1;
    expect(")");
    return [filledValue];
  };
  const metricsCall = (): MathValue => {
    const text = tokens[at]?.kind === "text" ? (tokens[at]?.value ?? "") : "";
    if (tokens[at]?.kind === "text") at += 1;
    expect(")");
    return { kind: "list", series: scope.metrics(text) };
  };

  const value = binary(0);
  if (at < tokens.length) throw fail(`unexpected "${tokens[at]?.value}"`);
  return value;
}
