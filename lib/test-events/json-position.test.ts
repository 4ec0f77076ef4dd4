import { expect, test } from "vitest";
import { findJsonProblem } from "./json-position";

test.each(["{}", "null", ' "a" ', "[1, -2.5e3, true]", '{"a":{"b":[{}]},"c":"\\u00e9\\n"}', "\r\n{\n}\t"])("%j is valid", (text) => {
  expect(findJsonProblem(text)).toBeUndefined();
});

test.each([
  { text: "", line: 1, column: 1, says: /empty/ },
  { text: " \n ", line: 2, column: 2, says: /empty/ },
  { text: '{\n  "a": 1,\n}', line: 3, column: 1, says: /comma before }/ },
  { text: "[1,\n 2,\n]", line: 3, column: 1, says: /comma before \]/ },
  { text: '{\n  "a" 1\n}', line: 2, column: 7, says: /colon/ },
  { text: '{"a": 1 "b": 2}', line: 1, column: 9, says: /comma or }/ },
  { text: "[1 2]", line: 1, column: 4, says: /comma or \]/ },
  { text: "{'a': 1}", line: 1, column: 2, says: /double quotes/ },
  { text: "{a: 1}", line: 1, column: 2, says: /key in double quotes/ },
  { text: '{"a": undefined}', line: 1, column: 7, says: /value/ },
  { text: '{"a": nullable}', line: 1, column: 7, says: /value/ },
  { text: '{"a": 01}', line: 1, column: 8, says: /comma or }/ },
  { text: '{"a": "line\nbreak"}', line: 1, column: 12, says: /not closed on its line/ },
  { text: '{"a": "t\tab"}', line: 1, column: 9, says: /\\t/ },
  { text: '{"a": "\\x"}', line: 1, column: 8, says: /escape/ },
  { text: '{"a": "open', line: 1, column: 12, says: /" is missing/ },
  { text: '{"a": [1', line: 1, column: 9, says: /\] is missing/ },
  { text: '{"a": 1', line: 1, column: 8, says: /} is missing/ },
  { text: "{} {}", line: 1, column: 4, says: /after the end/ },
  { text: "]", line: 1, column: 1, says: /value|comma/ },
  { text: "[}", line: 1, column: 2, says: /value/ },
  { text: '\n\n  {"é": tru}', line: 3, column: 9, says: /value/ },
])("$text: line $line, column $column", ({ text, line, column, says }) => {
  const problem = findJsonProblem(text);
  expect(problem).toMatchObject({ line, column });
  expect(problem?.message).toMatch(says);
});

test("deep nesting and a long text overflow nothing", () => {
  expect(findJsonProblem("[".repeat(500_000))?.message).toMatch(/missing/);
  expect(findJsonProblem(`{"a":"${"x".repeat(3_000_000)}"`)?.message).toMatch(/} is missing/);
});

test("whatever JSON.parse refuses has a place, and only that", () => {
  const pieces = ["{", "}", "[", "]", ",", ":", '"k"', "1", "-", "true", "nul", " ", "\n", "'", '"'];
  let seed = 42;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff);
  for (let round = 0; round < 2_000; round += 1) {
    const text = Array.from({ length: 1 + (next() % 7) }, () => pieces[(next() >> 8) % pieces.length]).join("");
    const problem = findJsonProblem(text);
    expect(problem === undefined, text).toBe(isJson(text));
    if (problem) expect(problem.offset, text).toBeLessThanOrEqual(text.length);
  }
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
