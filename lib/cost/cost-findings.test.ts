import { describe, expect, test } from "vitest";
import { dayReceipt, daysFinding, dayTotalUsd, headlineSentence } from "./cost-findings";
import { sumOfLines } from "./cost-model";
import type { CostReport, FunctionCost } from "./schema";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 10, 1);
const day = (index: number, usd: number) => ({ dayMs: FIRST + index * DAY, requestsUsd: usd / 4, computeUsd: usd / 2, initUsd: usd / 4 });

function report(changes: Partial<CostReport>, requests = 1500): CostReport {
  const entry: FunctionCost = { region: "us-east-1", name: "a", memoryMb: 128, architecture: "arm64", requests, gbSeconds: 1, receipt: [], notes: [] };
  return {
    period: { label: "", startMs: 0, endMs: 1 },
    functions: [entry, { ...entry, name: "idle", requests: 0 }],
    grossUsd: 2,
    totalUsd: 2,
    receipt: [],
    days: [],
    prices: { asOf: "", source: "" },
    notes: [],
    problems: [],
    initPending: false,
    loadedAtMs: 0,
    ...changes,
  };
}

describe("headline", () => {
  test("says when the free tier covers all", () => {
    const sentence = headlineSentence(report({ totalUsd: 0, freeTier: { requests: 1500, gbSeconds: 1, amountUsd: 2 } }));
    expect(sentence).toMatch(/^For 1,500 requests to one function: all of it within the free tier\. Without it, it would be \$2/);
  });

  test("says what the free tier takes off", () => {
    expect(headlineSentence(report({ totalUsd: 1.5, freeTier: { requests: 1500, gbSeconds: 1, amountUsd: 0.5 } }))).toContain("the free tier takes off $0.5");
  });

  test("says that a range has none, and when nothing ran", () => {
    expect(headlineSentence(report({}))).toContain("before the free tier");
    expect(headlineSentence(report({}, 0))).toBe("Nothing ran in this time: no request, no compute, no INIT to pay for.");
    const problems = [{ region: "eu-west-1", message: "AWS does not allow it." }];
    expect(headlineSentence(report({ problems }, 0))).toContain("in the regions that could be read");
  });
});

describe("days", () => {
  test("today counts neither for the average nor as the dearest", () => {
    const finding = daysFinding([day(0, 1), day(1, 3), day(2, 50)], FIRST + 2 * DAY + 5);
    expect(finding).toMatch(/^\$2(\.00)? a day on average; Nov 2 was dearest with \$3(\.00)?; today so far \$50(\.00)?\.$/);
  });

  test("on the first day there is only today", () => {
    expect(daysFinding([day(0, 1)], FIRST + 5)).toMatch(/^Today so far \$1/);
    expect(daysFinding([day(0, 0), day(1, 1)], FIRST + DAY + 5)).toMatch(/^Today so far \$1/);
  });

  test("days before the first that cost something are not averaged, later idle ones are", () => {
    const days = [day(0, 0), day(1, 0), day(2, 3), day(3, 0), day(4, 3), day(5, 1)];
    expect(daysFinding(days, FIRST + 5 * DAY)).toMatch(/^\$2(\.00)? a day on average since Nov 3; Nov 3 was dearest/);
  });

  test("where nothing cost anything there is no dearest day", () => {
    expect(daysFinding([day(0, 0), day(1, 0)], FIRST + DAY)).toBe("No day cost anything.");
    expect(daysFinding([], FIRST)).toBe("No day cost anything.");
  });

  test("a day's receipt adds up to its bar", () => {
    expect(sumOfLines(dayReceipt(day(0, 0.37)))).toBe(dayTotalUsd(day(0, 0.37)));
  });
});
