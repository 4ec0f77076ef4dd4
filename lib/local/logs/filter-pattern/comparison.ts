import { FilterPatternError } from "./filter-pattern.ts";
import { filterRegex, wildcardRegex } from "./text-test.ts";

export type ComparisonOperator = "=" | "!=" | ">" | ">=" | "<" | "<=";

/** The right-hand side of a condition as it was written. */
export interface ComparedValue {
  text: string;
  quoted: boolean;
}

/** Tests one field; `undefined` is a field that is not there. */
export type ValueTest = (value: string | number | boolean | null | undefined) => boolean;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * One condition. Unquoted numbers compare as numbers; `=` and `!=` also know texts with `*` and `%regex%`.
 * A missing field satisfies none of them but `!=`.
 *
 * @throws FilterPatternError when an order is asked of something that is no number
 */
export function valueTest(operator: ComparisonOperator, compared: ComparedValue): ValueTest {
  if (operator === "!=") {
    const equal = valueTest("=", compared);
    return (value) => !equal(value);
  }
  if (!compared.quoted && NUMBER.test(compared.text)) return numberTest(operator, Number(compared.text));
  if (operator !== "=") throw new FilterPatternError(`"${compared.text}" is not a number`);
  const regex = textRegex(compared);
  return (value) => value !== undefined && value !== null && regex.test(String(value));
}

function textRegex({ text, quoted }: ComparedValue): RegExp {
  const isRegex = !quoted && text.length > 2 && text.startsWith("%") && text.endsWith("%");
  return isRegex ? filterRegex(text.slice(1, -1)) : wildcardRegex(text);
}

function numberTest(operator: ComparisonOperator, compared: number): ValueTest {
  return (value) => {
    const number = typeof value === "string" && NUMBER.test(value) ? Number(value) : value;
    if (typeof number !== "number") return false;
    if (operator === "=") return number === compared;
    if (operator === ">") return number > compared;
    if (operator === ">=") return number >= compared;
    if (operator === "<") return number < compared;
    return number <= compared;
  };
}
