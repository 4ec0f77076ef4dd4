import { expect, it } from "vitest";
import { createRandom, uuid } from "./random.ts";

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const draw = (count: number, value: () => number) => Array.from({ length: count }, value);

it("repeats itself for a seed and only for that", () => {
  expect(createRandom("a").hex(64)).toBe(createRandom("a").hex(64));
  expect(createRandom("a").hex(64)).not.toBe(createRandom("b").hex(64));
});

it("draws from the named distributions", () => {
  const random = createRandom("distributions");
  expect(mean(draw(20_000, () => random.unit()))).toBeCloseTo(0.5, 1);
  expect(mean(draw(20_000, () => random.poisson(0.7)))).toBeCloseTo(0.7, 1);
  const sorted = draw(20_001, () => random.logNormal(40, 0.5)).sort((a, b) => a - b);
  expect(sorted[10_000]).toBeGreaterThan(38);
  expect(sorted[10_000]).toBeLessThan(42);
  expect(Math.min(...draw(1_000, () => random.below(3)))).toBe(0);
  expect(Math.max(...draw(1_000, () => random.below(3)))).toBe(2);
});

it("makes UUIDs of version 4", () => {
  const random = createRandom("ids");
  const ids = draw(500, () => 0).map(() => uuid(random));
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
