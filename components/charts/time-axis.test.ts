import { describe, expect, test } from "vitest";
import { bucketLabel, spanLabel, timeTicks } from "./time-axis";
import type { TimeFrame } from "./time-series";

// The tests run in Asia/Kathmandu: UTC+5:45.
const NOON_UTC = Date.UTC(2026, 10, 20, 12, 0);

function frame(startMs: number, count: number, periodSeconds: number, timeZone?: string): TimeFrame {
  return { timestampsMs: Array.from({ length: count }, (_, index) => startMs + index * periodSeconds * 1000), periodSeconds, timeZone };
}

describe("timeTicks", () => {
  test("an hour of minutes has a tick each quarter, on local round times", () => {
    expect(timeTicks(frame(NOON_UTC, 60, 60), 5).map(({ label }) => label)).toEqual(["17:45", "18:00", "18:15", "18:30"]);
  });

  test("fewer ticks fit a narrow plot", () => {
    expect(timeTicks(frame(NOON_UTC, 60, 60), 3).map(({ label }) => label)).toEqual(["18:00", "18:30"]);
  });

  test("a week of hours is ticked by day although no bucket starts at the zone's midnight", () => {
    const ticks = timeTicks(frame(NOON_UTC, 168, 3600), 7);
    expect(ticks.map(({ label }) => label)).toEqual(["21 Nov", "22 Nov", "23 Nov", "24 Nov", "25 Nov", "26 Nov", "27 Nov"]);
    expect(new Date(ticks[0]?.timestampMs ?? 0).toISOString()).toBe("2026-11-20T19:00:00.000Z");
  });

  test("a named zone is used instead of the browser's", () => {
    expect(timeTicks(frame(NOON_UTC, 60, 60, "UTC"), 5).map(({ label }) => label)).toEqual(["12:00", "12:15", "12:30", "12:45"]);
  });

  test("every tick is a bucket, and there are never more than asked for", () => {
    for (const [count, period] of [[15, 60], [60, 60], [180, 60], [288, 300], [168, 3600], [300, 86_400], [31, 86_400]] as const) {
      const buckets = frame(NOON_UTC, count, period);
      const ticks = timeTicks(buckets, 5);
      expect(ticks.length, `${count} × ${period} s`).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.every(({ timestampMs }) => buckets.timestampsMs.includes(timestampMs))).toBe(true);
    }
  });

  test("nothing to draw has no ticks", () => {
    expect(timeTicks(frame(NOON_UTC, 0, 60), 6)).toEqual([]);
  });
});

describe("names of times", () => {
  test("a bucket within one day is called by its times, in longer charts by its day too", () => {
    expect(bucketLabel(frame(NOON_UTC, 60, 60), 1)).toBe("17:46 – 17:47");
    expect(bucketLabel(frame(NOON_UTC, 288, 300), 0)).toBe("20 Nov, 17:45 – 17:50");
    expect(bucketLabel(frame(NOON_UTC, 20, 86_400, "UTC"), 2)).toBe("22 Nov");
  });

  test("a stretch of time names its day unless it is today", () => {
    const minute = 60_000;
    expect(spanLabel(NOON_UTC, NOON_UTC + 7 * minute, NOON_UTC)).toBe("17:45 – 17:52");
    expect(spanLabel(NOON_UTC, NOON_UTC + 7 * minute, NOON_UTC + 2 * 86_400_000)).toBe("20 Nov 17:45 – 17:52");
    expect(spanLabel(NOON_UTC, NOON_UTC + 600 * minute, NOON_UTC)).toBe("17:45 – 21 Nov 03:45");
  });
});
