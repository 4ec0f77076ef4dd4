import { describe, expect, test } from "vitest";
import { formatJson } from "./format-json";

const format = (text: string) => formatJson(text).text;
/** What is left when the white space between tokens goes: must be the same before and after. */
const withoutSpace = (text: string) => text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_all, string: string | undefined) => string ?? "");

test.each([
  { a: 1, b: [true, null, "x"], c: { d: {} }, e: [] },
  [],
  {},
  "a text",
  [[[]], [{}], [[1], 2]],
  { "a{": "}:,[", "b\"": "\\", "c\\": "\"" },
])("indents like JSON.stringify where that loses nothing: %j", (value) => {
  expect(format(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
});

test.each(["9007199254740993", "1.0", "-0.0", "1e400", "1E+2", "0.10000000000000000001", "[1.0,12345678901234567890,6.02e23]"])("numbers stay digit by digit: %s", (text) => {
  expect(withoutSpace(format(text))).toBe(text);
});

test.each(['{"a":1,"a":2}', '{"__proto__":{"x":1},"constructor":2}', '{"\\u00e9":"\\ud83d\\ude00 😀"}', '{"b":1,"2":2,"1":3}'])("keys stay as they are and where they are: %s", (text) => {
  expect(withoutSpace(format(text))).toBe(text);
});

test("line ends of other systems and odd indentation become its own", () => {
  expect(format('{\r\n\t"a" :\r\n1 , "b":"\\r\\n"}\r\n')).toBe('{\n  "a": 1,\n  "b": "\\r\\n"\n}');
});

test.each(["", "not json", "{'a':1}", "[1,2", "REPORT RequestId: 1\n\tindented"])("what is not JSON stays as it came: %j", (text) => {
  expect(formatJson(text)).toEqual({ text, cut: false });
});

describe("long texts", () => {
  test("are cut, and say so", () => {
    const long = JSON.stringify(Array.from({ length: 1_000 }, (_, index) => ({ index })));
    const { text, cut } = formatJson(long, 200);
    expect(cut).toBe(true);
    expect(text).toBe(JSON.stringify(JSON.parse(long), null, 2).slice(0, 200));
    expect(formatJson("x".repeat(300), 200)).toEqual({ text: "x".repeat(200), cut: true });
  });

  test("one string of megabytes is one token", () => {
    const text = JSON.stringify("x".repeat(5_000_000));
    expect(format(text)).toBe(text);
  });

  test("deep nesting neither overflows nor grows out of bounds", () => {
    const depth = 20_000;
    const text = format("[".repeat(depth) + "]".repeat(depth));
    expect(withoutSpace(text)).toBe("[".repeat(depth) + "]".repeat(depth));
    expect(text.length).toBeLessThan(depth * 2 * 82);
  });
});
