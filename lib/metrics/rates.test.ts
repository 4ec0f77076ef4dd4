import { expect, test } from "vitest";
import { errorRate, rejectedRate } from "./rates";

test.each([
  ["rejected requests are in neither invocations nor errors", { invocations: 90, errors: 9, throttles: 10 }, 0.1, 0.1],
  ["nothing ran: no error rate", { invocations: 0, errors: 0, throttles: 8 }, undefined, 1],
  ["nothing came: no rate at all", { invocations: 0, errors: 0, throttles: 0 }, undefined, undefined],
])("%s", (_, counts, failed, rejected) => {
  expect(errorRate(counts)).toBe(failed);
  expect(rejectedRate(counts)).toBe(rejected);
});
