import { describe, expect, test } from "vitest";
import { sumOfLines } from "./cost-model";
import { costPeriod } from "./cost-period";
import { buildCostReport } from "./cost-report";
import type { FunctionUsage } from "./function-cost";

const NOW = Date.UTC(2026, 10, 3, 12);
const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 10, 1);

function usage(name: string, changes: Partial<FunctionUsage> = {}): FunctionUsage {
  return {
    region: "us-east-1",
    name,
    memoryMb: 1024,
    architecture: "x86_64",
    ephemeralStorageMb: 512,
    lastModifiedMs: FIRST - DAY,
    buckets: [
      { timestampMs: FIRST + 3_600_000, requests: 1_000_000, durationMs: 99.5e6 },
      { timestampMs: FIRST + DAY, requests: 500_000, durationMs: 49.75e6 },
    ],
    init: { msByDay: new Map([[FIRST, 2e6]]), totalMs: 2e6, estimated: false, method: "Init Duration of every REPORT line" },
    ...changes,
  };
}

function report(usages: FunctionUsage[], text = "month") {
  return buildCostReport({ period: costPeriod(text, NOW), usages, problems: [], initPending: false, loadedAtMs: NOW });
}

describe("free tier", () => {
  test("is taken off once for all functions, regions and architectures", () => {
    const result = report([usage("a"), usage("b", { architecture: "arm64" }), usage("c", { region: "eu-west-1" })]);
    expect(result.freeTier).toMatchObject({ requests: 1_000_000, gbSeconds: 400_000 });
    expect(result.receipt.filter((line) => line.label.startsWith("Free tier"))).toHaveLength(2);
    // 4.5 M requests, of which 1 M are free at 0.20; 456,000 GB-s at an average of (2 × 16.6667 + 13.3334) / 3 a million.
    expect(result.freeTier?.amountUsd).toBeCloseTo(0.2 + 0.4 * ((2 * 16.6667 + 13.3334) / 3), 9);
  });

  test("never makes a bill negative, and a small month is free to the last digit", () => {
    const result = report([usage("a", { buckets: [{ timestampMs: FIRST, requests: 3, durationMs: 7.7 }] }), usage("b", { region: "ap-east-1", buckets: [{ timestampMs: FIRST, requests: 7, durationMs: 1.1 }] })]);
    expect(result.grossUsd).toBeGreaterThan(0);
    expect(result.totalUsd).toBe(0);
  });

  test("storage is not part of it", () => {
    const result = report([usage("a", { ephemeralStorageMb: 1536 })]);
    expect(result.receipt.find((line) => line.label.startsWith("Ephemeral storage"))?.amountUsd).toBeCloseTo(152_000 * 0.0000000309, 12);
    expect(result.totalUsd).toBeCloseTo(0.1 + 152_000 * 0.0000000309, 9);
  });

  test("is not taken off a range, and the report says so", () => {
    const result = report([usage("a")], `${FIRST}-${NOW}`);
    expect(result.freeTier).toBeUndefined();
    expect(result.totalUsd).toBe(result.grossUsd);
    expect(result.notes.join(" ")).toContain("not taken off a range");
  });
});

describe("sums", () => {
  const result = report([usage("a"), usage("b", { architecture: "arm64", memoryMb: 333 }), usage("c", { region: "eu-west-1", ephemeralStorageMb: 2048 })]);

  test("the total is the sum of its receipt, exactly", () => {
    expect(result.totalUsd).toBe(sumOfLines(result.receipt));
  });

  test("functions, days and total agree", () => {
    const functionsUsd = result.functions.reduce((sum, entry) => sum + (entry.costUsd ?? 0), 0);
    const daysUsd = result.days.reduce((sum, day) => sum + day.requestsUsd + day.computeUsd + day.initUsd, 0);
    expect(functionsUsd).toBeCloseTo(result.grossUsd, 9);
    expect(daysUsd).toBeCloseTo(result.grossUsd, 9);
    expect(result.days.map((day) => day.dayMs)).toEqual([FIRST, FIRST + DAY, FIRST + 2 * DAY]);
    expect(result.days[1]?.initUsd).toBe(0);
  });

  test("dearest first", () => {
    expect(result.functions.map((entry) => entry.name)).toEqual(["c", "a", "b"]);
  });
});

describe("honesty", () => {
  test("a region without a price is left out of the total and says so", () => {
    const result = report([usage("a", { region: "il-central-1" })]);
    expect(result.functions[0]?.costUsd).toBeUndefined();
    expect(result.functions[0]?.notes[0]).toContain("No price of il-central-1 has a source");
    expect(result.grossUsd).toBe(0);
  });

  test("INIT that could not be read is missing, not zero", () => {
    const result = report([usage("a", { init: undefined, initProblem: "logs:FilterLogEvents is not allowed" })]);
    expect(result.functions[0]?.initGbSeconds).toBeUndefined();
    expect(result.functions[0]?.notes).toEqual(["INIT is missing: logs:FilterLogEvents is not allowed."]);
    expect(result.notes).toContain("INIT is missing for a, so the total is too low.");
    expect(report([usage("a")]).notes.join(" ")).not.toContain("INIT is");
  });

  test("a function changed within the period says that today's memory is used", () => {
    const result = report([usage("a", { lastModifiedMs: FIRST + DAY })]);
    expect(result.functions[0]?.notes[0]).toContain("Changed on 2026-11-02");
  });

  test("tiers count all functions of the region and architecture together", () => {
    const huge = [{ timestampMs: FIRST, requests: 0, durationMs: 6e12 }];
    const result = report([usage("a", { buckets: huge, init: undefined }), usage("b", { buckets: huge, init: undefined })]);
    expect(result.grossUsd).toBeCloseTo(6e9 * 0.0000166667 + 6e9 * 0.000015, 3);
    expect(result.functions[0]?.costUsd).toBeCloseTo(result.grossUsd / 2, 3);
    expect(result.receipt[1]?.method).toContain("average price over 2 tiers");
  });

  test("names the sources and the oldest date of the prices used", () => {
    const result = report([usage("a"), usage("c", { region: "eu-west-1" })]);
    expect(result.prices.asOf).toBe("2026");
    expect(result.prices.source).toContain("us-east-1: AWS Price List, AWSLambda");
  });
});
