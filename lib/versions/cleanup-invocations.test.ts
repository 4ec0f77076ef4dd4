import { expect, test } from "vitest";
import { quietVersionQueries, summedByVersion } from "./cleanup-invocations";

test("asks for a version by its number and through each alias", () => {
  const queries = quietVersionQueries("checkout", ["3"], ["prod", "dev"]);
  expect(queries.map(({ query }) => query.dimensions)).toEqual([
    { FunctionName: "checkout", Resource: "checkout:3" },
    { FunctionName: "checkout", Resource: "checkout:prod", ExecutedVersion: "3" },
    { FunctionName: "checkout", Resource: "checkout:dev", ExecutedVersion: "3" },
  ]);
  expect(new Set(queries.map(({ query }) => query.id)).size).toBe(3);
});

test("adds up what ran, and names no version that did not", () => {
  const queries = quietVersionQueries("checkout", ["3", "4"], ["prod"]);
  const series = new Map([["v3", [{ value: 2 }]], ["v3_0", [{ value: 1 }, { value: 4 }]], ["v4", []]]);
  expect(summedByVersion(queries, series)).toEqual([["3", 7]]);
});
