import { expect, test } from "vitest";
import { sampleStatistics } from "./sample-statistics";

test("quantiles as R's type 7 and numpy have them", () => {
  expect(sampleStatistics([4, 1, 3, 2])).toMatchObject({ count: 4, p25: 1.75, p50: 2.5, p75: 3.25 });
  expect(sampleStatistics([15, 20, 35, 40, 50])).toMatchObject({ p25: 20, p50: 35, p75: 40, p95: 48 });
  expect(sampleStatistics([7])).toEqual({ count: 1, p25: 7, p50: 7, p75: 7, p95: 7, medianNoise: 0 });
  expect(sampleStatistics([])).toBeUndefined();
});

test("the noise is a notch: 1.58 × interquartile range / √n", () => {
  expect(sampleStatistics([15, 20, 35, 40, 50])?.medianNoise).toBeCloseTo((1.58 * 20) / Math.sqrt(5), 10);
});

test("the values given stay as they are", () => {
  const values = [3, 1, 2];
  sampleStatistics(values);
  expect(values).toEqual([3, 1, 2]);
});
