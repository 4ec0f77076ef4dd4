import { expect, test } from "vitest";
import { readDotEnv } from "./dot-env";

test.each([
  ["A=1", [{ key: "A", value: "1" }]],
  ["# comment\nexport B = 'two # three'  ", [{ key: "B", value: "two # three" }]],
  ['C="line\\nbreak \\"quoted\\" \\\\n"', [{ key: "C", value: 'line\nbreak "quoted" \\n' }]],
  ["D=plain # a comment", [{ key: "D", value: "plain" }]],
  ["E=", [{ key: "E", value: "" }]],
  ["E= # nothing", [{ key: "E", value: "" }]],
  ["E=\nF=1", [{ key: "E", value: "" }, { key: "F", value: "1" }]],
  ["COLOUR=#fff\r\nURL=https://x.example/#top\r\n", [{ key: "COLOUR", value: "#fff" }, { key: "URL", value: "https://x.example/#top" }]],
  ['KEY="-----BEGIN KEY-----\r\nMIIB\r\n-----END KEY-----"\nNEXT=1', [{ key: "KEY", value: "-----BEGIN KEY-----\nMIIB\n-----END KEY-----" }, { key: "NEXT", value: "1" }]],
  ["A=1\nB=2\nA=3", [{ key: "A", value: "3" }, { key: "B", value: "2" }]],
  ["\uFEFFFIRST=1", [{ key: "FIRST", value: "1" }]],
  ["A=x=y==", [{ key: "A", value: "x=y==" }]],
  ["  EMOJI = 😀 ", [{ key: "EMOJI", value: "😀" }]],
  ["__proto__=x\nconstructor=y", [{ key: "__proto__", value: "x" }, { key: "constructor", value: "y" }]],
  ['OPEN="not closed', [{ key: "OPEN", value: '"not closed' }]],
  ["no variable here", []],
])("parses %j", (text, expected) => {
  expect(readDotEnv(text).variables).toEqual(expected);
});

test.each<[string, [number, RegExp][]]>([
  ["AB=1\n# comment\n\n  # another\nexport CD=2 # three", []],
  ["1BAD=2\nÜ=1\nGOOD=1", [[1, /begins with a letter from A to Z/], [2, /begins with a letter from A to Z/]]],
  ["GOOD=1\r\nmy-name=2\r\n=3\r\njust words", [[2, /only letters, digits and underscores/], [3, /Give the variable a name/], [4, /no = in it/]]],
  ["STAGE=dev\nOTHER=1\nSTAGE=test\nSTAGE=prod", [[1, /STAGE comes again on line 3, which counts/], [3, /STAGE comes again on line 4, which counts/]]],
  ['KEY="one\ntwo"\n1BAD=2', [[3, /begins with a letter/]]],
  ['KEY="one" two\nNEXT=\'a\' # fine', [[1, /behind the closing quote/]]],
])("leaves out of %j", (text, expected) => {
  const { leftOut } = readDotEnv(text);
  expect(leftOut.map(({ line }) => line)).toEqual(expected.map(([line]) => line));
  for (const [index, [, reason]] of expected.entries()) expect(leftOut[index]?.reason).toMatch(reason);
});
