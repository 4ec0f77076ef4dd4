import { expect, test } from "vitest";
import type { FunctionVersion } from "../function-version.ts";
import { Admission } from "./admission.ts";

const clockAt = () => {
  const clock = { atMs: 0, now: () => clock.atMs, monotonicMs: () => clock.atMs };
  return clock;
};
// Admission reads no more of a version than this.
const version = (functionName: string, reservedConcurrency?: number) =>
  ({ region: "eu-west-1", functionName, reservedConcurrency }) as FunctionVersion;
const reasonOf = (enter: () => unknown): unknown => {
  try {
    enter();
    return undefined;
  } catch (error) {
    return (error as { members: { Reason: string } }).members.Reason;
  }
};

test("ten requests a second for each reserved execution", () => {
  const clock = clockAt();
  const admission = new Admission({ concurrentExecutions: 1_000, reservedTotal: () => 1 }, clock);
  const run = () => admission.enter(version("a", 1), false).release();
  for (let count = 0; count < 10; count += 1) run();
  expect(reasonOf(run)).toBe("ReservedFunctionInvocationRateLimitExceeded");
  clock.atMs = 100;
  expect(reasonOf(run)).toBeUndefined();
});

test("ten requests a second for each execution of the region", () => {
  const clock = clockAt();
  const admission = new Admission({ concurrentExecutions: 2, reservedTotal: () => 0 }, clock);
  const run = () => admission.enter(version("a"), false).release();
  for (let count = 0; count < 20; count += 1) run();
  expect(reasonOf(run)).toBe("FunctionInvocationRateLimitExceeded");
  expect(reasonOf(() => admission.enter({ ...version("a"), region: "us-east-1" }, false))).toBeUndefined();
});

test("1,000 environments at once, then 100 each second, for each function", () => {
  const clock = clockAt();
  const admission = new Admission({ concurrentExecutions: 5_000, reservedTotal: () => 0 }, clock);
  const start = () => admission.enter(version("a"), true);
  for (let count = 0; count < 1_000; count += 1) start();
  expect(reasonOf(start)).toBe("ConcurrentInvocationLimitExceeded");
  expect(reasonOf(() => admission.enter(version("b"), true))).toBeUndefined();
  clock.atMs = 10;
  expect(reasonOf(start)).toBeUndefined();
  expect(reasonOf(start)).toBe("ConcurrentInvocationLimitExceeded");
});

test("counts what runs in the function, in the region and in the unreserved pool", () => {
  const admission = new Admission({ concurrentExecutions: 10, reservedTotal: () => 2 }, clockAt());
  admission.enter(version("a", 2), false);
  const slot = admission.enter(version("b"), false);
  expect(slot.concurrency).toEqual({ function: 1, region: 2, unreserved: 1 });
  slot.release();
  expect(admission.enter(version("a", 2), false).concurrency).toEqual({ function: 2, region: 2, unreserved: undefined });
});
