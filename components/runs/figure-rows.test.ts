import { expect, test } from "vitest";
import type { Run } from "@/lib/runs/schema";
import { figureRows } from "./figure-rows";

const RUN: Run = { id: "1", region: "us-east-1", functionName: "f", qualifier: "$LATEST", invocationType: "RequestResponse", payload: "{}", outcome: "success", startedAtMs: 1 };
const row = (before: Partial<Run>, after: Partial<Run>, label: string) => figureRows({ ...RUN, ...before }, { ...RUN, ...after }).find((each) => each.label === label);

test.each([
  ["Duration", { durationMs: 10 }, { durationMs: 12.5 }, "10 ms", "13 ms", "+2.5 ms"],
  ["Duration", { durationMs: 12.5 }, { durationMs: 10 }, "13 ms", "10 ms", "−2.5 ms"],
  ["Memory used", { maxMemoryUsedMb: 40 }, { maxMemoryUsedMb: 40 }, "40 MB", "40 MB", "same"],
  ["INIT", { initDurationMs: 90 }, {}, "90 ms", "–", undefined],
  ["Version", {}, { executedVersion: "3" }, "$LATEST", "3", undefined],
  ["Outcome", {}, { outcome: "not_run", throttleReason: "x" }, "succeeded", "throttled", undefined],
  ["Response", { response: "é" }, { response: "ee" }, "2 B", "2 B", "same"],
] as const)("%s", (label, before, after, was, is, change) => {
  expect(row(before, after, label)).toEqual({ label, before: was, after: is, change });
});
