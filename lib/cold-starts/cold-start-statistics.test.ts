import { expect, test } from "vitest";
import { parseReportLine } from "@/lib/runs/report-line";
import { coldStartStatistics, nearestRank, type TimedReport } from "./cold-start-statistics";

const window = { startMs: 0, endMs: 180_000, periodSeconds: 60, provisionalFromMs: 180_000 };

function report(timestampMs: number, durationMs: number, initMs?: number): TimedReport {
  const init = initMs === undefined ? "" : `Init Duration: ${initMs} ms\t`;
  const message = `REPORT RequestId: 8f5d3a1e-0000-4000-8000-000000000001\tDuration: ${durationMs} ms\tBilled Duration: 100 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\t${init}\n`;
  const parsed = parseReportLine(message);
  if (!parsed) throw new Error("the line is no REPORT");
  return { timestampMs, report: parsed };
}

test("a cold start counts in the bucket in which its invocation began", () => {
  // Written at 1:01, began 2.2 s before.
  const { cold, initP50 } = coldStartStatistics([report(61_000, 2_000, 200)], window);
  expect(cold).toEqual([1, 0, 0]);
  expect(initP50).toEqual([200, null, null]);
});

test("warm invocations and those outside of the window are left out", () => {
  const { totals } = coldStartStatistics([report(30_000, 5), report(100, 500, 300), report(200_000, 1_000, 300)], window);
  expect(totals).toEqual({ cold: 0, initP50: null, initP95: null, initMsSum: 0 });
});

test("totals are over all cold starts, not over the buckets' percentiles", () => {
  const inits = [100, 200, 300, 400, 1_000];
  const reports = inits.map((initMs, index) => report(index === 4 ? 130_000 : 10_000, 1, initMs));
  expect(coldStartStatistics(reports, window)).toEqual({
    timestampsMs: [0, 60_000, 120_000],
    cold: [4, 0, 1],
    initP50: [200, null, 1_000],
    initP95: [400, null, 1_000],
    totals: { cold: 5, initP50: 300, initP95: 1_000, initMsSum: 2_000 },
  });
});

test.each([
  [[], 50, null],
  [[7], 95, 7],
  [[1, 2], 50, 1],
  [[1, 2, 3], 50, 2],
  [Array.from({ length: 100 }, (_, index) => index + 1), 95, 95],
])("nearest rank of %j at p%d is %s", (values, percent, expected) => {
  expect(nearestRank(values, percent)).toBe(expected);
});
