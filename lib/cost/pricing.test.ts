import { describe, expect, test } from "vitest";
import { PRICE_TABLE } from "./price-table";
import { averageGbSecondUsd, priceSources, regionPrices, splitByTier } from "./pricing";

const virginia = regionPrices("us-east-1")!;

describe("prices", () => {
  test.each([
    ["us-east-1", 0.2, 0.0000166667, 0.0000133334, 0.0000000309],
    ["eu-west-1", 0.2, 0.0000166667, 0.0000133334, 0.000000034],
    ["eu-central-2", 0.22, 0.0000183334, 0.0000146667, 0.0000000441],
    ["af-south-1", 0.27, 0.0000221, 0.00001768, 0.0000000404],
  ])("of %s", (region, requests, x86, arm, storage) => {
    const prices = regionPrices(region);
    expect(prices?.usdPerMillionRequests).toBe(requests);
    expect(prices?.duration.x86_64[0]?.usdPerGbSecond).toBe(x86);
    expect(prices?.duration.arm64[0]?.usdPerGbSecond).toBe(arm);
    expect(prices?.usdPerStorageGbSecond).toBe(storage);
  });

  test.each(["me-central-1", "cn-northwest-1", "eu-south-2", "il-central-1", "us-gov-west-1"])("of %s are absent: no source in USD", (region) => {
    expect(regionPrices(region)).toBeUndefined();
  });

  test("every row names a source and its date, and ends at Infinity", () => {
    for (const prices of PRICE_TABLE.values()) {
      expect(prices.source.text).not.toBe("");
      expect(prices.source.date).toMatch(/^20\d\d/);
      expect(prices.duration.x86_64.at(-1)?.upToGbSeconds).toBe(Infinity);
      expect(prices.duration.arm64.at(-1)?.upToGbSeconds).toBe(Infinity);
    }
    expect(PRICE_TABLE.size).toBe(24);
  });
});

test("sources are AWS's own, by region, and as old as the oldest", () => {
  expect(priceSources(["us-east-1"])).toEqual({ asOf: "2026-09-19", source: "us-east-1: AWS Price List, AWSLambda, published 2026-09-19" });
  expect(priceSources(["us-east-1", "eu-west-1", "sa-east-1", "eu-south-2", "us-east-1"])).toEqual({
    asOf: "2026",
    source: "eu-west-1, sa-east-1: AWS Pricing Calculator, first tier, as of 2026; us-east-1: AWS Price List, AWSLambda, published 2026-09-19",
  });
  expect(priceSources(["eu-south-2"])).toEqual({ asOf: "", source: "" });
});

describe("tiers", () => {
  test.each([
    [0, [[0, 0.0000166667]]],
    [6e9, [[6e9, 0.0000166667]]],
    [6e9 + 1, [[6e9, 0.0000166667], [1, 0.000015]]],
    [20e9, [[6e9, 0.0000166667], [9e9, 0.000015], [5e9, 0.0000133334]]],
  ])("split %d GB-seconds", (gbSeconds, expected) => {
    const shares = splitByTier(virginia.duration.x86_64, gbSeconds);
    expect(shares.map((share) => [share.gbSeconds, share.usdPerGbSecond])).toEqual(expected);
  });

  test("the average is the first price below the first border and less above", () => {
    expect(averageGbSecondUsd(virginia, "arm64", 7.5e9)).toBe(0.0000133334);
    expect(averageGbSecondUsd(virginia, "arm64", 15e9)).toBeCloseTo((0.0000133334 + 0.0000120001) / 2, 15);
  });
});
