import { expect, test } from "vitest";
import { trafficQueries, trafficSides } from "./alias-traffic";

test("asks for each version behind the alias", () => {
  const queries = trafficQueries({ functionName: "checkout", alias: "prod", versions: ["3", "4"], periodSeconds: 3_600 });
  expect(queries).toHaveLength(6);
  expect(queries[5]).toEqual({
    id: "p95_1",
    namespace: "AWS/Lambda",
    metricName: "Duration",
    dimensions: { FunctionName: "checkout", Resource: "checkout:prod", ExecutedVersion: "4" },
    statistic: "p95",
    periodSeconds: 3_600,
  });
});

test("an absent counter is zero, an absent duration is not", () => {
  const series = new Map([["invocations_0", [{ value: 3 }, { value: 4 }]], ["p95_0", [{ value: 120 }]]]);
  expect(trafficSides(["3", "4"], series)).toEqual([
    { version: "3", invocations: 7, errors: 0, durationP95Ms: 120 },
    { version: "4", invocations: 0, errors: 0, durationP95Ms: undefined },
  ]);
});
