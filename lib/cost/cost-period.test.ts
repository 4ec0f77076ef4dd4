import { describe, expect, test } from "vitest";
import { costPeriod, daysOf } from "./cost-period";

const NOW = Date.UTC(2026, 10, 20, 23, 47, 57);
const iso = (timestampMs: number) => new Date(timestampMs).toISOString().slice(0, 16);

describe("cost period", () => {
  test("the month so far begins at midnight UTC, whatever the machine's zone", () => {
    const period = costPeriod("month", NOW);
    expect(period).toMatchObject({ kind: "month", label: "November 2026 so far", endMs: NOW, periodSeconds: 3600 });
    expect(iso(period.startMs)).toBe("2026-11-01T00:00");
    expect(daysOf(period)).toHaveLength(20);
  });

  test("at the first instant of a month there is one day", () => {
    const period = costPeriod("month", Date.UTC(2026, 11, 1));
    expect(daysOf(period)).toEqual([Date.UTC(2026, 11, 1)]);
  });

  test.each([
    ["15m", "2026-11-20T23:33", "2026-11-20T23:48", 60],
    ["24h", "2026-11-19T23:50", "2026-11-20T23:50", 300],
    ["7d", "2026-11-14T00:00", "2026-11-21T00:00", 3600],
  ])("%s is aligned to what CloudWatch keeps", (text, start, end, periodSeconds) => {
    const period = costPeriod(text, NOW);
    expect([iso(period.startMs), iso(period.endMs), period.periodSeconds]).toEqual([start, end, periodSeconds]);
  });

  test("a custom range is widened to whole periods, and not beyond now", () => {
    const from = Date.UTC(2026, 10, 20, 23, 10, 30);
    const period = costPeriod(`${from}-${NOW + 3_600_000}`, NOW);
    expect([iso(period.startMs), iso(period.endMs)]).toEqual(["2026-11-20T23:10", "2026-11-20T23:48"]);
  });

  test.each([
    [1, 1, 60],
    [20, 1, 300],
    [70, 1, 3600],
    [5, 72, 3600],
  ])("a range that began %d days ago and lasts %d h asks for %d s", (ageDays, hours, periodSeconds) => {
    const from = NOW - ageDays * 86_400_000;
    expect(costPeriod(`${from}-${from + hours * 3_600_000}`, NOW).periodSeconds).toBe(periodSeconds);
  });

  test("a range that is not one is refused", () => {
    expect(() => costPeriod(`${NOW}-${NOW - 1}`, NOW)).toThrow("ends before it starts");
    expect(() => costPeriod(`${NOW + 1}-${NOW + 2}`, NOW)).toThrow("not begun");
  });
});
