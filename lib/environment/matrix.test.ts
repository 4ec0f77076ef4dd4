import { expect, test } from "vitest";
import { matrixRows } from "./matrix";
import { environmentMatrixSchema, matrixColumnsSchema } from "./schema";

const rowsOf = (...columns: (Record<string, string> | undefined)[]) => matrixRows(columns.map((variables) => ({ variables })), () => undefined);

test.each<[string, (string | undefined)[], string, (number | undefined)[]]>([
  ["everywhere the same", ["a", "a", "a"], "same", [0, 0, 0]],
  ["one of three differs: the most common is the first group", ["b", "a", "a"], "different", [1, 0, 0]],
  ["all differ", ["a", "b", "c"], "different", [0, 1, 2]],
  ["missing in one", ["a", undefined, "a"], "missing", [0, undefined, 0]],
  ["missing in one, and different", ["a", undefined, "b"], "both", [0, undefined, 1]],
  ["only in one", [undefined, "a", undefined], "missing", [undefined, 0, undefined]],
  ["empty is a value", ["", "", "a"], "different", [0, 0, 1]],
])("%s", (_name, values, verdict, groups) => {
  const [row] = rowsOf(...values.map((value): Record<string, string> => (value === undefined ? {} : { KEY: value })));
  expect(row?.verdict).toBe(verdict);
  expect(row?.cells.map(({ group }) => group)).toEqual(groups);
});

test("a column that could not be read says nothing about the others", () => {
  expect(rowsOf({ KEY: "a" }, undefined, { KEY: "a" })[0]).toMatchObject({ verdict: "same", cells: [{ group: 0 }, {}, { group: 0 }] });
});

test("names of the language's own objects are names like others", () => {
  expect(rowsOf({ constructor: "a" }, {}).map(({ key, verdict }) => [key, verdict])).toEqual([["constructor", "missing"]]);
});

test("no value is part of what is sent", () => {
  const rows = matrixRows([{ variables: { API_KEY: "canary-1" } }, { variables: { API_KEY: "canary-2" } }], () => "is named like a secret");
  const sent = JSON.stringify(environmentMatrixSchema.parse({ columns: [], rows }));
  expect(sent).toContain("is named like a secret");
  expect(sent).not.toContain("canary");
});

test("columns are read from the address, and wrong ones are named", () => {
  expect(matrixColumnsSchema.parse("us-east-1/a,eu-west-1/b:prod,eu-west-1/b:$LATEST")).toEqual([
    { region: "us-east-1", functionName: "a", qualifier: undefined },
    { region: "eu-west-1", functionName: "b", qualifier: "prod" },
    { region: "eu-west-1", functionName: "b", qualifier: "$LATEST" },
  ]);
  expect(matrixColumnsSchema.safeParse("us-east-1").error?.issues[0]?.message).toMatch(/“us-east-1” is not written as/);
  expect(matrixColumnsSchema.safeParse(Array.from({ length: 21 }, (_, index) => `us-east-1/f${index}`).join(",")).error?.issues[0]?.message).toMatch(/At most 20/);
});
