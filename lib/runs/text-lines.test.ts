import { expect, test } from "vitest";
import { linesOf } from "./text-lines";

test.each([
  ["", 10, [""]],
  ["one", 10, ["one"]],
  ["one\ntwo\n", 10, ["one", "two", ""]],
  ["abcdef", 3, ["abc", "def"]],
  ["abcdefg", 3, ["abc", "def", "g"]],
  ["ab\u{1F600}cd", 3, ["ab\u{1F600}", "cd"]],
])("%j in lines of %i", (text, max, lines) => {
  expect(linesOf(text, max).map(([start, end]) => text.slice(start, end))).toEqual(lines);
});
