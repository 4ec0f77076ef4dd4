import { expect, test } from "vitest";
import { findFilterProblem } from "./filter-pattern";

test.each<[string, RegExp | undefined]>([
  ["{}", undefined],
  ['{"body":{"status":["paid"]}}', undefined],
  ['{"body":{"amount":[{"numeric":[">",10]}],"note":[null,""]}}', undefined],
  ['{"$or":[{"body":{"a":["1"]}},{"body":{"b":["2"]}}]}', undefined],
  ['{"body":{"status":"paid"}}', /“body.status” must be a list/],
  ['{"body":{"status":[]}}', /“body.status” allows nothing/],
  ['{"body":{}}', /“body” is empty/],
  ['{"$or":[{"a":["1"]}]}', /at least two/],
  ['{"$or":[{"a":["1"]},{"a":1}]}', /must be a list/],
  ["[]", /is an object/],
  ["paid", /is JSON/],
  [`{"a":["${"x".repeat(4_100)}"]}`, /4,096/],
])("%s", (text, problem) => {
  const found = findFilterProblem(text);
  if (problem) expect(found).toMatch(problem);
  else expect(found).toBeUndefined();
});
