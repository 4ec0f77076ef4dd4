import type { ComparedValue, ComparisonOperator } from "./comparison.ts";
import { ConditionTokens } from "./condition-tokens.ts";
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
  const tokens = new ConditionTokens(text);
  const condition = parseEither(tokens, forms);
  const left = tokens.peek();
  if (left) throw new FilterPatternError(`unexpected "${left.value}"`);
  return condition;
}

function parseEither<Subject>(tokens: ConditionTokens, forms: ConditionForms<Subject>): Condition<Subject> {
  const alternatives = [parseBoth(tokens, forms)];
  while (tokens.takeSymbol("||")) alternatives.push(parseBoth(tokens, forms));
  return (subject) => alternatives.some((test) => test(subject));
}

function parseBoth<Subject>(tokens: ConditionTokens, forms: ConditionForms<Subject>): Condition<Subject> {
  const conditions = [parseSingle(tokens, forms)];
  while (tokens.takeSymbol("&&")) conditions.push(parseSingle(tokens, forms));
  return (subject) => conditions.every((test) => test(subject));
}

function parseSingle<Subject>(tokens: ConditionTokens, forms: ConditionForms<Subject>): Condition<Subject> {
  if (!tokens.takeSymbol("(")) return parseComparison(tokens, forms);
  const inner = parseEither(tokens, forms);
  if (!tokens.takeSymbol(")")) throw new FilterPatternError("a closing parenthesis is missing");
  return inner;
}

function parseComparison<Subject>(tokens: ConditionTokens, forms: ConditionForms<Subject>): Condition<Subject> {
  const field = tokens.next();
  if (field.kind !== "word") throw new FilterPatternError(`"${field.value}" is not a field`);
  const operator = tokens.next();
  if (operator.kind !== "symbol" || !OPERATORS.includes(operator.value)) {
    return parseState(tokens, forms, field.value, operator.value);
  }
  const value = tokens.next();
  if (value.kind === "symbol") throw new FilterPatternError(`a value is missing after ${field.value}`);
  const compared = { text: value.value, quoted: value.kind === "text" };
  return forms.compare(field.value, operator.value as ComparisonOperator, compared);
}

function parseState<Subject>(
  tokens: ConditionTokens,
  { state }: ConditionForms<Subject>,
  field: string,
  word: string,
): Condition<Subject> {
  const keyword = word.toUpperCase();
  if (state && (keyword === "NOT" || keyword === "IS")) {
    const value = tokens.next().value.toUpperCase();
    if (keyword === "NOT" && value === "EXISTS") return state(field, "NOT EXISTS");
    if (keyword === "IS" && (value === "NULL" || value === "TRUE" || value === "FALSE")) return state(field, value);
  }
  throw new FilterPatternError(`unknown operator ${word}`);
}
