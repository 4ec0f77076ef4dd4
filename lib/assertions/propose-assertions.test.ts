import { expect, test } from "vitest";
import { findAssertionProblem } from "./assertion-problem";
import { describeAssertion } from "./describe-assertion";
import { evaluateAssertions, verdictOf } from "./evaluate-assertions";
import { proposeAssertions } from "./propose-assertions";

const RUN = {
  outcome: "success" as const,
  durationMs: 88.21,
  maxMemoryUsedMb: 74,
  response: JSON.stringify({ statusCode: 200, headers: { "content-type": "text/plain" }, body: '{"id":9007199254740993,"note":null}', long: "x".repeat(201), empty: {} }),
};

test("proposes how it ended, figures with room to spare and each value", () => {
  expect(proposeAssertions(RUN).map((assertion) => describeAssertion({ id: "", ...assertion }))).toEqual([
    "the run succeeds",
    "takes at most 200 ms",
    "uses at most 200 MB",
    "$.statusCode equals 200",
    `$.headers['content-type'] equals "text/plain"`,
    "$.body.id equals 9007199254740993",
    "$.body.note equals null",
    "$.long exists",
  ]);
});

test("every proposal is well written and holds for the run that it came from", () => {
  const assertions = proposeAssertions(RUN).map((assertion, index) => ({ id: String(index), ...assertion }));
  expect(assertions.map(findAssertionProblem).filter(Boolean)).toEqual([]);
  expect(verdictOf(evaluateAssertions(assertions, RUN))).toBe("passed");
});

test("a fast run proposes no limit that noise breaks", () => {
  expect(proposeAssertions({ outcome: "unknown", durationMs: 3.7, maxMemoryUsedMb: 4 })).toEqual([
    { kind: "max_duration", limitMs: 100 },
    { kind: "max_memory", limitMb: 10 },
  ]);
});

test("of an error its type, of no answer nothing of a response", () => {
  expect(proposeAssertions({ outcome: "function_error", errorType: "TypeError" })).toEqual([
    { kind: "outcome", expected: "function_error" },
    { kind: "error_type", expected: "TypeError" },
  ]);
  expect(proposeAssertions({ outcome: "accepted" })).toEqual([{ kind: "outcome", expected: "accepted" }]);
  expect(proposeAssertions({ outcome: "unknown" })).toEqual([]);
});
