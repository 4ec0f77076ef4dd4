import { expect, test } from "vitest";
import { applyEdits, NO_CODE_EDITS, withFile, withoutFile } from "./code-edits";

test("a text changed and changed back is no edit", () => {
  const changed = withFile(NO_CODE_EDITS, "a.js", "2", "1");
  expect([...changed.texts]).toEqual([["a.js", "2"]]);
  expect(withFile(changed, "a.js", "1", "1").texts.size).toBe(0);
});

test("line ends alone are no edit", () => {
  expect(withFile(NO_CODE_EDITS, "a.js", "1\n2\n", "1\r\n2\r\n").texts.size).toBe(0);
});

test("a new file counts even when it is empty", () => {
  expect([...withFile(NO_CODE_EDITS, "new.js", "", undefined).texts.keys()]).toEqual(["new.js"]);
});

test("an existing file is removed and can be given back; a new one is forgotten", () => {
  const removed = withoutFile(withFile(NO_CODE_EDITS, "a.js", "2", "1"), "a.js", true);
  expect([removed.texts.size, [...removed.removed]]).toEqual([0, ["a.js"]]);
  expect([...withFile(removed, "a.js", "1", "1").removed]).toEqual([]);
  const forgotten = withoutFile(withFile(NO_CODE_EDITS, "new.js", "x", undefined), "new.js", false);
  expect([forgotten.texts.size, forgotten.removed.size]).toEqual([0, 0]);
});

test("lists what is there and what is new, in order", () => {
  expect(applyEdits(["b.js", "a.js"], withFile(NO_CODE_EDITS, "lib/c.js", "", undefined))).toEqual(["a.js", "b.js", "lib/c.js"]);
});
