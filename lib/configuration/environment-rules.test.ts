import { expect, test } from "vitest";
import { ENVIRONMENT_MAX_BYTES, environmentSizeBytes, findKeyProblem, findSizeProblem } from "./environment-rules";

test.each(["AB", "a1", "TABLE_NAME", "x_", "AWS_ENDPOINT_URL", "AWS_LAMBDA_EXEC_WRAPPER", "TZ", "PATH"])("%s may be set", (key) => {
  expect(findKeyProblem(key)).toBeUndefined();
});

test.each([
  ["", /name/],
  ["A", /two characters/],
  ["1A", /begins with a letter/],
  ["_A", /begins with a letter/],
  ["A-B", /letters, digits and underscores/],
  ["A B", /letters, digits and underscores/],
  ["É1", /begins with a letter/],
  ["AÉ", /letters, digits and underscores/],
  ["AB\n", /letters, digits and underscores/],
  ["AWS_REGION", /reserved/],
  ["_HANDLER", /reserved/],
  ["AWS_SESSION_TOKEN", /reserved/],
  ["LAMBDA_TASK_ROOT", /reserved/],
])("%j may not: %s", (key, problem) => {
  expect(findKeyProblem(key)).toMatch(problem);
});

test("bytes of names and values, not characters", () => {
  expect(environmentSizeBytes({})).toBe(0);
  expect(environmentSizeBytes({ AB: "x", CD: "€" })).toBe(2 + 1 + 2 + 3);
});

test("4,096 bytes fit, one more does not", () => {
  expect(findSizeProblem(ENVIRONMENT_MAX_BYTES)).toBeUndefined();
  expect(findSizeProblem(ENVIRONMENT_MAX_BYTES + 1)).toContain("4,097 bytes");
});
