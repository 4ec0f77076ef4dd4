import { expect, test } from "vitest";
import { parseJsonVariables } from "./json-variables";

test.each([
  ['{"A":"1","B":2,"C":true}', [["A", "1"], ["B", "2"], ["C", "true"]]],
  ['{"Variables":{"A":"1"}}', [["A", "1"]]],
  ["{}", []],
])("%s", (text, expected) => {
  expect(parseJsonVariables(text)?.map(({ key, value }) => [key, value])).toEqual(expected);
});

test.each(["A=1", "[1]", '"x"', '{"A":{"b":1}}', '{"A":null}', ""])("%s is not such an object", (text) => {
  expect(parseJsonVariables(text)).toBeUndefined();
});
