import { describe, expect, test } from "vitest";
import { environmentChanges, keyProblems, NO_EDITS, parseDotEnv, sizeAfter, updateOf } from "./environment-edits";

const environment = {
  revisionId: "r1",
  variables: [
    { key: "TABLE", valueBytes: 6, fingerprint: "f1" },
    { key: "TOKEN", valueBytes: 10, fingerprint: "f2" },
  ],
  totalBytes: 26,
};
const edits = {
  byKey: { TABLE: { newKey: "TABLE_NAME" }, TOKEN: { value: "é" } },
  additions: [{ id: "a1", key: "STAGE", value: "prod" }],
};

test("sizes count UTF-8 bytes of names and values", () => {
  expect(sizeAfter(environment, NO_EDITS)).toBe(26);
  expect(sizeAfter(environment, edits)).toBe(10 + 6 + (5 + 2) + (5 + 4));
  expect(sizeAfter(environment, { byKey: { TOKEN: { removed: true } }, additions: [] })).toBe(11);
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
  expect(environmentChanges({ byKey: { TOKEN: { removed: true, value: "x", newKey: "Y" } }, additions: [] })).toEqual([{ key: "TOKEN", action: "removed" }]);
});

describe("keyProblems", () => {
  test("finds reserved, malformed and doubled names where they were typed", () => {
    const problems = keyProblems(environment, {
      byKey: { TABLE: { newKey: "TOKEN" } },
      additions: [
        { id: "a1", key: "AWS_REGION", value: "" },
        { id: "a2", key: "1st", value: "" },
      ],
    });
    expect([...problems.keys()].sort()).toEqual(["TABLE", "a1", "a2"]);
  });
  test("a name that is freed may be used again", () => {
    expect(keyProblems(environment, { byKey: { TABLE: { removed: true } }, additions: [{ id: "a1", key: "TABLE", value: "" }] }).size).toBe(0);
  });
});

test.each([
  ["A=1", [{ key: "A", value: "1" }]],
  ["# comment\nexport B = 'two # three'  ", [{ key: "B", value: "two # three" }]],
  ['C="line\\nbreak \\"quoted\\""', [{ key: "C", value: 'line\nbreak "quoted"' }]],
  ["D=plain # a comment", [{ key: "D", value: "plain" }]],
  ["E=", [{ key: "E", value: "" }]],
  ["no variable here", []],
])("parses %j", (text, expected) => {
  expect(parseDotEnv(text)).toEqual(expected);
});
