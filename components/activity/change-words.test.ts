import { expect, test } from "vitest";
import type { ChangedField } from "@/lib/activity/schema";
import { changeLine, undoneSentence } from "./change-words";

const memory: ChangedField = { field: "memoryMb", kind: "configuration", action: "changed", before: 128, after: 10_240 };
const description: ChangedField = { field: "description", kind: "configuration", action: "changed", before: "", after: "new" };
const variable = (field: string, action: ChangedField["action"]): ChangedField => ({ field, kind: "variable", action });
const renamed: ChangedField = { field: "TO", kind: "variable", action: "renamed", before: "FROM", after: "TO" };

test.each([
  [memory, "Memory: 128 MB → 10,240 MB"],
  [description, "Description: (empty) → new"],
  [variable("STAGE", "changed"), "STAGE changed"],
  [renamed, "FROM renamed to TO"],
  [{ field: "team", kind: "tag", action: "added", after: "shop" }, "Tag team added: shop"],
  [{ field: "team", kind: "tag", action: "changed", before: "shop", after: "pay" }, "Tag team: shop → pay"],
  [{ field: "team", kind: "tag", action: "removed", before: "shop" }, "Tag team removed, was shop"],
  [{ field: "Reserved concurrency", kind: "setting", action: "changed", before: 5, after: 0 }, "Reserved concurrency: 5 → 0"],
  [{ field: "Reserved concurrency", kind: "setting", action: "changed", after: 0 }, "Reserved concurrency: – → 0"],
  [{ field: "Code", kind: "setting", action: "changed" }, "Code changed"],
] satisfies [ChangedField, string][])("%o is listed as “%s”", (field, line) => {
  expect(changeLine(field)).toBe(line);
});

test.each<[ChangedField[], string]>([
  [[memory], "Memory is 128 MB again."],
  [[description], "Description is empty again."],
  [[{ field: "Reserved concurrency", kind: "setting", action: "changed", after: 0 }], "Reserved concurrency is not set again."],
  [[variable("NEW", "added"), variable("OLD", "removed"), renamed], "NEW is gone again. OLD is back. TO is called FROM again."],
  [["A", "B", "C", "D", "E"].map((name) => variable(name, "changed")), "A has its former value again. B has its former value again. C has its former value again. 2 more went back."],
])("an undo of %o says what it did", (fields, sentence) => {
  expect(undoneSentence(fields)).toBe(sentence);
});
