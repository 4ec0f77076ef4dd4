import { expect, test } from "vitest";
import { diffRetention, planRetentionUndo, RETENTION_FIELD } from "./retention";

test.each([
  [undefined, 7, { field: RETENTION_FIELD, kind: "setting", action: "added", before: undefined, after: 7 }],
  [7, 14, { field: RETENTION_FIELD, kind: "setting", action: "changed", before: 7, after: 14 }],
  [7, undefined, { field: RETENTION_FIELD, kind: "setting", action: "removed", before: 7, after: undefined }],
])("from %o to %o days and back", (before, after, field) => {
  expect(diffRetention(before, after)).toEqual([field]);
  expect(planRetentionUndo(diffRetention(before, after), after)).toEqual({ days: before });
});

test("the same days are no change, and a later change is not lost", () => {
  expect(diffRetention(7, 7)).toEqual([]);
  expect(planRetentionUndo(diffRetention(7, 1), 14)).toEqual({ refusal: "Log retention was changed since: it is 14 days now, not 1 day." });
  expect(planRetentionUndo(diffRetention(7, 1), undefined)).toEqual({ refusal: "Log retention was changed since: it is for ever now, not 1 day." });
});
