import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue.ts";
import { isWithin, placeIncidents } from "./incidents.ts";
import { historyModels } from "./models.ts";
import { endedMs, simulateHistory, type HistorySlice, type SimulatedInvocation } from "./simulate.ts";

const DAY_MS = 86_400_000;
/** A Wednesday. */
const untilMs = Date.UTC(2026, 4, 13, 15, 42);
const fromMs = untilMs - 14 * DAY_MS;
const models = historyModels(catalogue);
const incidents = placeIncidents(untilMs);
const slices = [...simulateHistory(models, { fromMs, untilMs, seed: "test" })];
const invocations = slices.flatMap((slice) => slice.invocations);
const throttles = slices.flatMap((slice) => slice.throttles);

const of = (functionName: string, region = "us-east-1") =>
  invocations.filter(({ model }) => model.functionName === functionName && model.region === region);
const isCold = (invocation: SimulatedInvocation) => invocation.initMs !== undefined;
const countWithin = (span: { fromMs: number; untilMs: number }, all: readonly { arrivedMs: number }[]) =>
  all.filter(({ arrivedMs }) => isWithin(arrivedMs, span)).length;
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe("the simulated fortnight", () => {
  it("has about 250,000 invocations, all inside", () => {
    expect(invocations.length).toBeGreaterThan(225_000);
    expect(invocations.length).toBeLessThan(275_000);
    expect(invocations.every((one) => one.arrivedMs >= fromMs && endedMs(one) < untilMs)).toBe(true);
  });

  it("is the same for the same seed", () => {
    const [again] = simulateHistory(models, { fromMs, untilMs, seed: "test" });
    const [other] = simulateHistory(models, { fromMs, untilMs, seed: "other" });
    const ids = (slice: HistorySlice | undefined) => slice?.invocations.map((one) => one.requestId);
    expect(ids(again)).toEqual(ids(slices[0]));
    expect(ids(other)).not.toEqual(ids(slices[0]));
  });

  it("comes by time, each slice behind the one before", () => {
    const times = invocations.map((one) => one.arrivedMs);
    expect(times.every((timeMs, index) => timeMs >= (times[index - 1] ?? fromMs))).toBe(true);
    for (const slice of slices) expect(countWithin(slice, slice.invocations)).toBe(slice.invocations.length);
  });

  it("is quiet at night and calmer at weekends", () => {
    const shoppers = of("list-products");
    const onDay = (day: number) =>
      shoppers.filter((one) => one.arrivedMs >= day && one.arrivedMs < day + DAY_MS).map((one) => one.arrivedMs);
    const friday = onDay(Date.UTC(2026, 4, 8));
    const saturday = onDay(Date.UTC(2026, 4, 9));
    expect(saturday.length).toBeLessThan(friday.length * 0.75);
    const inHour = (times: number[], hour: number) =>
      times.filter((timeMs) => new Date(timeMs).getUTCHours() === hour).length;
    expect(inHour(friday, 8)).toBeLessThan(inHour(friday, 20) / 3);
  });

  it("never runs checkout above its reserved concurrency, and rejects only when it is used up", () => {
    const payments = of("checkout");
    expect(Math.max(...payments.map((one) => one.concurrency.ofFunction))).toBe(2);
    expect(throttles.length).toBeGreaterThan(500);
    let next = 0;
    let running: SimulatedInvocation[] = [];
    const runningAt = throttles.map(({ arrivedMs }) => {
      while ((payments[next]?.arrivedMs ?? Infinity) <= arrivedMs) running.push(...payments.slice(next, ++next));
      running = running.filter((one) => endedMs(one) > arrivedMs);
      return running.length;
    });
    expect(runningAt.filter((count) => count !== 2)).toEqual([]);
  });

  it("has one throttled hour", () => {
    const inHour = countWithin(incidents.throttledHour, throttles);
    expect(inHour).toBeGreaterThan(throttles.length / 4);
    expect(inHour).toBeGreaterThan(300);
  });

  it("has a deploy that replaces every environment and shifts durations", () => {
    const streamsBefore = new Set(
      invocations.filter((one) => one.arrivedMs < incidents.deployedMs).map((one) => one.logStream),
    );
    const after = invocations.filter((one) => one.arrivedMs >= incidents.deployedMs);
    expect(after.some((one) => streamsBefore.has(one.logStream))).toBe(false);

    const warm = of("list-products").filter((one) => !isCold(one));
    const before = median(warm.filter((one) => one.arrivedMs < incidents.deployedMs).map((one) => one.durationMs));
    const since = median(warm.filter((one) => one.arrivedMs >= incidents.deployedMs).map((one) => one.durationMs));
    expect(since / before).toBeCloseTo(0.68, 1);
  });

  it("has a cold wave", () => {
    const { coldWave } = incidents;
    const dayBefore = { fromMs: coldWave.fromMs - DAY_MS, untilMs: coldWave.untilMs - DAY_MS };
    const cold = invocations.filter(isCold);
    expect(countWithin(coldWave, cold)).toBeGreaterThan(2 * countWithin(dayBefore, cold));
  });

  it("lets stock-sync fail in episodes and now and then", () => {
    const syncs = of("stock-sync", "eu-west-1");
    const failed = syncs.filter((one) => one.behaviour.failed);
    for (const outage of incidents.outages)
      expect(countWithin(outage, failed)).toBeGreaterThan(countWithin(outage, syncs) / 3);
    const outside = failed.filter((one) => !incidents.outages.some((outage) => isWithin(one.arrivedMs, outage)));
    expect(outside.length).toBeGreaterThan(50);
    expect(outside.length).toBeLessThan(syncs.length * 0.04);
  });

  it("runs the nightly report each night at 03:00", () => {
    const hours = of("nightly-report", "eu-west-1").map((one) => new Date(one.arrivedMs).toISOString().slice(11, 16));
    expect(hours).toEqual(Array.from({ length: 14 }, () => "03:00"));
  });
});
