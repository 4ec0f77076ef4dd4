import { describe, expect, it } from "vitest";
import type { MetricMinute } from "../../telemetry.ts";
import { catalogue } from "../catalogue.ts";
import { logEntries } from "./log-entries.ts";
import { metricMinutes } from "./metric-minutes.ts";
import { historyModels } from "./models.ts";
import { endedMs, simulateHistory, startedMs } from "./simulate.ts";

const DAY_MS = 86_400_000;
const untilMs = Date.UTC(2026, 4, 13, 15, 42);
const slices = [...simulateHistory(historyModels(catalogue), { fromMs: untilMs - 4 * DAY_MS, untilMs, seed: "test" })];
const invocations = slices.flatMap((slice) => slice.invocations);
const throttles = slices.flatMap((slice) => slice.throttles);
const entries = slices.flatMap((slice) => logEntries(slice.invocations));
const minutes = slices.flatMap(metricMinutes).flatMap(({ minutes: each, ...metric }) => each.map((minute) => ({ ...metric, ...minute })));
const messages = entries.flatMap((entry) => entry.lines.map((line) => line.message));

const REPORT =
  /^REPORT RequestId: \S+\tDuration: (\d+\.\d\d) ms\tBilled Duration: (\d+) ms\tMemory Size: (\d+) MB\tMax Memory Used: (\d+) MB\t(?:Init Duration: (\d+\.\d\d) ms\t)?\n$/;
const reports = messages.flatMap((message) => {
  const [, duration, billed, memory, used, init] = REPORT.exec(message) ?? [];
  if (duration === undefined) return [];
  return [{ durationMs: Number(duration), billedMs: Number(billed), memoryMb: Number(memory), usedMb: Number(used), initMs: Number(init ?? 0) }];
});
const linesThat = (start: string) => messages.filter((message) => message.startsWith(start)).length;

type Statistic = (values: MetricMinute["values"]) => number;
const samples: Statistic = (values) => values.reduce((total, number, at) => (at % 2 === 1 ? total + number : total), 0);
const sum: Statistic = (values) => values.reduce((total, number, at) => (at % 2 === 1 ? total + values[at - 1]! * number : total), 0);
const total = (name: string, dimensions: string[], statistic = sum, region?: string) =>
  minutes
    .filter((minute) => minute.name === name && Object.keys(minute.dimensions).join() === dimensions.join())
    .filter((minute) => region === undefined || minute.region === region)
    .reduce((whole, minute) => whole + statistic(minute.values), 0);
const DIMENSION_SETS = [[], ["FunctionName"], ["FunctionName", "Resource"]];

describe("the log of the simulated history", () => {
  it("has the lines of every invocation", () => {
    expect(reports).toHaveLength(invocations.length);
    expect(linesThat("REPORT ")).toBe(invocations.length);
    expect(linesThat("START ")).toBe(invocations.length);
    expect(linesThat("END ")).toBe(invocations.length);
  });

  it("has INIT in as many reports as there were cold starts", () => {
    const cold = invocations.filter((one) => one.initMs !== undefined).length;
    expect(cold).toBeGreaterThan(500);
    expect(reports.filter((report) => report.initMs > 0)).toHaveLength(cold);
    expect(linesThat("INIT_START ")).toBe(cold);
    expect(new Set(entries.map((entry) => entry.logStream)).size).toBe(cold);
  });

  it("bills duration and INIT together, rounded up", () => {
    const wrong = reports.filter(({ durationMs, initMs, billedMs }) => {
      const roundedUpMs = billedMs - durationMs - initMs;
      return roundedUpMs < -1e-6 || roundedUpMs > 1 - 1e-6;
    });
    expect(wrong).toEqual([]);
  });

  it("reports memory within the function's size", () => {
    expect(reports.every((report) => report.usedMb > 0 && report.usedMb < report.memoryMb)).toBe(true);
  });

  it("keeps the lines of a stream in order, in the stream's group, from its first day", () => {
    const lastMs = new Map<string, number>();
    const backwards = entries.flatMap(({ logStream, lines }) =>
      lines.filter(({ timestampMs }) => {
        const isBehind = timestampMs < (lastMs.get(logStream) ?? 0);
        lastMs.set(logStream, timestampMs);
        return isBehind;
      }),
    );
    expect(backwards).toEqual([]);
    const oddNames = entries.filter(
      ({ logGroup, logStream, lines }) =>
        !/^\/aws\/lambda\/[a-z-]+$/.test(logGroup) ||
        !/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/.test(logStream) ||
        (lines[0]?.timestampMs ?? 0) < Date.parse(`${logStream.slice(0, 10).replaceAll("/", "-")}T00:00:00Z`),
    );
    expect(oddNames).toEqual([]);
  });

  it("explains every error with one event", () => {
    const failed = invocations.filter((one) => one.behaviour.failed).length;
    expect(failed).toBeGreaterThan(20);
    expect(linesThat("[ERROR] ")).toBe(failed);
  });
});

