import { describe, expect, test } from "vitest";
import { concurrencyFinding, durationFinding, periodInWords, requestsFinding } from "./findings";
import type { FunctionMetrics } from "./schema";

const NOTHING: FunctionMetrics["totals"] = {
  invocations: 0, errors: 0, throttles: 0, durationP50: null, durationP95: null, durationP99: null, concurrencyMax: null,
};
const window = { startMs: 0, endMs: 3_600_000, periodSeconds: 60, provisionalFromMs: 3_600_000 };

describe("requestsFinding", () => {
  test.each([
    ["errors count among the invocations, throttles beside them", { invocations: 18_400, errors: 22, throttles: 212 }, "18.4k ran, 22 failed (0.12 %), 212 were rejected (1.1 %)."],
    ["all well", { invocations: 6, errors: 0, throttles: 0 }, "6 ran, none failed, none was rejected."],
    ["one rejected", { invocations: 1, errors: 1, throttles: 1 }, "1 ran, 1 failed (100 %), 1 was rejected (50 %)."],
    ["only rejected: no error rate of nothing", { invocations: 0, errors: 0, throttles: 8 }, "None ran, 8 were rejected (100 %)."],
  ])("%s", (_, totals, sentence) => {
    expect(requestsFinding({ totals: { ...NOTHING, ...totals } })).toBe(sentence);
  });
});

describe("durationFinding", () => {
  test.each([
    ["far below the timeout", 217, 10_000, "p95 217 ms, 46 × below the timeout of 10 s."],
    ["so far that the factor says nothing", 0.027, 3000, "p95 0.027 ms, far below the timeout of 3 s."],
    ["no time at all", 0, 3000, "p95 0 ms, far below the timeout of 3 s."],
    ["some way below", 1000, 4200, "p95 1 s, 4.2 × below the timeout of 4.2 s."],
    ["close to it", 2700, 3000, "p95 2.7 s, 90 % of the timeout of 3 s."],
  ])("%s", (_, durationP95, timeoutMs, sentence) => {
    expect(durationFinding({ totals: { ...NOTHING, durationP95 }, limits: { timeoutMs } })).toBe(sentence);
  });

  test("no invocation has no duration", () => {
    expect(durationFinding({ totals: NOTHING, limits: { timeoutMs: 3000 } })).toBe("Nothing ran, so there is no duration.");
  });
});

describe("concurrencyFinding", () => {
  const concurrency = [1, 2, 2, null];
  const finding = (concurrencyMax: number | null, reservedConcurrency?: number) =>
    concurrencyFinding({ totals: { ...NOTHING, concurrencyMax }, limits: { timeoutMs: 3000, reservedConcurrency }, concurrency, window });

  test("counts the periods at the reserved limit", () => {
    expect(finding(2, 2)).toBe("At its reserved 2 in 2 of 4 periods of 1 min.");
    expect(finding(2, 5)).toBe("At most 2 of 5 reserved.");
  });

  test("a limit that could not be read is not taken for none", () => {
    const limits = { timeoutMs: 3000, reservedUnread: true };
    expect(concurrencyFinding({ totals: { ...NOTHING, concurrencyMax: 2 }, limits, concurrency, window })).toBe("At most 2 at once; what is reserved could not be read.");
  });

  test("nothing reserved, nothing run and switched off are told apart", () => {
    expect(finding(2)).toBe("At most 2 at once; nothing is reserved.");
    expect(finding(null, 5)).toBe("Nothing ran.");
    expect(finding(null, 0)).toBe("Reserved concurrency is 0: nothing may run.");
  });
});

test.each([
  [60, "1 min"],
  [300, "5 min"],
  [3600, "1 h"],
  [86_400, "24 h"],
])("%s s is %s", (seconds, words) => {
  expect(periodInWords(seconds)).toBe(words);
});
