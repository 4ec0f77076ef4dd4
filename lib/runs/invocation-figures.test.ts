import { expect, test } from "vitest";
import { figuresOf, figuresOfAttempts } from "./invocation-figures";

const VERSION = { architecture: "x86_64", ephemeralStorageMb: 512 } as const;
const MEASURED = { durationMs: 90.5, billedDurationMs: 91, memoryMb: 1_024, maxMemoryUsedMb: 70 };

test("a price where the version is known, none where it is not", () => {
  const { costUsd, costReceipt, ...figures } = figuresOf(MEASURED, "us-east-1", VERSION);
  expect(figures).toEqual({ ...MEASURED, initDurationMs: undefined });
  expect(costUsd).toBeCloseTo(0.0000002 + 0.091 * 0.0000166667, 12);
  expect(costReceipt?.length).toBeGreaterThan(0);
  expect(figuresOf(MEASURED, "us-east-1", undefined)).toEqual({ ...MEASURED, initDurationMs: undefined });
  expect(figuresOf({ durationMs: 1 }, "us-east-1", VERSION).costUsd).toBeUndefined();
});

test("several attempts: the last one's figures, the cost of all, each on the receipt", () => {
  const second = { ...MEASURED, durationMs: 10, billedDurationMs: 10 };
  const all = figuresOfAttempts([MEASURED, second], "us-east-1", VERSION);
  const [one, two] = [figuresOf(MEASURED, "us-east-1", VERSION), figuresOf(second, "us-east-1", VERSION)];
  expect(all).toMatchObject({ durationMs: 10, billedDurationMs: 10 });
  expect(all.costUsd).toBeCloseTo((one.costUsd ?? 0) + (two.costUsd ?? 0), 15);
  expect(all.costReceipt?.map(({ label }) => label).filter((label) => label.endsWith("attempt 2"))).toHaveLength(two.costReceipt?.length ?? 0);
  expect(figuresOfAttempts([], "us-east-1", VERSION)).toEqual({});
  expect(figuresOfAttempts([{}, MEASURED], "us-east-1", VERSION)).toMatchObject({ durationMs: 90.5 });
});
