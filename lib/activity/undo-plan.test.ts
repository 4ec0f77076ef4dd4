import { describe, expect, test } from "vitest";
import { planUndo, type UndoableChange } from "./undo-plan";

const PRESENT = { memoryMb: 256, timeoutSeconds: 3, ephemeralStorageMb: 512, handler: "index.handler", description: "new", environment: { AA: "2", KEEP: "k" } };
const configuration = (part: Partial<UndoableChange> = {}): UndoableChange => ({
  kind: "configuration",
  status: "done",
  fields: [
    { field: "memoryMb", kind: "configuration", action: "changed", before: 128, after: 256 },
    { field: "description", kind: "configuration", action: "changed", before: "", after: "new" },
  ],
  ...part,
});
const variables = (part: Partial<UndoableChange> = {}): UndoableChange => ({
  kind: "environment",
  status: "done",
  fields: [{ field: "AA", kind: "variable", action: "changed" }],
  values: { before: { AA: "1", GONE: "g" }, after: { AA: "2", GONE: null } },
  ...part,
});

describe("settings", () => {
  test("what was there before comes back, and the plan can itself be undone", () => {
    const plan = planUndo(configuration(), PRESENT);
    if ("refusal" in plan) throw new Error(plan.refusal);
    expect(plan.update).toEqual({ memoryMb: 128, description: "" });
    const again = planUndo(configuration({ kind: "undo", fields: plan.fields }), { ...PRESENT, ...plan.update });
    expect(again).toMatchObject({ update: { memoryMb: 256, description: "new" } });
  });

  test.each([
    [{ ...PRESENT, memoryMb: 512 }, "Memory was changed since: it is 512 now, not 256."],
    [{ ...PRESENT, description: "" }, "Description was changed since: it is empty now, not “new”."],
  ])("refused when somebody changed it since", (present, refusal) => {
    expect(planUndo(configuration(), present)).toEqual({ refusal });
  });

  test("refused when there is nothing to take back", () => {
    expect(planUndo(configuration({ status: "failed" }), PRESENT)).toHaveProperty("refusal");
    expect(planUndo({ kind: "reveal", status: "done", fields: [] }, PRESENT)).toHaveProperty("refusal");
  });

  test("a change whose end was never heard can be undone when its values are there", () => {
    expect(planUndo(configuration({ status: "intended" }), PRESENT)).toHaveProperty("update");
    expect(planUndo(configuration({ status: "intended" }), { ...PRESENT, memoryMb: 128 })).toHaveProperty("refusal");
  });
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
