import { describe, expect, test } from "vitest";
import { createHarness, requestFor } from "./engine-harness.ts";

const movableClock = () => {
  let offsetMs = 0;
  return {
    now: () => Date.now() + offsetMs,
    monotonicMs: () => performance.now() + offsetMs,
    advance: (ms: number) => {
      offsetMs += ms;
    },
  };
};
const ECHO = "export const handler = async (event) => { console.log('ran', event.n); if (event.fail) throw new Error('no'); };";

describe("an asynchronous invocation", () => {
  test("runs, and is tried after one and after two minutes when it fails, under one request id", async () => {
    const clock = movableClock();
    const harness = createHarness({ clock });
    const version = harness.define({ files: { "index.mjs": ECHO } });
    const starts = () => harness.telemetry.messages().filter((message) => message.startsWith("START"));
    const errors = () => harness.telemetry.values("Errors", 1).length;
    harness.engine.enqueue(version, requestFor(version, { fail: true }));
    await expect.poll(errors).toBe(1);
    clock.advance(60_000);
    await expect.poll(errors).toBe(2);
    clock.advance(60_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors()).toBe(2);
    clock.advance(60_000);
    await expect.poll(errors).toBe(3);
    await expect.poll(() => harness.telemetry.values("AsyncEventsDropped", 1)).toEqual([1]);
    expect(new Set(starts()).size).toBe(1);
    expect(harness.telemetry.values("AsyncEventsReceived", 2)).toEqual([1]);
    expect(harness.telemetry.values("AsyncEventAge", 0)).toHaveLength(3);
    await harness.close();
  });

  test("waits while it is throttled, and is dropped at once when the function is switched off", async () => {
    const clock = movableClock();
    const harness = createHarness({ clock, limits: { concurrentExecutions: 0, reservedTotal: () => 0 } });
    const version = harness.define({ files: { "index.mjs": ECHO } });
    harness.engine.enqueue(version, requestFor(version));
    await expect.poll(() => harness.telemetry.values("Throttles", 1)).toEqual([1]);
    clock.advance(1_000);
    await expect.poll(() => harness.telemetry.values("Throttles", 1)).toEqual([1, 1]);
    clock.advance(6 * 60 * 60_000);
    await expect.poll(() => harness.telemetry.values("AsyncEventsDropped", 1)).toEqual([1]);
    const off = harness.define({ files: { "index.mjs": ECHO }, reserved: 0 });
    harness.engine.enqueue(off, requestFor(off));
    await expect.poll(() => harness.telemetry.values("AsyncEventsDropped", 1)).toEqual([1, 1]);
    await harness.close();
  });

  test("survives the region: what was accepted runs after a restart", async () => {
    const first = createHarness({ limits: { concurrentExecutions: 0, reservedTotal: () => 0 } });
    const version = first.define({ files: { "index.mjs": ECHO } });
    first.engine.enqueue(version, requestFor(version, { n: 7 }));
    await first.engine.close();
    const second = createHarness({ directory: first.directory, resolveVersion: () => version });
    await expect.poll(() => second.telemetry.messages().some((message) => message.endsWith("ran 7\n"))).toBe(true);
    await second.close();
  });
});
