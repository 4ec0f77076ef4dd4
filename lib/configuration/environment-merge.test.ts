import { describe, expect, test } from "vitest";
import { compareEnvironments, diffEnvironment, environmentChangedMeanwhile, mergeEnvironment } from "./environment-merge";

const edit = (part: Partial<Parameters<typeof mergeEnvironment>[1]>) => ({ set: {}, remove: [], rename: {}, ...part });
const fingerprints = (variables: Record<string, string>) => Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, `#${value}`]));

describe("merge", () => {
  test("keys that nobody touched come along", () => {
    expect(mergeEnvironment({ AA: "1", BB: "2", CC: "3" }, edit({ set: { BB: "x", DD: "4" }, remove: ["CC"] }))).toEqual({ AA: "1", BB: "x", DD: "4" });
  });

  test("renames move values, also crosswise", () => {
    expect(mergeEnvironment({ AA: "1" }, edit({ rename: { AA: "BB" } }))).toEqual({ BB: "1" });
    expect(mergeEnvironment({ AA: "1", BB: "2" }, edit({ rename: { AA: "BB", BB: "AA" } }))).toEqual({ BB: "1", AA: "2" });
    expect(mergeEnvironment({ AA: "1", BB: "2" }, edit({ rename: { AA: "BB" }, remove: ["BB"] }))).toEqual({ BB: "1" });
  });

  test.each([
    [edit({ set: { AWS_REGION: "x" } }), /reserved/],
    [edit({ set: { "A-B": "x" } }), /letters/],
    [edit({ rename: { AA: "1B" } }), /begins with a letter/],
    [edit({ rename: { AA: "BB" } }), /already a variable BB/],
    [edit({ rename: { ZZ: "YY" } }), /no variable ZZ/],
    [edit({ set: { CC: "x".repeat(4_096) } }), /bytes/],
  ])("refused: %j", (wrong, message) => {
    expect(() => mergeEnvironment({ AA: "1", BB: "2" }, wrong)).toThrow(message);
  });

  test("names of Object's own members are names like others", () => {
    expect(mergeEnvironment({}, edit({ set: { constructor: "x", toString: "y" } }))).toEqual({ constructor: "x", toString: "y" });
    expect(() => mergeEnvironment({}, edit({ rename: { constructor: "AA" } }))).toThrow(/no variable/);
  });
});

describe("compare", () => {
  const base = { AA: "1", BB: "2" };
  const rows = (mine: Parameters<typeof edit>[0], theirs: Record<string, string>) => {
    const change = edit(mine);
    const alreadyAsWanted = new Set(Object.keys(change.set).filter((key) => theirs[key] === change.set[key]));
    return compareEnvironments(change, { base: fingerprints(base), current: fingerprints(theirs), alreadyAsWanted });
  };

  test.each([
    { mine: { set: { AA: "x" } }, theirs: base, expected: [["AA", "set", "untouched", false]], meanwhile: false },
    { mine: { set: { AA: "x" } }, theirs: { AA: "y", BB: "2" }, expected: [["AA", "set", "changed", true]], meanwhile: true },
    { mine: { set: { AA: "x" } }, theirs: { AA: "x", BB: "2" }, expected: [["AA", "set", "changed", false]], meanwhile: false },
    { mine: { remove: ["AA"] }, theirs: { BB: "2" }, expected: [["AA", "removed", "removed", false]], meanwhile: false },
    { mine: { set: { AA: "x" } }, theirs: { BB: "2" }, expected: [["AA", "set", "removed", true]], meanwhile: true },
    {
      mine: { set: { AA: "x" } },
      theirs: { ...base, CC: "3" },
      expected: [
        ["AA", "set", "untouched", false],
        ["CC", "untouched", "added", false],
      ],
      meanwhile: true,
    },
    {
      mine: { rename: { AA: "CC" } },
      theirs: { BB: "2" },
      expected: [
        ["AA", "renamed", "removed", true],
        ["CC", "set", "untouched", false],
      ],
      meanwhile: true,
    },
    {
      mine: { rename: { AA: "CC" } },
      theirs: { ...base, CC: "3" },
      expected: [
        ["AA", "renamed", "untouched", false],
        ["CC", "set", "added", true],
      ],
      meanwhile: true,
    },
  ])("$mine against $theirs", ({ mine, theirs, expected, meanwhile }) => {
    const found = rows(mine, theirs);
    expect(found.map((row) => [row.key, row.mine, row.theirs, row.both])).toEqual(expected);
    expect(environmentChangedMeanwhile(found)).toBe(meanwhile);
  });
});

describe("diff", () => {
  test("names what was added, removed, changed and renamed; values only in the sealed part", () => {
    const diff = diffEnvironment({ AA: "1", BB: "2", CC: "3", EE: "same" }, { AA: "x", DD: "2", FF: "new", EE: "same" }, { BB: "DD" });
    expect(diff.fields).toEqual([
      { field: "DD", kind: "variable", action: "renamed", before: "BB", after: "DD" },
      { field: "AA", kind: "variable", action: "changed" },
      { field: "CC", kind: "variable", action: "removed" },
      { field: "FF", kind: "variable", action: "added" },
    ]);
    expect(diff.before).toEqual({ AA: "1", BB: "2", CC: "3", DD: null, FF: null });
    expect(diff.after).toEqual({ AA: "x", BB: null, CC: null, DD: "2", FF: "new" });
  });

  test("an empty value is a value", () => {
    expect(diffEnvironment({ AA: "" }, {}).before).toEqual({ AA: "" });
    expect(diffEnvironment({}, { AA: "" }).fields).toEqual([{ field: "AA", kind: "variable", action: "added" }]);
  });
});
