import { describe, expect, test } from "vitest";
import { answerOf, createHarness } from "./engine-harness.ts";
import type { InvocationResult } from "../invocation-engine.ts";

const WAIT = "export const handler = async (event) => { await new Promise((r) => setTimeout(r, event.ms ?? 0)); return process.pid; };";

describe("concurrency", () => {
  test("two of ten run when two are reserved, the others are throttled and counted", async () => {
    const harness = createHarness();
    const version = harness.define({ files: { "index.mjs": WAIT }, reserved: 2 });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => harness.invoke(version, { ms: 50 })));
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({
      errorType: "TooManyRequestsException",
      status: 429,
      message: "Rate Exceeded.",
      members: { Reason: "ReservedFunctionConcurrentInvocationLimitExceeded" },
    });
    expect(harness.telemetry.values("Throttles", 0).reduce((sum, value) => sum + value)).toBe(8);
    expect(harness.telemetry.values("Invocations", 1)).toEqual([1, 1]);
    expect(Math.max(...harness.telemetry.values("ConcurrentExecutions", 1))).toBe(2);
    expect(harness.telemetry.values("UnreservedConcurrentExecutions", 0)).toEqual([]);
    await harness.close();
  });

  test("reserved 0 switches the function off", async () => {
    const harness = createHarness();
    const version = harness.define({ files: { "index.mjs": WAIT }, reserved: 0 });
    await expect(harness.invoke(version)).rejects.toMatchObject({ members: { Reason: "ReservedFunctionConcurrentInvocationLimitExceeded" } });
    await harness.close();
  });

  test("functions without reserved concurrency share what is left", async () => {
    const harness = createHarness({ limits: { concurrentExecutions: 3, reservedTotal: () => 2 } });
    const version = harness.define({ files: { "index.mjs": WAIT } });
    const running = harness.invoke(version, { ms: 50 });
    await expect(harness.invoke(version)).rejects.toMatchObject({ members: { Reason: "ConcurrentInvocationLimitExceeded" } });
    await running;
    await harness.close();
  });

  test("an idle environment is used again; those that run at once are different", async () => {
    const harness = createHarness();
    const version = harness.define({ files: { "index.mjs": WAIT } });
    const pid = (result: InvocationResult) => answerOf(result) as number;
    const first = pid(await harness.invoke(version));
    expect(pid(await harness.invoke(version))).toBe(first);
    const [one, two] = await Promise.all([harness.invoke(version, { ms: 30 }), harness.invoke(version, { ms: 30 })]);
    expect(pid(one)).not.toBe(pid(two));
    expect(harness.engine.snapshot()).toEqual({ environments: 2, busy: 0 });
    await harness.close();
  });

  test("a new generation gets new environments; running invocations end on the old code", async () => {
    const harness = createHarness();
    const version = harness.define({ files: { "index.mjs": `const v = "old"; export const handler = async (event) => { await new Promise((r) => setTimeout(r, event.ms ?? 0)); return v; };` } });
    await harness.invoke(version);
    const running = harness.invoke(version, { ms: 100 });
    const changed = harness.define({ files: { "index.mjs": "export const handler = async () => 'new';" } });
    harness.engine.retire(version.region, version.functionName);
    expect(answerOf(await harness.invoke(changed))).toBe("new");
    expect(answerOf(await running)).toBe("old");
    await expect.poll(() => harness.engine.snapshot().environments).toBe(1);
    await harness.close();
  });

  test("idle environments are reclaimed", async () => {
    const harness = createHarness({ idleMs: 40 });
    const version = harness.define({ files: { "index.mjs": WAIT } });
    const pid = answerOf(await harness.invoke(version)) as number;
    await expect.poll(() => harness.engine.snapshot().environments).toBe(0);
    await expect.poll(() => isAlive(pid)).toBe(false);
    await harness.close();
  });

  test("closing leaves no process, not even of an invocation that runs", async () => {
    const harness = createHarness();
    const version = harness.define({ files: { "index.mjs": WAIT } });
    const pid = answerOf(await harness.invoke(version)) as number;
    const refused = expect(harness.invoke(version, { ms: 60_000 })).rejects.toMatchObject({ errorType: "ServiceException" });
    await harness.close();
    await refused;
    expect(isAlive(pid)).toBe(false);
    expect(harness.telemetry.values("Errors", 1)).toEqual([0]);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
