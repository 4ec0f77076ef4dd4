import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.ts";
import { referenceKey } from "./sample-function.ts";
import { planTraffic } from "./traffic-plan.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const startedAtMs = Date.UTC(2026, 4, 12, 14, 7, 31);
const plan = (fromMs: number, untilMs: number, seed = "seed") =>
  planTraffic(catalogue, { seed, startedAtMs, fromMs, untilMs });

describe("the live traffic's plan", () => {
  it("is the same for the same seed, whatever the windows", () => {
    const whole = plan(startedAtMs, startedAtMs + 30 * MINUTE_MS);
    const inParts = Array.from({ length: 30 }, (_, minute) =>
      plan(startedAtMs + minute * MINUTE_MS, startedAtMs + (minute + 1) * MINUTE_MS),
    ).flat();
    expect(inParts).toEqual(whole);
    expect(plan(startedAtMs, startedAtMs + 30 * MINUTE_MS, "other")).not.toEqual(whole);
  });

  it("calls every function but the nightly one within the first minute", () => {
    const called = new Set(plan(startedAtMs, startedAtMs + MINUTE_MS).map(referenceKey));
    const missing = catalogue.map(referenceKey).filter((key) => !called.has(key));
    expect(missing).toEqual(["eu-west-1/nightly-report"]);
  });

  it("stays gentle: 15 to 25 calls a minute", () => {
    const calls = plan(startedAtMs, startedAtMs + DAY_MS).length / 1_440;
    expect(calls).toBeGreaterThan(15);
    expect(calls).toBeLessThan(25);
  });

  it("calls checkout in groups larger than its concurrency every two to three minutes", () => {
    const payments = plan(startedAtMs, startedAtMs + 60 * MINUTE_MS).filter((call) => call.functionName === "checkout");
    const groups = payments.filter(({ atMs }, index) => {
      const before = payments[index - 1]?.atMs ?? -Infinity;
      return atMs - before > 1_000 && (payments[index + 3]?.atMs ?? Infinity) - atMs < 300;
    });
    expect(groups.length).toBeGreaterThanOrEqual(20);
    expect(groups.length).toBeLessThanOrEqual(30);
  });

  it("runs the nightly report at 03:00 UTC", () => {
    const reports = plan(startedAtMs, startedAtMs + 2 * DAY_MS).filter((call) => call.functionName === "nightly-report");
    expect(reports.map((call) => new Date(call.atMs).toISOString())).toEqual([
      "2026-05-13T03:00:00.000Z",
      "2026-05-14T03:00:00.000Z",
    ]);
  });

  it("sends only events with a weight, each of them in the end", () => {
    const sent = plan(startedAtMs, startedAtMs + DAY_MS).filter((call) => call.functionName === "checkout");
    const checkout = catalogue.find((sample) => sample.functionName === "checkout");
    const wanted = checkout?.events.filter((event) => event.weight > 0).map((event) => event.payload);
    expect(new Set(sent.map((call) => call.payload))).toEqual(new Set(wanted));
  });
});
