import { expect, test } from "vitest";
import { failureWords } from "./failure-words";

const ID = "06c35593-48f2-426a-bae6-2644c5019d11";
const tail = (rest: string) => `REPORT RequestId: ${ID}\tDuration: 702.58 ms\tBilled Duration: 837 ms\tMemory Size: 128 MB\tMax Memory Used: 128 MB\t${rest}\n`;
const failed = { outcome: "function_error", requestId: ID, durationMs: 702.58, memoryMb: 128 } as const;

test("a thrown error has its own name and message", () => {
  expect(failureWords({ ...failed, errorType: "TypeError", errorMessage: "basket is empty", logTail: tail("") })).toEqual({ headline: "TypeError", message: "basket is empty" });
});

test.each([
  [{ outcome: "timeout", errorType: "Sandbox.Timedout", errorMessage: `RequestId: ${ID} Error: Task timed out after 1.00 seconds`, logTail: tail("Status: timeout") }, "The function ran out of time", "Task timed out after 1.00 seconds"],
  [
    { errorType: "Runtime.ExitError", errorMessage: `RequestId: ${ID} Error: Runtime exited with error: signal: killed`, logTail: tail("Init Duration: 133.70 ms\tStatus: error\tError Type: Runtime.OutOfMemory") },
    "The function ran out of memory (128 MB)",
    "Runtime exited with error: signal: killed",
  ],
  [
    { errorType: "Runtime.ExitError", errorMessage: `RequestId: ${ID} Error: Runtime exited with error: exit status 3`, logTail: tail("Status: error\tError Type: Runtime.ExitError") },
    "The function's process ended before it answered",
    "Runtime exited with error: exit status 3",
  ],
  [{ errorType: "TypeError", errorMessage: "DATABASE_URL is not set", logTail: tail("Status: error\tError Type: Runtime.Unknown") }, "INIT failed: TypeError", "DATABASE_URL is not set"],
  [{ errorType: "Runtime.Unknown", logTail: tail("Status: error\tError Type: Runtime.Unknown") }, "INIT failed", undefined],
  [{}, "The function failed", undefined],
] as const)("%o", (run, headline, message) => {
  expect(failureWords({ ...failed, ...run })).toMatchObject({ headline, ...(message ? { message } : {}) });
});

test("a function that only prints the words did not run out of memory", () => {
  expect(failureWords({ ...failed, errorType: "Error", errorMessage: "no", logTail: `Error Type: Runtime.OutOfMemory\n${tail("")}` }).headline).toBe("Error");
});
