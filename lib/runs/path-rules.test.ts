import { expect, test } from "vitest";
import { matchesRule, parsePathRule } from "./path-rules";

const matches = (rule: string, path: (string | number)[]) => {
  const parsed = parsePathRule(rule);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return matchesRule(parsed, path);
};

test.each([
  ["$.requestId", ["requestId"], true],
  ["$.requestId", ["body", "requestId"], false],
  ["$..requestId", ["requestId"], true],
  ["$..requestId", ["a", 0, "b", "requestId"], true],
  ["$..requestId", ["requestId", "a"], false],
  ["$.items[*].id", ["items", 12, "id"], true],
  ["$.items[*].id", ["items", 12, "name"], false],
  ["$.items[0]", ["items", 0], true],
  ["$.items[0]", ["items", 1], false],
  ["$.*.id", ["anything", "id"], true],
  ['$["a b"].c', ["a b", "c"], true],
  ["$['x.y']", ["x.y"], true],
  ["$.a..b[*]", ["a", "x", "b", 3], true],
  ["$.é-1", ["é-1"], true],
] as const)("%s at %j: %s", (rule, path, expected) => {
  expect(matches(rule, [...path])).toBe(expected);
});

test.each(["", "requestId", "$", "$..", "$.a[", "$.a[-1]", "$.a b"])("%j is refused with a reason", (rule) => {
  expect(parsePathRule(rule)).toEqual({ problem: expect.any(String) });
});
