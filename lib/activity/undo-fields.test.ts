import { expect, test } from "vitest";
import type { ChangedField } from "./schema";
import { undoFields } from "./undo-fields";
import { planUndo } from "./undo-plan";

const memory: ChangedField = { field: "memoryMb", kind: "configuration", action: "changed", before: 128, after: 512 };
const changed: ChangedField = { field: "STAGE", kind: "variable", action: "changed" };
const added: ChangedField = { field: "NEW", kind: "variable", action: "added" };
const removed: ChangedField = { field: "OLD", kind: "variable", action: "removed" };
const renamed: ChangedField = { field: "TO", kind: "variable", action: "renamed", before: "FROM", after: "TO" };

test.each([
  [memory, { field: "memoryMb", kind: "configuration", action: "changed", before: 512, after: 128 }],
  [changed, changed],
  [added, { ...added, action: "removed" }],
  [removed, { ...removed, action: "added" }],
  [renamed, { field: "FROM", kind: "variable", action: "renamed", before: "TO", after: "FROM" }],
])("%o goes back", (field, back) => {
  expect(undoFields([field])).toEqual([back]);
  expect(undoFields(undoFields([field]))).toEqual([field]);
});

test("it is what the server plans", () => {
  const fields = [renamed, changed, added, removed];
  const values = {
    before: { FROM: "r", TO: null, STAGE: "dev", NEW: null, OLD: "o" },
    after: { FROM: null, TO: "r", STAGE: "prod", NEW: "n", OLD: null },
  };
  const plan = planUndo({ kind: "environment", status: "done", fields, values }, { environment: { TO: "r", STAGE: "prod", NEW: "n" } });
  const byName = (list: readonly ChangedField[]) => [...list].sort((a, b) => (a.field < b.field ? -1 : 1));
  expect(byName("refusal" in plan ? [] : plan.fields)).toEqual(byName(undoFields(fields)));
});
