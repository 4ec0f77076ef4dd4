import { findRunStart } from "@/lib/runs/run-start";
import type { AssertionSubject } from "./assertion-subject";
import { describeAssertion } from "./describe-assertion";
import { checkJsonSchema } from "./json-schema-check";
import { cut } from "./json-value";
import { checkLog } from "./log-check";
import { checkResponse } from "./response-check";
import type { Assertion, AssertionResult, Verdict } from "./schema";

type Check = Pick<AssertionResult, "passed" | "expected" | "got" | "where">;

/** Holds each assertion against a run that ended. Never throws: what cannot be checked has failed, and says why. */
export function evaluateAssertions(assertions: readonly Assertion[], subject: AssertionSubject): AssertionResult[] {
  return assertions.map((assertion) => ({ assertionId: assertion.id, label: describeAssertion(assertion), ...checkSafely(assertion, subject) }));
}

/** A path that descends without end, a value nested thousands deep: their libraries throw. */
function checkSafely(assertion: Assertion, subject: AssertionSubject): Check {
  try {
    return check(assertion, subject);
  } catch (error) {
    return { passed: false, expected: "can be checked", got: `It could not be checked: ${error instanceof Error ? error.message : "unknown reason"}.` };
  }
}

/** All passed, one failed, or undefined: nothing was asserted, which is neither. */
export function verdictOf(results: readonly AssertionResult[]): Verdict | undefined {
  if (results.length === 0) return undefined;
  return results.every(({ passed }) => passed) ? "passed" : "failed";
}

function check(assertion: Assertion, subject: AssertionSubject): Check {
  switch (assertion.kind) {
    case "response":
      return checkResponse(assertion, subject.response);
    case "response_schema":
      return checkSchema(assertion.schema, subject.response);
    case "outcome":
      return { passed: subject.outcome === assertion.expected, expected: assertion.expected, got: subject.outcome };
    case "max_duration":
      return atMost(subject.durationMs, assertion.limitMs, "ms");
    case "max_memory":
      return atMost(subject.maxMemoryUsedMb, assertion.limitMb, "MB");
    case "log":
      return checkLog(assertion, subject);
    case "error_type":
      return { passed: subject.errorType === assertion.expected, expected: assertion.expected, got: subject.errorType ?? "no error" };
    case "start":
      return checkStart(assertion.expected, subject);
  }
}

/** Inclusive: a run of exactly the limit keeps it. */
function atMost(value: number | undefined, limit: number, unit: "ms" | "MB"): Check {
  const expected = `at most ${limit.toLocaleString("en")} ${unit}`;
  if (value === undefined) return { passed: false, expected, got: "not measured: the run has no REPORT line" };
  return { passed: value <= limit, expected, got: `${value.toLocaleString("en")} ${unit}` };
}

function checkStart(expected: "cold" | "warm", subject: AssertionSubject): Check {
  const start = findRunStart(subject);
  return { passed: start === expected, expected, got: start === "init_failed" ? "INIT failed" : (start ?? "not known: the run has no REPORT line") };
}

function checkSchema(schema: string, response: string | undefined): Check {
  const expected = "satisfies the JSON Schema";
  if (response === undefined) return { passed: false, expected, got: "There is no response to look into." };
  let value: unknown;
  try {
    value = JSON.parse(response);
  } catch {
    return { passed: false, expected, got: `The response is not JSON: ${cut(response)}` };
  }
  const result = checkJsonSchema(schema, value);
  if ("problem" in result) return { passed: false, expected, got: result.problem };
  return result.fits ? { passed: true, expected, got: "it does" } : { passed: false, expected, got: result.rule, where: result.where };
}
