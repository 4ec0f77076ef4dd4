import { expect, test } from "vitest";
import { findRunStart } from "./run-start";

const ID = "79b5e81f-9cdd-4145-b1f6-7c50ef8a2a36";
const FIGURES = "Duration: 222.32 ms\tBilled Duration: 223 ms\tMemory Size: 128 MB\tMax Memory Used: 43 MB\t";
const text = (rest = "", before = "") => `START RequestId: ${ID} Version: $LATEST\n${before}END RequestId: ${ID}\nREPORT RequestId: ${ID}\t${FIGURES}${rest}\n`;
const json = (status: string, errorType?: string) =>
  `${JSON.stringify({ time: "2026-10-08T07:30:29.470Z", type: "platform.report", record: { requestId: ID, metrics: { durationMs: 222.32 }, status, errorType } })}\n`;

test.each([
  ["a warm one", text(), "warm"],
  ["a warm one in JSON", json("success"), "warm"],
  ["a timeout", text("Status: timeout"), "warm"],
  ["a module that throws", text("Status: error\tError Type: Runtime.Unknown"), "init_failed"],
  ["a module that is not there", text("Status: error\tError Type: Runtime.ImportModuleError"), "init_failed"],
  ["a handler that is not there, in JSON", json("error", "Runtime.HandlerNotFound"), "init_failed"],
  ["a handler that threw, in JSON", json("error", "TypeError"), "warm"],
  ["a process that ended", text("Status: error\tError Type: Runtime.ExitError"), undefined],
  ["a process that ended in INIT", text("Status: error\tError Type: Runtime.ExitError", "INIT_REPORT Init Duration: 99.65 ms\tPhase: invoke\tStatus: error\tError Type: Runtime.ExitError\n"), "init_failed"],
  ["out of memory", json("error", "Runtime.OutOfMemory"), undefined],
] as const)("%s", (_name, logTail, start) => {
  expect(findRunStart({ durationMs: 222.32, requestId: ID, logTail })).toBe(start);
});

test("with Init Duration it is cold, whatever came of it; without REPORT nothing is known", () => {
  expect(findRunStart({ durationMs: 703, initDurationMs: 134, requestId: ID, logTail: text("Init Duration: 133.70 ms\tStatus: error\tError Type: Runtime.OutOfMemory") })).toBe("cold");
  expect(findRunStart({ requestId: ID })).toBeUndefined();
  expect(findRunStart({ durationMs: 1, requestId: ID, logTail: undefined })).toBe("warm");
});