describe("the metrics of the simulated history", () => {
  it.each(DIMENSION_SETS)("agree with the log for the dimensions %j %j", (...dimensions) => {
    expect(total("Invocations", dimensions)).toBe(reports.length);
    expect(total("Duration", dimensions, samples)).toBe(reports.length);
    expect(total("Duration", dimensions)).toBeCloseTo(reports.reduce((all, report) => all + report.durationMs, 0), 1);
    expect(total("Errors", dimensions)).toBe(linesThat("[ERROR] "));
    expect(total("Errors", dimensions, samples)).toBe(reports.length);
    expect(total("Throttles", dimensions)).toBe(throttles.length);
    expect(total("Throttles", dimensions, samples)).toBe(reports.length + throttles.length);
    expect(total("ConcurrentExecutions", dimensions, samples)).toBe(reports.length);
  });

  it("count unreserved concurrency for the region alone, without checkout", () => {
    const unreserved = invocations.filter((one) => one.model.functionName !== "checkout").length;
    expect(total("UnreservedConcurrentExecutions", [], samples)).toBe(unreserved);
    expect(minutes.filter((one) => one.name.startsWith("Unreserved") && "FunctionName" in one.dimensions)).toEqual([]);
  });

  it("have each minute of a series once, on the minute", () => {
    const keys = minutes.map((one) => [one.region, one.name, ...Object.values(one.dimensions), one.minuteMs].join());
    expect(new Set(keys).size).toBe(keys.length);
    expect(minutes.every((one) => one.minuteMs % 60_000 === 0 && samples(one.values) > 0)).toBe(true);
  });
});

describe("the environments of the simulated history", () => {
  it("run one invocation at a time", () => {
    const freeMs = new Map<string, number>();
    const overlapping = invocations.filter((one) => {
      const isEarly = one.arrivedMs < (freeMs.get(one.logStream) ?? 0);
      freeMs.set(one.logStream, endedMs(one));
      return isEarly || startedMs(one) >= endedMs(one);
    });
    expect(overlapping).toEqual([]);
  });

  it("begin with INIT and never have another one", () => {
    const seen = new Set<string>();
    const odd = invocations.filter((one) => {
      const isKnown = seen.has(one.logStream);
      seen.add(one.logStream);
      return isKnown !== (one.initMs === undefined);
    });
    expect(odd).toEqual([]);
  });

  it("add up to the concurrency that each invocation met", () => {
    let running: typeof invocations = [];
    const wrong = invocations.filter((one) => {
      running = [...running.filter((other) => endedMs(other) > one.arrivedMs), one];
      const inRegion = running.filter(({ model }) => model.region === one.model.region);
      return (
        one.concurrency.ofFunction !== inRegion.filter(({ model }) => model === one.model).length ||
        one.concurrency.ofRegion !== inRegion.length ||
        one.concurrency.unreserved !== inRegion.filter(({ model }) => model.reservedConcurrency === undefined).length
      );
    });
    expect(wrong).toEqual([]);
    expect(Math.max(...invocations.map((one) => one.concurrency.ofRegion))).toBeGreaterThan(3);
  });
});
