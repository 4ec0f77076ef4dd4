import { expect, test } from "vitest";
import { parseDotEnv } from "./dot-env";

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
  ["A=x=y==", [{ key: "A", value: "x=y==" }]],
  ["  EMOJI = 😀 ", [{ key: "EMOJI", value: "😀" }]],
  ["__proto__=x\nconstructor=y", [{ key: "__proto__", value: "x" }, { key: "constructor", value: "y" }]],
  ['OPEN="not closed', [{ key: "OPEN", value: '"not closed' }]],
  ["no variable here", []],
])("parses %j", (text, expected) => {
  expect(parseDotEnv(text)).toEqual(expected);
});
