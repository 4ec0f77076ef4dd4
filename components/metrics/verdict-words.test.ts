import { expect, test } from "vitest";
import { errorDetail, errorHeadline, throttleDetail, throttleHeadline } from "./verdict-words";

// The tests run in Asia/Kathmandu, 5:45 ahead of UTC.
const at = (hour: number, minute: number) => Date.UTC(2026, 10, 20, hour, minute) - (5 * 60 + 45) * 60_000;
const NOW_MS = at(15, 0);
const metrics = { limits: { timeoutMs: 3000, accountConcurrency: 1000 }, loadedAtMs: NOW_MS };
const span = { fromMs: at(14, 0), untilMs: at(14, 7), rejected: 84, requests: 120 };
const earlier = { fromMs: at(13, 0), untilMs: at(13, 1), rejected: 2, requests: 9 };

test("a proven limit is named, and how often else it was reached", () => {
  const verdict = { cause: "reserved", limit: 2, spans: [earlier, span] } as const;
  expect(throttleHeadline(verdict, NOW_MS)).toBe("Rejected 14:00 – 14:07: its reserved concurrency of 2 was reached.");
  expect(throttleDetail(verdict, metrics)).toBe("84 of 120 requests rejected (70 %) in that time. At 1 other time before.");
});

test("without proof the cause is unknown, with what was seen", () => {
  const verdict = { cause: "unknown", spans: [span], periods: 7, concurrency: { least: 2, most: 2 }, accountMost: 4 } as const;
  expect(throttleHeadline(verdict, NOW_MS)).toBe("Rejected 14:00 – 14:07: the cause is not certain.");
  expect(throttleDetail(verdict, metrics)).toMatch(/^84 of 120 requests rejected \(70 %\) in that time\. Today no concurrency is reserved/);
});

const failing = { failed: 40, invocations: 100, rate: 0.4, goesOn: true, throughout: false, spans: [{ fromMs: at(14, 0), untilMs: at(14, 7) }] };
const totals = { invocations: 100, errors: 40, throttles: 0, durationP50: null, durationP95: null, durationP99: null, concurrencyMax: null };

test.each([
  ["since when", failing, totals, "40 of 100, above 5 % since 14:00. Nothing was rejected."],
  ["until when", { ...failing, goesOn: false }, totals, "40 of 100, above 5 % 14:00 – 14:07 and not after. Nothing was rejected."],
  ["all the time", { ...failing, throughout: true }, totals, "40 of 100, above 5 % in every period that ran anything. Nothing was rejected."],
  ["on and off", { ...failing, goesOn: false, spans: [earlier, span] }, totals, "40 of 100, on and off: above 5 % at 2 times, last 14:00 – 14:07. Nothing was rejected."],
  ["with rejections beside it", failing, { ...totals, throttles: 1 }, "40 of 100, above 5 % since 14:00."],
])("errors %s", (_, verdict, sums, words) => {
  expect(errorDetail(verdict, { totals: sums, loadedAtMs: NOW_MS })).toBe(words);
});

test.each([
  [0.4, "40 % of the invocations failed."],
  [1, "Every invocation failed."],
])("%d is %s", (rate, words) => {
  expect(errorHeadline({ ...failing, rate })).toBe(words);
});
