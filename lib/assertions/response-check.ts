import { findByPath, findPathProblem, type FoundValue } from "./json-path";
import { cut, equalJson, type JsonValue, parseJson, showJson, unfoldJson } from "./json-value";
import { compilePattern, findPatternProblem } from "./pattern";
import type { Assertion, AssertionResult } from "./schema";

type ResponseAssertion = Extract<Assertion, { kind: "response" }>;
type Check = Pick<AssertionResult, "passed" | "expected" | "got" | "where">;

/**
 * Holds a JSONPath assertion against a response. Where the path leads to several values, each must fit. A text that itself
 * holds JSON, as an HTTP response's `body` does, is looked into when the path finds nothing else.
 */
export function checkResponse(assertion: ResponseAssertion, response: string | undefined): Check {
  const expected = expectationOf(assertion);
  const failed = (got: string, where?: string): Check => ({ passed: false, expected, got, where });
  const problem = findPathProblem(assertion.path);
  if (problem) return failed(problem);
  if (response === undefined) return failed("There is no response to look into.");
  const value = parseJson(response);
  if (value === undefined) return failed(`The response is not JSON: ${cut(response)}`);
  const found = find(assertion.path, value);
  switch (assertion.operator) {
    case "exists":
      return found.length > 0 ? { passed: true, expected, got: showFound(found), where: found[0]?.path } : failed("absent", assertion.path);
    case "is_absent":
      return found.length === 0 ? { passed: true, expected, got: "absent", where: assertion.path } : failed(showFound(found), found[0]?.path);
    case "equals":
      return checkEach(assertion, found, expected, equalsText(assertion.expected ?? ""));
    case "matches":
      return checkEach(assertion, found, expected, matchesText(assertion.expected ?? ""));
  }
}

function find(path: string, value: JsonValue): FoundValue[] {
  const found = findByPath(path, value);
  return found.length > 0 ? found : findByPath(path, unfoldJson(value));
}

type Fits = ((value: JsonValue) => boolean) | { problem: string };

function equalsText(text: string): Fits {
  const wanted = parseJson(text);
  return wanted === undefined ? { problem: `The expected value is not JSON: ${cut(text)}` } : (value) => equalJson(value, wanted);
}

function matchesText(pattern: string): Fits {
  const problem = findPatternProblem(pattern);
  if (problem) return { problem };
  const matches = compilePattern(pattern);
  return (value) => matches(typeof value === "string" ? value : showWhole(value));
}

function checkEach(assertion: ResponseAssertion, found: FoundValue[], expected: string, fits: Fits): Check {
  if (typeof fits !== "function") return { passed: false, expected, got: fits.problem };
  if (found.length === 0) return { passed: false, expected, got: "absent", where: assertion.path };
  const wrong = found.find(({ value }) => !fits(value));
  const shown = wrong ?? found[0];
  return { passed: !wrong, expected, got: shown ? showJson(shown.value) : "", where: shown?.path };
}

function expectationOf({ operator, expected = "" }: ResponseAssertion): string {
  switch (operator) {
    case "equals":
      return cut(expected);
    case "matches":
      return `matches ${cut(expected)}`;
    case "exists":
      return "exists";
    case "is_absent":
      return "absent";
  }
}

function showFound(found: FoundValue[]): string {
  const first = found[0];
  if (!first) return "absent";
  return found.length === 1 ? showJson(first.value) : `${showJson(first.value)} and ${(found.length - 1).toLocaleString("en")} more`;
}

function showWhole(value: JsonValue): string {
  return JSON.stringify(value);
}
