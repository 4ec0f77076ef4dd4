import { describe, expect, test } from "vitest";
import { planUndo, type UndoableChange } from "./undo-plan";

const PRESENT = { environment: { AA: "2", KEEP: "k" } };
const variables = (part: Partial<UndoableChange> = {}): UndoableChange => ({
  kind: "environment",
  status: "done",
  fields: [{ field: "AA", kind: "variable", action: "changed" }],
  values: { before: { AA: "1", GONE: "g" }, after: { AA: "2", GONE: null } },
  ...part,
});

test("refused when there is nothing to take back", () => {
  expect(planUndo(variables({ status: "failed" }), PRESENT)).toHaveProperty("refusal");
  expect(planUndo({ kind: "reveal", status: "done", fields: [] }, PRESENT)).toHaveProperty("refusal");
  expect(planUndo({ kind: "configuration", status: "done", fields: [] }, PRESENT)).toHaveProperty("refusal");
});

test("a change whose end was never heard can be undone when its values are there", () => {
  expect(planUndo(variables({ status: "intended" }), PRESENT)).toHaveProperty("update");
  expect(planUndo(variables({ status: "intended" }), { environment: { AA: "1" } })).toHaveProperty("refusal");
});

describe("variables", () => {
  test("removed ones come back, changed ones get their value, others stay", () => {
    expect(planUndo(variables(), PRESENT)).toMatchObject({
      update: { environment: { AA: "1", GONE: "g", KEEP: "k" } },
      values: { before: { AA: "2", GONE: null }, after: { AA: "1", GONE: "g" } },
    });
  });

  test("a rename goes back as a rename", () => {
    const rename = variables({
      fields: [{ field: "BB", kind: "variable", action: "renamed", before: "AA", after: "BB" }],
      values: { before: { AA: "1", BB: null }, after: { AA: null, BB: "1" } },
    });
    expect(planUndo(rename, { environment: { BB: "1" } })).toMatchObject({
      update: { environment: { AA: "1" } },
      fields: [{ field: "AA", action: "renamed", before: "BB", after: "AA" }],
    });
  });

  test.each([
    [variables(), { environment: { AA: "3" } }, "AA was changed since."],
    [variables(), { environment: { AA: "2", GONE: "back" } }, "GONE was changed since."],
    [variables({ values: undefined }), PRESENT, /secret\.key/],
    [variables(), { environment: {}, environmentError: "KMSAccessDenied" }, /KMSAccessDenied/],
  ])("refused, without telling a value: %#", (change, present, refusal) => {
    const plan = planUndo(change, present);
    expect("refusal" in plan && plan.refusal).toMatch(refusal);
  });
});
