import { expect, test } from "vitest";
import { changedMeanwhile, compareThreeWays, diffConfiguration } from "./configuration-diff";

const FIELDS = { memoryMb: 128, timeoutSeconds: 3, ephemeralStorageMb: 512, handler: "index.handler", description: "" };

test("a diff names only what differs, with both values", () => {
  expect(diffConfiguration(FIELDS, FIELDS)).toEqual([]);
  expect(diffConfiguration(FIELDS, { memoryMb: 256, timeoutSeconds: 3, description: "new" })).toEqual([
    { field: "memoryMb", kind: "configuration", action: "changed", before: 128, after: 256 },
    { field: "description", kind: "configuration", action: "changed", before: "", after: "new" },
  ]);
});

test.each([
  { name: "only mine", base: { memoryMb: 128 }, mine: { memoryMb: 256 }, theirs: FIELDS, both: false, meanwhile: false },
  { name: "both, differently", base: { memoryMb: 128 }, mine: { memoryMb: 256 }, theirs: { ...FIELDS, memoryMb: 512 }, both: true, meanwhile: true },
  { name: "both, to the same", base: { memoryMb: 128 }, mine: { memoryMb: 256 }, theirs: { ...FIELDS, memoryMb: 256 }, both: false, meanwhile: false },
])("$name", ({ base, mine, theirs, both, meanwhile }) => {
  const rows = compareThreeWays(base, mine, theirs);
  expect(rows).toEqual([{ field: "memoryMb", base: 128, mine: 256, theirs: theirs.memoryMb, both }]);
  expect(changedMeanwhile(rows)).toBe(meanwhile);
});

test("a field that I saw and did not touch is shown when they changed it", () => {
  const rows = compareThreeWays(FIELDS, { memoryMb: 256 }, { ...FIELDS, timeoutSeconds: 30 });
  expect(rows).toEqual([
    { field: "memoryMb", base: 128, mine: 256, theirs: 128, both: false },
    { field: "timeoutSeconds", base: 3, mine: 3, theirs: 30, both: false },
  ]);
  expect(changedMeanwhile(rows)).toBe(true);
});

test("a field changed without saying what was seen counts as changed meanwhile when it differs", () => {
  expect(changedMeanwhile(compareThreeWays({}, { memoryMb: 256 }, FIELDS))).toBe(true);
  expect(changedMeanwhile(compareThreeWays({}, { memoryMb: 256 }, { ...FIELDS, memoryMb: 256 }))).toBe(false);
});
