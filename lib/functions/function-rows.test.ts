import { describe, expect, test } from "vitest";
import { bareRows, countValues, filterRows, formatChoices, formatSort, joinRows, parseChoices, parseSort, SORT_COLUMNS, sortRows } from "./function-rows";
import type { FunctionSummary } from "./schema";

const summary = (name: string, more: Partial<FunctionSummary> = {}): FunctionSummary => ({
  region: "us-east-1",
  name,
  description: "",
  runtime: "nodejs22.x",
  packageType: "Zip",
  architecture: "x86_64",
  memoryMb: 128,
  timeoutSeconds: 3,
  ephemeralStorageMb: 512,
  codeSizeBytes: 1,
  lastModifiedMs: 0,
  ...more,
});
const metrics = (name: string, invocations: number, errors = 0, throttles = 0) => ({
  region: "us-east-1",
  name,
  invocations,
  errors,
  throttles,
  durationP95: null,
  sparkline: [],
});
const rows = joinRows(
  bareRows([
    summary("checkout", { description: "takes a payment", tags: { team: "money" } }),
    summary("resize-image", { runtime: "python3.13", memoryMb: 1024 }),
    summary("legacy", { runtime: undefined, packageType: "Image" }),
  ]),
  new Map([
    ["us-east-1/checkout", metrics("checkout", 90, 9, 10)],
    ["us-east-1/resize-image", metrics("resize-image", 0)],
  ]),
);
const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe("filterRows", () => {
  const all = { text: "", regions: [], runtimes: [], tags: [] };
  test.each([
    ["words in any order over name, description and tags", { ...all, text: "MONEY check" }, ["checkout"]],
    ["runtimes, images among them", { ...all, runtimes: ["python3.13", "container image"] }, ["resize-image", "legacy"]],
    ["tags", { ...all, tags: ["team=money"] }, ["checkout"]],
    ["values of one tag as alternatives", { ...all, tags: ["team=web", "team=money"] }, ["checkout"]],
    ["two tags as conditions", { ...all, tags: ["team=money", "stage=live"] }, []],
    ["regions", { ...all, regions: ["eu-west-1"] }, []],
    ["an image by its words", { ...all, text: "container" }, ["legacy"]],
    ["nothing", all, ["checkout", "resize-image", "legacy"]],
  ])("%s", (_title, filter, expected) => {
    expect(names(filterRows(rows, filter))).toEqual(expected);
  });
});

describe("sortRows", () => {
  test("puts the unknown last in both directions", () => {
    expect(names(sortRows(rows, { column: "invocations", descending: true }))).toEqual(["checkout", "resize-image", "legacy"]);
    expect(names(sortRows(rows, { column: "invocations", descending: false }))).toEqual(["resize-image", "checkout", "legacy"]);
  });
  test("breaks ties by name", () => {
    expect(names(sortRows(rows, { column: "region", descending: true }))).toEqual(["checkout", "legacy", "resize-image"]);
  });
});

test.each(SORT_COLUMNS)("sort by %s survives the address", (column) => {
  expect(parseSort(formatSort({ column, descending: true }))).toEqual({ column, descending: true });
});

test("an unknown sort in the address is no sort", () => {
  expect(parseSort("nonsense.desc")).toBeUndefined();
});

test("choices survive the address, commas and percent signs among them", () => {
  const choices = ["team=a,b", "share=50%2C", "plain"];
  expect(parseChoices(formatChoices(choices))).toEqual(choices);
  expect(formatChoices([])).toBeUndefined();
  expect(parseChoices(undefined)).toEqual([]);
});

test("values are counted, the most frequent first", () => {
  expect(countValues(["b", "a", "b", "c"])).toEqual([
    ["b", 2],
    ["a", 1],
    ["c", 1],
  ]);
});
