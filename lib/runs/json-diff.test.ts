import { expect, test } from "vitest";
import { diffJson, pathText } from "./json-diff";
import { parsePathRule, type PathRule } from "./path-rules";

const rules = (...texts: string[]) => texts.map((text) => parsePathRule(text) as PathRule);
const brief = (before: string, after: string, ...ignored: string[]) => diffJson(before, after, rules(...ignored)).differences.map(({ path, kind, before: was, after: is }) => [pathText(path), kind, was, is]);

test.each([
  ['{"a":1,"b":[1,2]}', '{ "b": [1, 2], "a": 1.0 }'],
  ['"\\u00e9"', '"é"'],
  ["1e2", "100"],
  ["[]", "[ ]"],
])("no difference: %s and %s", (before, after) => {
  expect(diffJson(before, after)).toEqual({ differences: [], ignored: 0, cut: false, asText: false });
});

test.each([
  ['{"a":1}', '{"a":2}', [["$.a", "changed", "1", "2"]]],
  ['{"a":1}', '{"b":1}', [["$.a", "removed", "1", undefined], ["$.b", "added", undefined, "1"]]],
  ["9007199254740993", "9007199254740992", [["$", "changed", "9007199254740993", "9007199254740992"]]],
  ['{"a":{"b":[{"c":null}]}}', '{"a":{"b":[{"c":false}]}}', [["$.a.b[0].c", "changed", "null", "false"]]],
  ['{"a":[1]}', '{"a":{"0":1}}', [["$.a", "changed", "[1]", '{"0":1}']]],
  ["[1,2,3,4]", "[1,9,2,3,4]", [["$[1]", "added", undefined, "9"]]],
  ["[1,2,3]", "[1,3]", [["$[1]", "removed", "2", undefined]]],
  ['[{"id":1,"n":"a"},{"id":2,"n":"b"}]', '[{"id":1,"n":"A"},{"id":2,"n":"b"}]', [["$[0].n", "changed", '"a"', '"A"']]],
  ['{"a b":1}', '{"a b":2}', [['$["a b"]', "changed", "1", "2"]]],
])("%s against %s", (before, after, expected) => {
  expect(brief(before, after)).toEqual(expected);
});

test("rules leave places out, with what is below them, and count them", () => {
  const before = '{"id":1,"at":"x","list":[{"id":1,"v":1}]}';
  const after = '{"id":2,"at":"y","list":[{"id":2,"v":1}]}';
  expect(diffJson(before, after, rules("$..id", "$.at"))).toMatchObject({ differences: [], ignored: 3 });
  expect(brief(before, after, "$.list")).toEqual([["$.id", "changed", "1", "2"], ["$.at", "changed", '"x"', '"y"']]);
});

test("what is not JSON is compared as text", () => {
  expect(diffJson("plain", "plain")).toMatchObject({ differences: [], asText: true });
  expect(diffJson("plain", "{}")).toMatchObject({ differences: [{ path: [], kind: "changed", before: "plain", after: "{}" }], asText: true });
});

test("thousands of differences are cut, megabytes and deep nesting do not overflow", () => {
  const list = (value: number) => JSON.stringify(Array.from({ length: 60_000 }, (_, index) => ({ index, value, text: "x".repeat(60) })));
  const found = diffJson(list(1), list(2));
  expect(found).toMatchObject({ cut: true });
  expect(found.differences).toHaveLength(1_000);
  const deep = (inner: string) => `${"[".repeat(3_000)}${inner}${"]".repeat(3_000)}`;
  expect(diffJson(deep("1"), deep("2")).differences).toHaveLength(1);
});
