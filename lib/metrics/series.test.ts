import { expect, test } from "vitest";
import { alignCounter, alignGauge, bucketTimestamps, greatest, singleValue, totalOf } from "./series";

const buckets = { startMs: 600_000, endMs: 900_000, periodSeconds: 60 };
const at = (minute: number, value: number) => ({ timestampMs: minute * 60_000, value });

test("buckets start with the window and reach its end", () => {
  expect(bucketTimestamps(buckets)).toEqual([600_000, 660_000, 720_000, 780_000, 840_000]);
  expect(bucketTimestamps({ ...buckets, periodSeconds: 120 })).toEqual([600_000, 720_000, 840_000]);
});

test("a counter is 0 where CloudWatch says nothing", () => {
  expect(alignCounter([at(10, 3), at(13, 4)], buckets)).toEqual([3, 0, 0, 4, 0]);
});

test("a duration has a gap where nothing ran, and 0 stays 0", () => {
  expect(alignGauge([at(11, 0), at(12, 18.5)], buckets)).toEqual([null, 0, 18.5, null, null]);
});

test("points of one bucket: counters add up, gauges keep the greatest", () => {
  const wide = { ...buckets, periodSeconds: 300 };
  expect(alignCounter([at(10, 3), at(11, 4)], wide)).toEqual([7]);
  expect(alignGauge([at(10, 3), at(11, 9), at(12, 4)], wide)).toEqual([9]);
});

test("a period that CloudWatch stamps before the window belongs to the first bucket", () => {
  expect(alignCounter([{ timestampMs: 595_000, value: 2 }, at(10, 1)], buckets)).toEqual([3, 0, 0, 0, 0]);
});

test("several datapoints of a whole-window percentile are refused, not averaged", () => {
  expect(singleValue([at(10, 5)])).toBe(5);
  expect(singleValue([at(10, 5), at(11, 7)])).toBeNull();
  expect(singleValue([])).toBeNull();
});

test("sums add up, and nothing adds up to 0", () => {
  expect(totalOf([at(10, 2), at(11, 3)])).toBe(5);
  expect(totalOf([])).toBe(0);
});

test("the greatest of nothing is nothing", () => {
  expect(greatest([null, null])).toBeNull();
  expect(greatest([null, 0, 2, null])).toBe(2);
});
