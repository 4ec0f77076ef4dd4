import { type FilterPattern, FilterPatternError } from "./filter-pattern.ts";
import { literalOf, type TextTest, textTest } from "./text-test.ts";

/** `+`/none: must be there; `?`: one of them must; `-`: must not. */
type TermSign = "" | "?" | "-";

interface Term {
  sign: TermSign;
  test: TextTest;
}

const TERM = /\s*([?-]?)(?:"((?:[^"\\]|\\.)*)"|(%[^%]*%)|([^\s"]+))/y;

/**
 * `ERROR timeout` (all), `?A ?B` (any), `-x` (not), `"a phrase"`, `%regex%`. Case-sensitive, anywhere in the message.
 * Beside plain terms, `?` terms are ignored, as AWS does.
 *
 * @throws FilterPatternError for an unclosed quote or a bad regular expression
 */
export function parseTermsPattern(pattern: string): FilterPattern {
  const terms = termsOf(pattern);
  const required = terms.filter((term) => term.sign === "").map((term) => term.test);
  const excluded = terms.filter((term) => term.sign === "-").map((term) => term.test);
  const optional = terms.filter((term) => term.sign === "?").map((term) => term.test);
  const alternatives = required.length === 0 ? optional : [];
  return {
    containing: required.flatMap((test) => literalOf(test) ?? []),
    matches: (message) =>
      required.every((test) => test.matches(message)) &&
      !excluded.some((test) => test.matches(message)) &&
      (alternatives.length === 0 || alternatives.some((test) => test.matches(message))),
  };
}

function termsOf(pattern: string): Term[] {
  const terms: Term[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < pattern.length) {
    const at = TERM.lastIndex;
    const match = TERM.exec(pattern);
    if (!match) throw new FilterPatternError(`unexpected text at character ${at + 1}`);
    const [, sign, quoted, regex, plain] = match;
    const text = quoted === undefined ? (regex ?? plain ?? "") : quoted.replaceAll(/\\(.)/g, "$1");
    terms.push({ sign: sign as TermSign, test: textTest(text, quoted === undefined) });
  }
  return terms;
}
