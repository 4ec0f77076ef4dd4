import { expect, test } from "vitest";
import { draftOf, EMPTY_DRAFT, isOvertaken, isSameDraft } from "./use-drafts";

test.each([
  [undefined, 2, false],
  [1, 2, true],
  [2, 2, false],
])("a draft that started from the save of %s, saved at %s: overtaken %s", (baseUpdatedAtMs, updatedAtMs, overtaken) => {
  expect(isOvertaken({ ...EMPTY_DRAFT, baseUpdatedAtMs }, { updatedAtMs })).toBe(overtaken);
});

test("what a draft started from is no part of its content", () => {
  const draft = { ...EMPTY_DRAFT, name: "order", baseUpdatedAtMs: 1 };
  expect(draftOf(draft)).not.toHaveProperty("baseUpdatedAtMs");
  expect(isSameDraft(draft, { ...draft, baseUpdatedAtMs: 2 })).toBe(true);
  expect(isSameDraft(draft, { ...draft, payload: "[]" })).toBe(false);
});
