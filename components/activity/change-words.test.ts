import { expect, test } from "vitest";
import type { ChangedField, ListedChange } from "@/lib/activity/schema";
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
  [{ field: "team", kind: "tag", action: "removed", before: "shop" }, "Tag team removed; it was shop"],
  [{ field: "Reserved concurrency", kind: "setting", action: "changed", before: 5, after: 0 }, "Reserved concurrency: 5 → 0"],
  [{ field: "Reserved concurrency", kind: "setting", action: "changed", after: 0 }, "Reserved concurrency: – → 0"],
  [{ field: "Code", kind: "setting", action: "changed" }, "Code changed"],
  [{ field: "Created from", kind: "setting", action: "added", after: "the template Node.js HTTP" }, "Created from the template Node.js HTTP"],
  [{ field: "Runtime", kind: "setting", action: "added", after: "nodejs22.x" }, "Runtime set to nodejs22.x"],
  [{ field: "Function", kind: "setting", action: "removed", before: "my-new" }, "Deleted the function my-new"],
  [{ field: "Function", kind: "setting", action: "added", after: "my-new" }, "Made the function my-new again"],
  [{ field: "Alias prod", kind: "setting", action: "added", after: "1" }, "Made the alias prod for version 1"],
  [{ field: "Alias dev", kind: "setting", action: "added", after: "$LATEST" }, "Made the alias dev for $LATEST"],
  [{ field: "Alias prod", kind: "setting", action: "changed", before: "1", after: "90 % 1 + 10 % 2" }, "Moved the alias prod from version 1 to 90 % 1 + 10 % 2"],
  [{ field: "Alias prod", kind: "setting", action: "removed", before: "2" }, "Deleted the alias prod, which led to version 2"],
  [{ field: "Description of prod", kind: "setting", action: "changed", before: "", after: "live" }, "Description of prod: (empty) → live"],
  [{ field: "Version 3", kind: "setting", action: "added", after: "faster" }, "Published version 3 (faster)"],
  [{ field: "Version 3", kind: "setting", action: "added", after: "published" }, "Published version 3"],
  [{ field: "Version 3", kind: "setting", action: "removed", before: "published" }, "Deleted version 3"],
  [{ field: "Newest version", kind: "setting", action: "changed", before: "1", after: "1" }, "Published nothing new: version 1 has the same code and settings"],
  [{ field: "Mapping of orders", kind: "setting", action: "added", after: "arn:aws:sqs:us-east-1:000000000000:orders" }, "Added the event source orders (arn:aws:sqs:us-east-1:000000000000:orders)"],
  [{ field: "Mapping of orders", kind: "setting", action: "removed", before: "arn:aws:sqs:us-east-1:000000000000:orders" }, "Removed the event source orders (arn:aws:sqs:us-east-1:000000000000:orders)"],
  [{ field: "Statement photos", kind: "setting", action: "added", after: "s3.amazonaws.com for arn:aws:s3:::photos" }, "Allowed s3.amazonaws.com for arn:aws:s3:::photos to invoke it (statement photos)"],
  [{ field: "Statement photos", kind: "setting", action: "removed", before: "s3.amazonaws.com" }, "Withdrew the permission of s3.amazonaws.com (statement photos)"],
  [{ field: "Source of the code", kind: "setting", action: "changed", after: "s3://code/app.zip" }, "Took the code from s3://code/app.zip"],
  [{ field: "lib/a.mjs", kind: "setting", action: "added", after: "new file" }, "Added the file lib/a.mjs"],
  [{ field: "lib/a.mjs", kind: "setting", action: "changed", after: "edited" }, "Edited the file lib/a.mjs"],
  [{ field: "lib/a.mjs", kind: "setting", action: "removed", before: "file" }, "Removed the file lib/a.mjs"],
  [{ field: "Reserved concurrency", kind: "setting", action: "added", after: 0 }, "Reserved concurrency set to 0"],
  [{ field: "Reserved concurrency", kind: "setting", action: "removed", before: 0 }, "Reserved concurrency removed; it was 0"],
] satisfies [ChangedField, string][])("%o is listed as “%s”", (field, line) => {
  expect(changeLine(field)).toBe(line);
});

test.each([
  [{ field: "Function", kind: "setting", action: "removed", before: "my-new" }, "failed", "Delete the function my-new"],
  [{ field: "New version", kind: "setting", action: "added", after: "faster" }, "intended", "Publish a version (faster)"],
] satisfies [ChangedField, ListedChange["status"], string][])("%o that %s is listed as “%s”", (field, status, line) => {
  expect(changeLine(field, status)).toBe(line);
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
