import { expect, test } from "vitest";
import { NOTHING_SELECTED, toggleAll, toggleRow } from "./row-selection";

const order = ["a", "b", "c", "d"];
const chosen = (selection: { keys: ReadonlySet<string> }) => [...selection.keys].sort().join("");

test("rows go on and off, a range as its last click", () => {
  const b = toggleRow(NOTHING_SELECTED, "b", { range: false, order });
  expect(chosen(b)).toBe("b");
  const bcd = toggleRow(b, "d", { range: true, order });
  expect(chosen(bcd)).toBe("bcd");
  expect(chosen(toggleRow(bcd, "c", { range: true, order }))).toBe("b");
  expect(chosen(toggleRow(bcd, "b", { range: false, order }))).toBe("cd");
});

test("a range without a row to reach from, or to one that is hidden, is one row", () => {
  expect(chosen(toggleRow(NOTHING_SELECTED, "c", { range: true, order }))).toBe("c");
  expect(chosen(toggleRow({ keys: new Set(["x"]), anchor: "x" }, "c", { range: true, order }))).toBe("cx");
});

test("all rows shown, then none of them; hidden ones stay", () => {
  const hidden = { keys: new Set(["x"]) };
  const all = toggleAll(hidden, order);
  expect(chosen(all)).toBe("abcdx");
  expect(chosen(toggleAll(all, order))).toBe("x");
  expect(chosen(toggleAll(NOTHING_SELECTED, []))).toBe("");
});
