import { RE2JS } from "re2js";

/** Patterns come from people and run over megabytes: RE2 takes time in proportion to the text, whatever the pattern. */
const PATTERN_MAX_CHARACTERS = 1_000;

/** What keeps a pattern from being used, in a sentence; undefined when it can. */
export function findPatternProblem(pattern: string): string | undefined {
  if (pattern === "") return "Write a pattern.";
  if (pattern.length > PATTERN_MAX_CHARACTERS) return `The pattern has ${pattern.length.toLocaleString("en")} characters; at most ${PATTERN_MAX_CHARACTERS.toLocaleString("en")} are taken.`;
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : "it cannot be read";
    return `This is not an RE2 pattern: ${said.replace(/^error parsing regexp: /, "")}.`;
  }
}

/** True where the pattern occurs in the text. Throws on a pattern that `findPatternProblem` refuses. */
export function compilePattern(pattern: string): (text: string) => boolean {
  const compiled = RE2JS.compile(pattern);
  return (text) => compiled.matcher(text).find();
}
