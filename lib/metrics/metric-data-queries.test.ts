import { expect, test } from "vitest";
import { functionMetricQueries, QUERIES_PER_ROW, rowMetricQueries, sparklinePeriodSeconds } from "./metric-data-queries";
import { windowOfRange } from "./time-range";

const NOW_MS = Date.UTC(2026, 10, 20, 12, 34, 56);
const hour = windowOfRange("1h", NOW_MS);

test("percentiles of the totals are asked as one period over the window", () => {
  const totals = functionMetricQueries("checkout", hour).filter(({ id }) => id.startsWith("totalDuration"));
  expect(totals.map(({ statistic, periodSeconds }) => [statistic, periodSeconds])).toEqual([
    ["p50", 3_600],
    ["p95", 3_600],
    ["p99", 3_600],
  ]);
});

test("concurrency is read with Maximum, the region's without a dimension", () => {
  const concurrency = functionMetricQueries("checkout", hour).filter(({ metricName }) => metricName === "ConcurrentExecutions");
  expect(concurrency.map(({ statistic, dimensions }) => [statistic, dimensions])).toEqual([
    ["Maximum", { FunctionName: "checkout" }],
    ["Maximum", {}],
  ]);
});

test("a function costs at most twelve metrics, a row four", () => {
  const billed = (queries: { metricName: string; periodSeconds: number; dimensions: object }[]) =>
    new Set(queries.map((query) => JSON.stringify([query.metricName, query.periodSeconds, query.dimensions]))).size;
  expect(billed(functionMetricQueries("checkout", hour))).toBeLessThanOrEqual(12);
  expect(billed(rowMetricQueries(["checkout"], hour, NOW_MS))).toBe(4);
});

test("100 rows fit into one call, with ids of their own that CloudWatch accepts", () => {
  const queries = rowMetricQueries(Array.from({ length: 100 }, (_, index) => `fn-${index}`), hour, NOW_MS);
  expect(queries).toHaveLength(100 * QUERIES_PER_ROW);
  expect(queries.length).toBeLessThanOrEqual(500);
  expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
  for (const { id } of queries) expect(id).toMatch(/^[a-z][A-Za-z0-9_]*$/);
});

test.each(["15m", "1h", "3h", "24h", "7d", `${NOW_MS - 7 * 60_000}-${NOW_MS}`, `${NOW_MS - 20 * 86_400_000}-${NOW_MS}`])(
  "a sparkline of %s has at most 30 buckets of a period that CloudWatch takes",
  (range) => {
    const window = windowOfRange(range, NOW_MS);
    const seconds = sparklinePeriodSeconds(window, NOW_MS);
    expect((window.endMs - window.startMs) / 1_000 / seconds).toBeLessThanOrEqual(30);
    expect(seconds % (NOW_MS - window.startMs > 15 * 86_400_000 ? 300 : 60)).toBe(0);
  },
);
