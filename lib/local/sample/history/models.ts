import { catalogue } from "../catalogue.ts";
import { referenceKey, type FunctionReference, type SampleFunction } from "../sample-function.ts";
import * as behaviours from "./behaviours.ts";
import type { HistoryModel } from "./history-model.ts";

/** What a model has beside the function's own configuration. */
type Habits = Omit<HistoryModel, "region" | "functionName" | "memoryMb" | "reservedConcurrency">;

const NODE_22 = "nodejs:22.v62";
const NODE_24 = "nodejs:24.v19";

const listProducts = {
  runtimeVersion: NODE_22,
  duration: { medianMs: 6.4, sigma: 0.45 },
  coldFactor: 3.2,
  deployFactor: 0.68,
  init: { medianMs: 92, sigma: 0.16 },
  usedMb: [68, 79],
  behave: behaviours.listProducts,
} as const satisfies Omit<Habits, "demand">;

/** By `region/name`. Together about 18,000 invocations a day. */
const habits: Readonly<Record<string, Habits>> = {
  "us-east-1/list-products": {
    ...listProducts,
    demand: [{ kind: "groups", perWeekday: 1_080, size: 8, spreadMs: 45_000, peakUtcHour: 20 }],
  },
  "eu-west-1/list-products": {
    ...listProducts,
    demand: [{ kind: "groups", perWeekday: 520, size: 8, spreadMs: 45_000, peakUtcHour: 17 }],
  },
  "us-east-1/place-order": {
    runtimeVersion: NODE_24,
    demand: [{ kind: "groups", perWeekday: 640, size: 3.6, spreadMs: 20_000, peakUtcHour: 20 }],
    duration: { medianMs: 9.1, sigma: 0.4 },
    coldFactor: 2.6,
    deployFactor: 1.24,
    init: { medianMs: 101, sigma: 0.15 },
    usedMb: [71, 82],
    behave: behaviours.placeOrder,
  },
  "us-east-1/checkout": {
    runtimeVersion: NODE_24,
    demand: [
      { kind: "groups", perWeekday: 620, size: 3, spreadMs: 30_000, peakUtcHour: 20 },
      { kind: "campaign", perDay: 9, perThrottledMinute: 2.2, size: 8, spreadMs: 250 },
    ],
    duration: { medianMs: 1, sigma: 0.02 },
    coldFactor: 1.06,
    deployFactor: 1,
    init: { medianMs: 108, sigma: 0.15 },
    usedMb: [74, 88],
    behave: behaviours.checkout,
  },
  "us-east-1/resize-image": {
    runtimeVersion: "python:3.13.v61",
    demand: [{ kind: "groups", perWeekday: 260, size: 6, spreadMs: 2_400, peakUtcHour: 15 }],
    duration: { medianMs: 94, sigma: 0.12 },
    coldFactor: 1.3,
    deployFactor: 0.94,
    init: { medianMs: 74, sigma: 0.18 },
    usedMb: [41, 52],
    behave: behaviours.resizeImage,
  },
  "us-east-1/slow-starter": {
    runtimeVersion: NODE_22,
    demand: [{ kind: "groups", perWeekday: 230, size: 3, spreadMs: 12_000, peakUtcHour: 21 }],
    duration: { medianMs: 13.5, sigma: 0.3 },
    coldFactor: 1.8,
    deployFactor: 1,
    init: { medianMs: 612, sigma: 0.11 },
    usedMb: [124, 139],
    initLine: behaviours.searchInit,
    behave: behaviours.search,
  },
  "us-east-1/gift-advisor": {
    runtimeVersion: NODE_24,
    demand: [{ kind: "groups", perWeekday: 110, size: 2, spreadMs: 40_000, peakUtcHour: 20 }],
    duration: { medianMs: behaviours.ADVICE_WORD_MS, sigma: 0.02 },
    coldFactor: 1.02,
    deployFactor: 1,
    init: { medianMs: 96, sigma: 0.15 },
    usedMb: [66, 74],
    behave: behaviours.giftAdvisor,
  },
  "us-east-1/pack-orders": {
    runtimeVersion: "python:3.13.v61",
    demand: [{ kind: "groups", perWeekday: 240, size: 1.6, spreadMs: 4_000, peakUtcHour: 20 }],
    duration: { medianMs: 2.4, sigma: 0.3 },
    coldFactor: 1.8,
    deployFactor: 1,
    init: { medianMs: 69, sigma: 0.17 },
    usedMb: [36, 41],
    behave: behaviours.packOrders,
  },
  "eu-west-1/stock-sync": {
    runtimeVersion: "python:3.13.v61",
    demand: [{ kind: "every", minutes: 10, calls: 5 }],
    duration: { medianMs: behaviours.STOCK_SYNC_MEDIAN_MS, sigma: 0.05 },
    coldFactor: 1.02,
    deployFactor: 1,
    init: { medianMs: 71, sigma: 0.17 },
    usedMb: [37, 43],
    behave: behaviours.stockSync,
  },
  "eu-west-1/nightly-report": {
    runtimeVersion: "python:3.12.v88",
    demand: [{ kind: "daily", atUtcHour: 3 }],
    duration: { medianMs: 240, sigma: 0.1 },
    coldFactor: 1,
    deployFactor: 1,
    init: { medianMs: 96, sigma: 0.15 },
    usedMb: [44, 49],
    behave: behaviours.nightlyReport,
  },
  "eu-west-1/legacy-invoice": {
    runtimeVersion: "python:3.8.v79",
    demand: [{ kind: "groups", perWeekday: 52, size: 10, spreadMs: 30_000, peakUtcHour: 14 }],
    duration: { medianMs: 4.8, sigma: 0.35 },
    coldFactor: 2,
    deployFactor: 1,
    init: { medianMs: 118, sigma: 0.2 },
    usedMb: [39, 46],
    behave: behaviours.legacyInvoice,
  },
};

/** Models of the given functions; a function that is not in the catalogue has none. */
export function historyModels(functions: readonly FunctionReference[]): HistoryModel[] {
  const wanted = new Set(functions.map(referenceKey));
  return catalogue.filter((sample) => wanted.has(referenceKey(sample))).map(modelOf);
}

function modelOf(sample: SampleFunction): HistoryModel {
  const found = habits[referenceKey(sample)];
  if (!found) throw new Error(`${referenceKey(sample)} has no habits to simulate.`);
  const { region, functionName, memoryMb, reservedConcurrency } = sample;
  return { ...found, region, functionName, memoryMb, ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }) };
}
