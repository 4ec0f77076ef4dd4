import { expect, test } from "vitest";
import { activityCsv, activityJson } from "./activity-export";
import type { ListedChange } from "./schema";

const change = (after: string): ListedChange => ({
  id: "c1",
  region: "us-east-1",
  functionName: "checkout",
  status: "done",
  kind: "configuration",
  fields: [{ field: "description", kind: "configuration", action: "changed", before: "", after }],
  changedBy: "ada",
  atMs: Date.parse("2026-11-21T12:00:00Z"),
});

test.each([
  ["plain", "plain"],
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["  =1", "'  =1"],
  ["\t=1", "'\t=1"],
  ['say "hi", you', '"say ""hi"", you"'],
  ["two\nlines", '"two\nlines"'],
])("the text %j is the cell %j", (text, cell) => {
  const [, line] = activityCsv([change(text)]).split("\r\n");
  expect(line).toBe(`2026-11-21T12:00:00.000Z,ada,us-east-1,checkout,configuration,done,description,changed,,${cell},,,c1,,,`);
});

test("figures stay figures, a change without fields has a line, JSON has it all", () => {
  const numbers = { ...change("x"), fields: [{ field: "memoryMb", kind: "configuration", action: "changed", before: 128, after: -5 } as const] };
  expect(activityCsv([numbers])).toContain(",memoryMb,changed,128,-5,");
  expect(activityCsv([{ ...change("x"), fields: [] }]).trim().split("\r\n")).toHaveLength(2);
  expect(JSON.parse(activityJson([change("=1")]))).toMatchObject([{ at: "2026-11-21T12:00:00.000Z", fields: [{ after: "=1" }] }]);
});
