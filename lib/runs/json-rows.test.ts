import { expect, test } from "vitest";
import { outlineOf } from "./json-outline";
import { openAtFirst, rowsOf } from "./json-rows";

const rootOf = (text: string) => {
  const root = outlineOf(text);
  if (!root) throw new Error("not JSON");
  return root;
};

test("closed rows are one line, open ones have their children and a closing bracket", () => {
  const text = '{"a":{"b":1},"c":[2,3]}';
  expect(rowsOf(text, rootOf(text), new Set())).toMatchObject([{ depth: 0, kind: "object", open: false }]);
  const rows = rowsOf(text, rootOf(text), openAtFirst(text, rootOf(text), 100));
  expect(rows.map(({ depth, key, closes }) => [depth, closes ? "}" : key])).toEqual([
    [0, undefined],
    [1, '"a"'],
    [2, '"b"'],
    [1, "}"],
    [1, '"c"'],
    [2, 0],
    [2, 1],
    [1, "}"],
    [0, "}"],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test("a large tree opens as far as it fits, the root always", () => {
  const text = JSON.stringify({ small: { a: 1 }, large: Array.from({ length: 500 }, (_, index) => index) });
  const open = openAtFirst(text, rootOf(text), 100);
  expect(rowsOf(text, rootOf(text), open).length).toBeLessThan(110);
  const wide = JSON.stringify(Array.from({ length: 500 }, (_, index) => [index]));
  expect(rowsOf(wide, rootOf(wide), openAtFirst(wide, rootOf(wide), 100))).toHaveLength(502);
});
