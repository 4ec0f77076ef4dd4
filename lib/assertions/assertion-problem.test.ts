import { expect, test } from "vitest";
import { findAssertionProblem } from "./assertion-problem";
import type { Assertion } from "./schema";

test.each<[Assertion, string | undefined]>([
  [{ id: "a", kind: "response", path: "$.a", operator: "exists" }, undefined],
  [{ id: "a", kind: "response", path: "", operator: "exists" }, "Write a path, for instance $.statusCode."],
  [{ id: "a", kind: "response", path: "statusCode", operator: "exists" }, "A path begins with $, for instance $.statusCode."],
  [{ id: "a", kind: "response", path: `$.${"a".repeat(999)}`, operator: "exists" }, "The path has 1,001 characters; at most 1,000 are taken."],
  [{ id: "a", kind: "response", path: "$.a", operator: "equals", expected: "hello" }, 'The value is not JSON: a text stands in double quotes, "like this".'],
  [{ id: "a", kind: "response", path: "$.a", operator: "equals", expected: " " }, "Write the value as JSON."],
  [{ id: "a", kind: "response", path: "$.a", operator: "equals", expected: "null" }, undefined],
  [{ id: "a", kind: "response", path: "$.a", operator: "matches", expected: "" }, "Write a pattern."],
  [{ id: "a", kind: "log", must: true, pattern: "a".repeat(1_001) }, "The pattern has 1,001 characters; at most 1,000 are taken."],
  [{ id: "a", kind: "log", must: true, pattern: "a".repeat(1_000) }, undefined],
  [{ id: "a", kind: "response_schema", schema: "true" }, "The schema must be a JSON object."],
  [{ id: "a", kind: "response_schema", schema: "{}" }, undefined],
  [{ id: "a", kind: "error_type", expected: " " }, "Write the error's type, for instance TypeError."],
  [{ id: "a", kind: "start", expected: "cold" }, undefined],
])("%j: %s", (assertion, problem) => {
  expect(findAssertionProblem(assertion)).toBe(problem);
});
