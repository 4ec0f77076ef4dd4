import { expect, test } from "vitest";
import type { ChangedField } from "@/lib/activity/schema";
import { planRestore, planSettingsUndo } from "./settings-undo";

const field = (name: string, before: string | number | undefined, after: string | number | undefined): ChangedField => ({ field: name, kind: "configuration", action: "changed", before, after });
const NOW = { memoryMb: 512, description: "new", reservedConcurrency: 5, "tag:team": "pay" };

test("what was there before comes back, none included", () => {
  expect(planSettingsUndo([field("memoryMb", 128, 512), field("reservedConcurrency", undefined, 5), field("tag:team", undefined, "pay")], NOW)).toEqual({
    changes: { memoryMb: 128, reservedConcurrency: null, "tag:team": null },
  });
  expect(planSettingsUndo([field("tag:gone", "x", undefined)], NOW)).toEqual({ changes: { "tag:gone": "x" } });
});

test.each([
  [field("memoryMb", 128, 256), "Memory was changed since: it is 512 now, not 256."],
  [field("description", "old", "newer"), "Description was changed since: it is “new” now, not “newer”."],
  [field("reservedConcurrency", 1, undefined), "Reserved concurrency was changed since: it is 5 now, not none."],
  [field("timeoutSeconds", 3, 10), "Timeout cannot be read at present."],
  [field("memoryMb", 64, 512), "Memory must be between 128 and 10,240 MB."],
])("refused: %#", (change, refusal) => {
  expect(planSettingsUndo([change], NOW)).toEqual({ refusal });
});

test("several changes go back to the oldest state, newest first", () => {
  const changes = [{ fields: [field("memoryMb", 256, 512)] }, { fields: [field("description", "old", "new")] }, { fields: [field("memoryMb", 128, 256)] }];
  expect(planRestore(changes, NOW)).toEqual({ changes: { memoryMb: 128, description: "old" } });
  expect(planRestore(changes.slice(0, 1), NOW)).toEqual({ changes: { memoryMb: 256 } });
});

test("a change by somebody else between two of them is not overwritten", () => {
  const changes = [{ fields: [field("memoryMb", 300, 512)] }, { fields: [field("memoryMb", 128, 256)] }];
  expect(planRestore(changes, NOW)).toEqual({ refusal: "Memory was changed since: it is 300 now, not 256." });
});

test("there and back again changes nothing", () => {
  expect(planRestore([{ fields: [field("memoryMb", 128, 512)] }, { fields: [field("memoryMb", 512, 128)] }], NOW)).toEqual({ changes: {} });
});
