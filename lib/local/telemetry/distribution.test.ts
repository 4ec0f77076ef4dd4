import { expect, it } from "vitest";
import { addValue, boundDistribution, emptyDistribution, mergeDistribution } from "./distribution.ts";
import { valuesFromText, valuesText } from "./distribution-text.ts";

it("keeps count, sum, minimum, maximum and values across a merge", () => {
  const one = emptyDistribution();
  addValue(one, 3, 2);
  const two = emptyDistribution();
  addValue(two, 3, 1);
  addValue(two, -1.5, 1);
  mergeDistribution(one, two);
  expect(one).toEqual({ count: 4, sum: 7.5, min: -1.5, max: 3, values: new Map([[3, 3], [-1.5, 1]]) });
});

it("groups many values within one percent and keeps the figures exact", () => {
  const many = emptyDistribution();
  for (let index = 1; index <= 20_000; index += 1) addValue(many, index / 7, 1);
  const { count, sum, min, max } = many;
  boundDistribution(many);
  expect(many.values.size).toBeLessThan(512);
  expect({ count: many.count, sum: many.sum, min: many.min, max: many.max }).toEqual({ count, sum, min, max });
  expect([...many.values.values()].reduce((total, each) => total + each, 0)).toBe(20_000);
  const sorted = [...many.values].sort(([a], [b]) => a - b);
  let seen = 0;
  for (const [value, each] of sorted) {
    seen += each;
    const highest = seen / 7;
    expect(Math.abs(value - highest) / highest).toBeLessThan(0.03);
  }
});

it("writes values as text and reads them back", () => {
  const mixed = emptyDistribution();
  addValue(mixed, 12.5, 3);
  addValue(mixed, 0, 1);
  expect(valuesFromText(valuesText(mixed), mixed.count, mixed.min)).toEqual(mixed.values);
  const same = emptyDistribution();
  addValue(same, 1, 7);
  expect(valuesText(same)).toBeNull();
  expect(valuesFromText(null, same.count, same.min)).toEqual(new Map([[1, 7]]));
});
