import { expect, test } from "vitest";
import { errorVerdict } from "./error-verdict";

const MINUTE_MS = 60_000;

/** Errors of six minutes with ten invocations each, but for the idle ones. */
function verdict(errors: number[], idle: number[] = []) {
  const invocations = errors.map((_, index) => (idle.includes(index) ? 0 : 10));
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  return errorVerdict({
    timestampsMs: errors.map((_, index) => index * MINUTE_MS),
    window: { startMs: 0, endMs: 6 * MINUTE_MS, periodSeconds: 60, provisionalFromMs: 5 * MINUTE_MS },
    invocations,
    errors,
    totals: { invocations: sum(invocations), errors: sum(errors), throttles: 0, durationP50: null, durationP95: null, durationP99: null, concurrencyMax: null },
  });
}

test.each([
  ["nothing ran", [0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 4, 5]],
  ["nothing failed", [0, 0, 0, 0, 0, 0], []],
  ["just 5 %", [3, 0, 0, 0, 0, 0], []],
])("no verdict: %s", (_, errors, idle) => {
  expect(verdict(errors, idle)).toBeUndefined();
});

test("fails since a moment", () => {
  expect(verdict([0, 0, 0, 4, 10, 10])).toEqual({
    failed: 24,
    invocations: 60,
    rate: 0.4,
    spans: [{ fromMs: 3 * MINUTE_MS, untilMs: 6 * MINUTE_MS }],
    goesOn: true,
    throughout: false,
  });
});

test("failed and then no more", () => {
  expect(verdict([0, 10, 10, 0, 0, 0])).toMatchObject({ spans: [{ fromMs: MINUTE_MS, untilMs: 3 * MINUTE_MS }], goesOn: false });
});

test("idle periods neither end a stretch nor a range that fails throughout", () => {
  expect(verdict([10, 0, 10, 10, 0, 0], [1, 4, 5])).toMatchObject({ spans: [{ fromMs: 0, untilMs: 4 * MINUTE_MS }], goesOn: true, throughout: true });
});

test("on and off", () => {
  expect(verdict([10, 0, 10, 0, 10, 0])).toMatchObject({ spans: [{ fromMs: 0 }, { fromMs: 2 * MINUTE_MS }, { fromMs: 4 * MINUTE_MS }], goesOn: false });
});
