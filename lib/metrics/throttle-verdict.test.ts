import { expect, test } from "vitest";
import type { FunctionMetrics } from "./schema";
import { worstSpan } from "./throttle-spans";
import { throttleVerdict } from "./throttle-verdict";

const MINUTE_MS = 60_000;

/** Six settled minutes and a provisional one; throttled in the second, third and fifth. */
function metrics(changes: Partial<FunctionMetrics>): FunctionMetrics {
  const timestampsMs = Array.from({ length: 7 }, (_, index) => index * MINUTE_MS);
  return {
    window: { startMs: 0, endMs: 7 * MINUTE_MS, periodSeconds: 60, provisionalFromMs: 6 * MINUTE_MS },
    timestampsMs,
    invocations: [10, 10, 20, 10, 30, 10, 0],
    errors: [0, 0, 0, 0, 0, 0, 0],
    throttles: [0, 5, 5, 0, 10, 0, 0],
    durationP50: [], durationP95: [], durationP99: [],
    concurrency: [1, 2, 2, 1, 2, 1, null],
    accountConcurrency: [3, 4, 4, 3, 4, 3, null],
    totals: { invocations: 90, errors: 0, throttles: 20, durationP50: null, durationP95: null, durationP99: null, concurrencyMax: 2 },
    limits: { timeoutMs: 3000, reservedConcurrency: 2, accountConcurrency: 1000 },
    partial: false,
    loadedAtMs: 7 * MINUTE_MS,
    ...changes,
  };
}

test("reserved concurrency reached in every throttled period is the cause; adjacent periods are one span", () => {
  expect(throttleVerdict(metrics({}))).toEqual({
    cause: "reserved",
    limit: 2,
    spans: [
      { fromMs: MINUTE_MS, untilMs: 3 * MINUTE_MS, rejected: 10, requests: 40 },
      { fromMs: 4 * MINUTE_MS, untilMs: 5 * MINUTE_MS, rejected: 10, requests: 40 },
    ],
  });
});

test.each([
  ["below the limit in one throttled period", { concurrency: [1, 2, 2, 1, 1, 1, null] }],
  ["above it: the limit was another then", { concurrency: [1, 2, 2, 1, 3, 1, null] }],
  ["unknown concurrency", { concurrency: [1, 2, null, 1, 2, 1, null] }],
  ["nothing reserved and the account far from full", { limits: { timeoutMs: 3000, accountConcurrency: 1000 } }],
  ["no limit known", { limits: { timeoutMs: 3000 } }],
])("unknown: %s", (_, changes) => {
  expect(throttleVerdict(metrics(changes))).toMatchObject({ cause: "unknown", periods: 3, spans: [{ rejected: 10 }, { rejected: 10 }] });
});

test.each([
  ["nothing rejected", { throttles: [0, 0, 0, 0, 0, 0, 0] }],
  ["rejected only where figures may still change", { throttles: [0, 0, 0, 0, 0, 0, 3] }],
])("no verdict: %s", (_, changes) => {
  expect(throttleVerdict(metrics(changes))).toBeUndefined();
});

test("what was seen of an unknown cause is of the settled periods with rejections, and only where all have it", () => {
  const removed = throttleVerdict(metrics({ limits: { timeoutMs: 3000, accountConcurrency: 1000 } }));
  expect(removed).toMatchObject({ concurrency: { least: 2, most: 2 }, accountMost: 4 });
  const gap = throttleVerdict(metrics({ concurrency: [1, 2, null, 1, 2, 1, null], accountConcurrency: [null, null, null, null, null, null, null] }));
  expect(gap).toMatchObject({ concurrency: undefined, accountMost: undefined });
});

test("a rejection in the newest minute joins the span but is not asked for proof", () => {
  const verdict = throttleVerdict(metrics({ throttles: [0, 5, 5, 0, 10, 10, 10], concurrency: [1, 2, 2, 1, 2, 2, 1] }));
  expect(verdict?.spans.at(-1)).toMatchObject({ fromMs: 4 * MINUTE_MS, untilMs: 7 * MINUTE_MS });
});

test("the account's limit is the cause when nothing is reserved and the account stood at it", () => {
  expect(throttleVerdict(metrics({ limits: { timeoutMs: 3000, accountConcurrency: 4 } }))).toMatchObject({ cause: "account", limit: 4 });
});

test("reserved concurrency of 0 is the cause only where nothing ran", () => {
  const limits = { timeoutMs: 3000, reservedConcurrency: 0 };
  expect(throttleVerdict(metrics({ limits }))).toMatchObject({ cause: "unknown" });
  expect(throttleVerdict(metrics({ limits, invocations: [10, 0, 0, 10, 0, 0, 0] }))).toMatchObject({ cause: "switched_off" });
});

test("the stretch with the most rejections is named first, the newest of equals", () => {
  const span = (fromMs: number, rejected: number) => ({ fromMs, untilMs: fromMs + MINUTE_MS, rejected, requests: 100 });
  expect(worstSpan([span(1, 5), span(2, 9), span(3, 1)])?.fromMs).toBe(2);
  expect(worstSpan([span(1, 5), span(2, 5)])?.fromMs).toBe(2);
});
