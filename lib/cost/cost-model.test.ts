import { describe, expect, test } from "vitest";
import { estimateComputeCost, estimateInvocationCost, sumOfLines } from "./cost-model";

const x86 = { memoryMb: 128, architecture: "x86_64", ephemeralStorageMb: 512, region: "us-east-1" } as const;

describe("compute cost: worked examples", () => {
  test("128 MB x86, 100 ms, 1 M invocations: 12,500 GB-s, 0.2083 + 0.20", () => {
    const cost = estimateComputeCost({ ...x86, requests: 1e6, durationMsSum: 99.5e6 });
    expect(cost?.gbSeconds).toBe(12_500);
    expect(cost?.lines.map((line) => line.amountUsd.toFixed(4))).toEqual(["0.2000", "0.2083"]);
    expect(cost?.costUsd.toFixed(2)).toBe("0.41");
  });

  test("1,024 MB arm, 200 ms, 10 M: 26.67 + 2.00", () => {
    const cost = estimateComputeCost({ ...x86, memoryMb: 1024, architecture: "arm64", requests: 1e7, durationMsSum: 199.5 * 1e7 });
    expect(cost?.gbSeconds).toBe(2_000_000);
    expect(cost?.costUsd.toFixed(2)).toBe("28.67");
  });

  test("cold starts: 1 % of 10 M with 800 ms at 1,024 MB x86 are 80,000 GB-s, 1.33", () => {
    const cost = estimateComputeCost({ ...x86, memoryMb: 1024, requests: 1e7, durationMsSum: 1e9, initMsSum: 100_000 * 800 });
    expect(cost?.initGbSeconds).toBe(80_000);
    expect(cost?.lines.find((line) => line.label === "INIT")?.amountUsd.toFixed(2)).toBe("1.33");
  });

  test("memory 1,769 to 1,024 with unchanged time saves 42 % of the duration cost", () => {
    const computeUsd = (memoryMb: number) => estimateComputeCost({ ...x86, memoryMb, requests: 1e6, durationMsSum: 1e8 })?.lines[1]?.amountUsd ?? 0;
    expect(Math.round((1 - computeUsd(1024) / computeUsd(1769)) * 100)).toBe(42);
  });

  test("rounding up to 1 ms is half a ms a request, and the method says so", () => {
    const cost = estimateComputeCost({ ...x86, memoryMb: 1024, requests: 1000, durationMsSum: 1500 });
    expect(cost?.gbSeconds).toBe(2);
    expect(cost?.lines[1]?.method).toContain("0.5 ms × 1,000 requests");
  });

  test("INIT that is not known gets no line, INIT of zero does", () => {
    const usage = { ...x86, requests: 10, durationMsSum: 100 };
    expect(estimateComputeCost(usage)?.lines.map((line) => line.label)).toEqual(["Requests", "Compute, x86_64"]);
    expect(estimateComputeCost(usage)?.initGbSeconds).toBeUndefined();
    expect(estimateComputeCost({ ...usage, initMsSum: 0 })?.lines.map((line) => line.label)).toEqual(["Requests", "Compute, x86_64", "INIT"]);
  });

  test("the account's total decides the tier", () => {
    const usage = { ...x86, memoryMb: 1024, requests: 0, durationMsSum: 1000 };
    expect(estimateComputeCost({ ...usage, accountGbSeconds: 12e9 })?.costUsd).toBeCloseTo((0.0000166667 + 0.000015) / 2, 15);
  });

  test("a region without a sourced price has no cost", () => {
    expect(estimateComputeCost({ ...x86, region: "me-central-1", requests: 1, durationMsSum: 1 })).toBeUndefined();
    expect(estimateInvocationCost({ ...x86, region: "me-central-1", billedDurationMs: 1 })).toBeUndefined();
  });
});

describe("invocation cost", () => {
  test("303 ms at 512 MB arm64: request + 0.1515 GB-s", () => {
    const cost = estimateInvocationCost({ billedDurationMs: 303, memoryMb: 512, architecture: "arm64", ephemeralStorageMb: 512, region: "us-east-1" });
    expect(cost?.lines.map(({ label, detail }) => `${label}: ${detail}`)).toEqual(["Requests: 1 × $0.20 per million", "Compute, arm64: 0.1515 GB-s × $0.0000133334"]);
    expect(cost?.costUsd).toBeCloseTo(0.0000002 + 0.1515 * 0.0000133334, 12);
  });

  test("storage above 512 MB only", () => {
    const lines = (ephemeralStorageMb: number) => estimateInvocationCost({ ...x86, billedDurationMs: 2000, ephemeralStorageMb })?.lines ?? [];
    expect(lines(512)).toHaveLength(2);
    expect(lines(1536)[2]).toMatchObject({ label: "Ephemeral storage", amountUsd: 2 * 0.0000000309 });
  });
});

test("a total is exactly the sum of its receipt, over many sizes and regions", () => {
  for (const region of ["us-east-1", "eu-west-1", "ap-east-1"]) {
    for (const memoryMb of [128, 513, 1769, 10_240]) {
      for (const ephemeralStorageMb of [512, 513, 10_240]) {
        for (const scale of [1, 7, 1_234_567, 9_876_543_210]) {
          const sizing = { region, memoryMb, ephemeralStorageMb, architecture: "arm64" } as const;
          const compute = estimateComputeCost({ ...sizing, requests: scale, durationMsSum: scale * 33.7, initMsSum: scale * 1.3 })!;
          expect(compute.costUsd).toBe(sumOfLines(compute.lines));
          expect(compute.lines).toHaveLength(ephemeralStorageMb > 512 ? 4 : 3);
          const invocation = estimateInvocationCost({ ...sizing, billedDurationMs: scale })!;
          expect(invocation.costUsd).toBe(sumOfLines(invocation.lines));
        }
      }
    }
  }
});
