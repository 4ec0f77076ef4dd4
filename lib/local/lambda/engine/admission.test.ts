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
  const run = () => admission.enter({ version: version("a", 1), coldStart: false }).release();
  for (let count = 0; count < 10; count += 1) run();
  expect(reasonOf(run)).toBe("ReservedFunctionInvocationRateLimitExceeded");
  clock.atMs = 100;
  expect(reasonOf(run)).toBeUndefined();
});

test("ten requests a second for each execution of the region", () => {
  const clock = clockAt();
  const admission = new Admission({ concurrentExecutions: 2, reservedTotal: () => 0 }, clock);
  const run = () => admission.enter({ version: version("a"), coldStart: false }).release();
  for (let count = 0; count < 20; count += 1) run();
  expect(reasonOf(run)).toBe("FunctionInvocationRateLimitExceeded");
  expect(reasonOf(() => admission.enter({ version: { ...version("a"), region: "us-east-1" }, coldStart: false }))).toBeUndefined();
});

test("1,000 environments at once, then 100 each second, for each function", () => {
  const clock = clockAt();
  const admission = new Admission({ concurrentExecutions: 5_000, reservedTotal: () => 0 }, clock);
  const start = () => admission.enter({ version: version("a"), coldStart: true });
  for (let count = 0; count < 1_000; count += 1) start();
  expect(reasonOf(start)).toBe("ConcurrentInvocationLimitExceeded");
  expect(reasonOf(() => admission.enter({ version: version("b"), coldStart: true }))).toBeUndefined();
  clock.atMs = 10;
  expect(reasonOf(start)).toBeUndefined();
  expect(reasonOf(start)).toBe("ConcurrentInvocationLimitExceeded");
});

test("counts what runs in the function, in the region and in the unreserved pool", () => {
  const admission = new Admission({ concurrentExecutions: 10, reservedTotal: () => 2 }, clockAt());
  admission.enter({ version: version("a", 2), coldStart: false });
  const slot = admission.enter({ version: version("b"), coldStart: false });
  expect(slot.concurrency).toEqual({ resource: 1, function: 1, region: 2, unreserved: 1 });
  slot.release();
  expect(admission.enter({ version: version("a", 2), coldStart: false }).concurrency).toEqual({ resource: 2, function: 2, region: 2, unreserved: undefined });
});

test("takes provisioned concurrency out of the reserved one, and counts callers by the name they used", () => {
  const admission = new Admission({ concurrentExecutions: 10, reservedTotal: () => 3 }, clockAt());
  const reserved = version("a", 3);
  const ready = admission.enterProvisioned(reserved, "a:live");
  expect(ready.concurrency).toEqual({ resource: 1, function: 1, region: 1, unreserved: undefined });
  const onDemand = { version: reserved, coldStart: false, provisioned: 2 };
  expect(admission.enter({ ...onDemand, resource: "a:1" }).concurrency).toEqual({ resource: 1, function: 2, region: 2, unreserved: undefined });
  expect(reasonOf(() => admission.enter(onDemand))).toBe("ReservedFunctionConcurrentInvocationLimitExceeded");
  ready.release();
  expect(reasonOf(() => admission.enter(onDemand))).toBe("ReservedFunctionConcurrentInvocationLimitExceeded");
});
