import { findPathProblem } from "./json-path";
import { parseJson } from "./json-value";
import { findPatternProblem } from "./pattern";
import type { Assertion } from "./schema";

/** What is wrong with an assertion as it is written, in a sentence; undefined when it can be held against a run. */
export function findAssertionProblem(assertion: Assertion): string | undefined {
  switch (assertion.kind) {
    case "response":
      return findPathProblem(assertion.path) ?? findExpectationProblem(assertion);
    case "response_schema":
      return isJsonObject(assertion.schema) ? undefined : "The schema must be a JSON object.";
    case "log":
      return findPatternProblem(assertion.pattern);
    case "error_type":
      return assertion.expected.trim() === "" ? "Write the error's type, for instance TypeError." : undefined;
    case "max_duration":
      return assertion.limitMs > 0 ? undefined : "Write a limit above 0 ms.";
    case "max_memory":
      return assertion.limitMb > 0 ? undefined : "Write a limit above 0 MB.";
    case "outcome":
    case "start":
      return undefined;
  }
}

function findExpectationProblem({ operator, expected = "" }: Extract<Assertion, { kind: "response" }>): string | undefined {
  if (operator === "matches") return findPatternProblem(expected);
  if (operator !== "equals" || parseJson(expected) !== undefined) return undefined;
  return expected.trim() === "" ? "Write the value as JSON." : 'The value is not JSON: a text stands in double quotes, "like this".';
}

function isJsonObject(text: string): boolean {
  const value = parseJson(text);
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
