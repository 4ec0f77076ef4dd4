import type { ComparedValue, ComparisonOperator } from "./comparison.ts";
import { type ConditionToken, conditionTokens } from "./condition-tokens.ts";
import { FilterPatternError } from "./filter-pattern.ts";

/** Tests a subject: an object for JSON patterns, the fields of a line for space-delimited ones. */
export type Condition<Subject> = (subject: Subject) => boolean;

/** Makes the conditions that differ between JSON and space-delimited patterns. */
export interface ConditionForms<Subject> {
  compare(field: string, operator: ComparisonOperator, value: ComparedValue): Condition<Subject>;
  /** `IS NULL`, `IS TRUE`, `IS FALSE`, `NOT EXISTS`; absent where the form has none. */
  state?(field: string, state: "NULL" | "TRUE" | "FALSE" | "NOT EXISTS"): Condition<Subject>;
}

const OPERATORS: readonly string[] = ["=", "!=", ">", ">=", "<", "<="];

/**
 * Parses comparisons joined by `&&`, `||` and parentheses (`&&` binds tighter).
 *
 * @throws FilterPatternError
 */
export function parseCondition<Subject>(text: string, forms: ConditionForms<Subject>): Condition<Subject> {
  const tokens = conditionTokens(text);
  let at = 0;
  const peek = (): ConditionToken | undefined => tokens[at];
  const isSymbol = (value: string): boolean => peek()?.kind === "symbol" && peek()?.value === value;
  const isWord = (value: string): boolean => peek()?.kind === "word" && peek()?.value.toUpperCase() === value;
  const next = (): ConditionToken => {
    const token = tokens[at];
    if (!token) throw new FilterPatternError("the pattern ends too early");
    at += 1;
    return token;
  };

  const either = (): Condition<Subject> => {
    const alternatives = [both()];
    while (isSymbol("||")) {
      next();
      alternatives.push(both());
    }
    return alternatives.length === 1 ? alternatives[0]! : (subject) => alternatives.some((test) => test(subject));
  };
  const both = (): Condition<Subject> => {
    const conditions = [single()];
    while (isSymbol("&&")) {
      next();
      conditions.push(single());
    }
    return conditions.length === 1 ? conditions[0]! : (subject) => conditions.every((test) => test(subject));
  };
  const single = (): Condition<Subject> => {
    if (!isSymbol("(")) return comparison();
    next();
    const inner = either();
    if (!isSymbol(")")) throw new FilterPatternError("a closing parenthesis is missing");
    next();
    return inner;
  };
  const comparison = (): Condition<Subject> => {
    const field = next();
    if (field.kind !== "word") throw new FilterPatternError(`"${field.value}" is not a field`);
    const operator = next();
    if (operator.kind === "symbol" && OPERATORS.includes(operator.value)) {
      const value = next();
      if (value.kind === "symbol") throw new FilterPatternError(`a value is missing after ${field.value}`);
      const compared = { text: value.value, quoted: value.kind === "text" };
      return forms.compare(field.value, operator.value as ComparisonOperator, compared);
    }
    return state(field.value, operator);
  };
  const state = (field: string, word: ConditionToken): Condition<Subject> => {
    const keyword = word.value.toUpperCase();
    if (forms.state && keyword === "NOT" && isWord("EXISTS")) {
      next();
      return forms.state(field, "NOT EXISTS");
    }
    if (forms.state && keyword === "IS") {
      const value = next().value.toUpperCase();
      if (value === "NULL" || value === "TRUE" || value === "FALSE") return forms.state(field, value);
    }
    throw new FilterPatternError(`unknown operator ${word.value}`);
  };

  const condition = either();
  if (at < tokens.length) throw new FilterPatternError(`unexpected "${peek()?.value}"`);
  return condition;
}
