import { expect, test } from "vitest";
import { compareVariables } from "./compare-variables";

test.each<[Record<string, string>, Record<string, string>, ReturnType<typeof compareVariables>]>([
  [{}, {}, []],
  [{ A: "1" }, { A: "1" }, [{ key: "A", state: "same" }]],
  [{ A: "1", C: "x" }, { A: "2", B: "", C: "x" }, [{ key: "A", state: "different" }, { key: "B", state: "right_only" }, { key: "C", state: "same" }]],
  [{ constructor: "1" }, {}, [{ key: "constructor", state: "left_only" }]],
])("compares %j with %j", (left, right, expected) => {
  expect(compareVariables(left, right)).toEqual(expected);
});
