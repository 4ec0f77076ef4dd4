import { describe, expect, test } from "vitest";
import { changedFields, environmentChanges, keyProblems, NO_EDITS, sizeAfter, updateOf, rebaseEdits, type VariableEdit, withVariables } from "./environment-edits";

const byKey = (edits: Record<string, VariableEdit>) => new Map(Object.entries(edits));
const environment = {
  revisionId: "r1",
  variables: [
    { key: "TABLE", valueBytes: 6, fingerprint: "f1" },
    { key: "TOKEN", valueBytes: 10, fingerprint: "f2" },
  ],
  totalBytes: 26,
};
const edits = {
  byKey: byKey({ TABLE: { newKey: "TABLE_NAME" }, TOKEN: { value: "é" } }),
  additions: [{ id: "a1", key: "STAGE", value: "prod" }],
};

test("sizes count UTF-8 bytes of names and values", () => {
  expect(sizeAfter(environment, NO_EDITS)).toBe(26);
  expect(sizeAfter(environment, edits)).toBe(10 + 6 + (5 + 2) + (5 + 4));
  expect(sizeAfter(environment, { byKey: byKey({ TOKEN: { removed: true } }), additions: [] })).toBe(11);
});

test("a rename moves the value without naming it", () => {
  expect(updateOf(environment, edits)).toEqual({
    revisionId: "r1",
    base: { TABLE: "f1", TOKEN: "f2" },
    set: { TOKEN: "é", STAGE: "prod" },
    remove: [],
    rename: { TABLE: "TABLE_NAME" },
  });
});

test("a removed variable is only removed, whatever was typed before", () => {
  expect(environmentChanges({ byKey: byKey({ TOKEN: { removed: true, value: "x", newKey: "Y" } }), additions: [] })).toEqual([{ key: "TOKEN", action: "removed" }]);
});

describe("keyProblems", () => {
  test("finds reserved, malformed and doubled names where they were typed", () => {
    const problems = keyProblems(environment, {
      byKey: byKey({ TABLE: { newKey: "TOKEN" } }),
      additions: [
        { id: "a1", key: "AWS_REGION", value: "" },
        { id: "a2", key: "1st", value: "" },
      ],
    });
    expect([...problems.keys()].sort()).toEqual(["TABLE", "a1", "a2"]);
  });
  test("a name that is freed may be used again", () => {
    expect(keyProblems(environment, { byKey: byKey({ TABLE: { removed: true } }), additions: [{ id: "a1", key: "TABLE", value: "" }] }).size).toBe(0);
  });
});

test("a name typed back to what it was is no change and no problem", () => {
  const back = { byKey: byKey({ TABLE: { newKey: "TABLE" } }), additions: [] };
  expect(environmentChanges(back)).toEqual([]);
  expect(keyProblems(environment, back).size).toBe(0);
});

test("variables given by name change what is there, replace what was added before, and add the others", () => {
  const before = { byKey: byKey({ TOKEN: { removed: true } }), additions: [{ id: "a1", key: "STAGE", value: "dev" }, { id: "a2", key: "", value: "" }] };
  const after = withVariables(environment, before, [{ key: "TOKEN", value: "t" }, { key: "STAGE", value: "prod" }, { key: "constructor", value: "c" }, { key: "", value: "" }], () => "new");
  expect(Object.fromEntries(after.byKey)).toEqual({ TOKEN: { removed: false, value: "t" } });
  expect(after.additions.map(({ id, key, value }) => [id, key, value])).toEqual([["a1", "STAGE", "prod"], ["a2", "", ""], ["new", "constructor", "c"], ["new", "", ""]]);
});

describe("going on from another state", () => {
  const present = { ...environment, revisionId: "r2", variables: [{ key: "TOKEN", valueBytes: 3, fingerprint: "f9" }, { key: "STAGE", valueBytes: 1, fingerprint: "f3" }] };
  const rebase = (mine: Record<string, VariableEdit>, additions: { id: string; key: string; value: string }[] = [], dropped: string[] = []) => {
    const { byKey: kept, additions: added } = rebaseEdits({ byKey: byKey(mine), additions }, present, new Set(dropped));
    return { byKey: Object.fromEntries(kept), added: added.map(({ key, value }) => `${key}=${value}`) };
  };

  test("edits of what is still there stay", () => {
    expect(rebase({ TOKEN: { value: "x" } })).toEqual({ byKey: { TOKEN: { value: "x" } }, added: [] });
  });
  test("a value typed for what is gone is added again, under its new name if it had one", () => {
    expect(rebase({ TABLE: { value: "x" } })).toEqual({ byKey: {}, added: ["TABLE=x"] });
    expect(rebase({ TABLE: { value: "x", newKey: "TABLE_NAME" } })).toEqual({ byKey: {}, added: ["TABLE_NAME=x"] });
  });
  test("removing or renaming what is gone has nothing left to do", () => {
    expect(rebase({ TABLE: { removed: true } })).toEqual({ byKey: {}, added: [] });
    expect(rebase({ TABLE: { newKey: "TABLE_NAME" } })).toEqual({ byKey: {}, added: [] });
  });
  test("an addition that somebody else made too becomes its new value", () => {
    expect(rebase({}, [{ id: "a1", key: "STAGE", value: "prod" }])).toEqual({ byKey: { STAGE: { removed: false, value: "prod" } }, added: [] });
  });
  test("what the person gives up goes, by either name of a rename", () => {
    expect(rebase({ TOKEN: { newKey: "STAGE" } }, [{ id: "a1", key: "NEW", value: "1" }], ["STAGE", "NEW"])).toEqual({ byKey: {}, added: [] });
  });
});

test("changes are recorded by name; a rename with a new value is a removal and an addition", () => {
  expect(
    changedFields([
      { key: "STAGE", action: "changed", value: "prod" },
      { key: "OLD", action: "removed" },
      { key: "FROM", action: "renamed", newKey: "TO" },
      { key: "A", action: "renamed", newKey: "B", value: "1" },
    ]),
  ).toEqual([
    { field: "STAGE", kind: "variable", action: "changed" },
    { field: "OLD", kind: "variable", action: "removed" },
    { field: "TO", kind: "variable", action: "renamed", before: "FROM", after: "TO" },
    { field: "A", kind: "variable", action: "removed" },
    { field: "B", kind: "variable", action: "added" },
  ]);
});
