import { expect, test } from "vitest";
import { FIELD_LIMITS, findFieldProblem } from "./limits";
import { configurationFieldsSchema, type ConfigurationField } from "./schema";

const cases: [ConfigurationField, string | number, RegExp | undefined][] = [
  ["memoryMb", 128, undefined],
  ["memoryMb", 10_240, undefined],
  ["memoryMb", 127, /128 and 10,240 MB/],
  ["memoryMb", 10_241, /128 and 10,240 MB/],
  ["memoryMb", "256", undefined],
  ["memoryMb", "", /whole number/],
  ["memoryMb", "1.5", /whole number/],
  ["memoryMb", "many", /whole number/],
  ["timeoutSeconds", 0, /1 and 900 s/],
  ["timeoutSeconds", 900, undefined],
  ["timeoutSeconds", 901, /1 and 900 s/],
  ["ephemeralStorageMb", 511, /512 and 10,240 MB/],
  ["handler", "index.handler", undefined],
  ["handler", "", /must be given/],
  ["handler", "index handler", /white space/],
  ["handler", "x".repeat(129), /at most 128/],
  ["description", "", undefined],
  ["description", "x".repeat(256), undefined],
  ["description", "x".repeat(257), /257 characters/],
];

test.each(cases)("%s = %j: %s", (field, value, problem) => {
  const found = findFieldProblem(field, value);
  if (problem) expect(found).toMatch(problem);
  else expect(found).toBeUndefined();
});

test("the form and the wire agree on what may be saved", () => {
  const numbers = [0, 1, 127, 128, 511, 512, 900, 901, 10_240, 10_241];
  for (const field of Object.keys(FIELD_LIMITS) as ConfigurationField[]) {
    const values = FIELD_LIMITS[field].min === undefined ? ["", "a b", "index.handler", "x".repeat(129), "x".repeat(257)] : numbers;
    for (const value of values) {
      expect(findFieldProblem(field, value) === undefined, `${field} ${value}`).toBe(
        configurationFieldsSchema.shape[field].safeParse(value).success,
      );
    }
  }
});
