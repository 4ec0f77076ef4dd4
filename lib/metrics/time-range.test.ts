import { describe, expect, test } from "vitest";
import { windowOfRange } from "./time-range";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 20, 12, 34, 56, 789);

describe("presets", () => {
  test.each([
    ["15m", 60, 15],
    ["1h", 60, 60],
    ["3h", 60, 180],
    ["24h", 300, 288],
    ["7d", 3_600, 168],
  ])("%s has a period of %d s and %d points", (range, periodSeconds, points) => {
    const window = windowOfRange(range, NOW_MS);
    expect(window.periodSeconds).toBe(periodSeconds);
    expect((window.endMs - window.startMs) / (periodSeconds * 1_000)).toBe(points);
    expect(window.startMs % (periodSeconds * 1_000)).toBe(0);
  });

  test("the running period is the last one", () => {
    const { endMs } = windowOfRange("1h", NOW_MS);
    expect(new Date(endMs).toISOString()).toBe("2026-11-20T12:35:00.000Z");
  });

  test("on the very boundary the next period has not begun", () => {
    const boundaryMs = Date.UTC(2026, 10, 20, 12, 35);
    expect(windowOfRange("1h", boundaryMs).endMs).toBe(boundaryMs);
  });
});

describe("the provisional tail", () => {
  test("is at least a minute", () => {
    const { provisionalFromMs } = windowOfRange("1h", NOW_MS, 3_000);
    expect(new Date(provisionalFromMs).toISOString()).toBe("2026-11-20T12:33:00.000Z");
  });

  test("is as long as the function's timeout", () => {
    const { provisionalFromMs } = windowOfRange("1h", NOW_MS, 15 * MINUTE_MS);
    expect(new Date(provisionalFromMs).toISOString()).toBe("2026-11-20T12:19:00.000Z");
  });

  test("never begins before the window", () => {
    const window = windowOfRange("15m", NOW_MS, 60 * MINUTE_MS);
    expect(window.provisionalFromMs).toBe(window.startMs);
  });

  test("a window in the past has none", () => {
    const window = windowOfRange(`${NOW_MS - 10 * DAY_MS}-${NOW_MS - 9 * DAY_MS}`, NOW_MS, 900_000);
    expect(window.provisionalFromMs).toBe(window.endMs);
  });
});

describe("two moments", () => {
  test.each([
    [7 * MINUTE_MS, 0, 60],
    [4 * 60 * MINUTE_MS, 0, 60],
    [5 * 60 * MINUTE_MS, 0, 120],
    [DAY_MS, 0, 300],
    [14 * DAY_MS, 0, 7_200],
    // CloudWatch keeps minutes for 15 days and five minutes for 63.
    [60 * MINUTE_MS, 16 * DAY_MS, 300],
    [60 * MINUTE_MS, 64 * DAY_MS, 3_600],
    [400 * DAY_MS, 0, 172_800],
  ])("%d ms that ended %d ms ago have a period of %d s", (lengthMs, agoMs, periodSeconds) => {
    const untilMs = NOW_MS - agoMs;
    expect(windowOfRange(`${untilMs - lengthMs}-${untilMs}`, NOW_MS).periodSeconds).toBe(periodSeconds);
  });

  test("hold at most 300 points and all of what was asked", () => {
    for (let minutes = 1; minutes < 60 * 24 * 100; minutes = Math.ceil(minutes * 1.37)) {
      const fromMs = NOW_MS - minutes * MINUTE_MS;
      const window = windowOfRange(`${fromMs}-${NOW_MS}`, NOW_MS);
      const points = (window.endMs - window.startMs) / (window.periodSeconds * 1_000);
      expect(points).toBeLessThanOrEqual(300);
      expect(Number.isInteger(points)).toBe(true);
      expect(window.startMs).toBeLessThanOrEqual(fromMs);
      expect(window.endMs).toBeGreaterThanOrEqual(NOW_MS);
    }
  });

  test("the future is cut off", () => {
    const window = windowOfRange(`${NOW_MS - 10 * MINUTE_MS}-${NOW_MS + DAY_MS}`, NOW_MS);
    expect(new Date(window.endMs).toISOString()).toBe("2026-11-20T12:35:00.000Z");
  });

  test.each([
    [`${NOW_MS}-${NOW_MS - 1}`, "ends before"],
    [`${NOW_MS + 1}-${NOW_MS + 2}`, "future"],
  ])("%s is refused", (range, words) => {
    expect(() => windowOfRange(range, NOW_MS)).toThrow(words);
  });
});
