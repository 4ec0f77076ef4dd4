import { expect, it } from "vitest";
import { initStartLine, nodeLine, pythonError, pythonLine, reportLine } from "./log-text.ts";

const requestId = "8f507cfc-c8a1-4bcb-9d9c-6f3d1f3c1f4e";
const timestampMs = Date.UTC(2026, 4, 13, 9, 8, 7, 65);

it("writes REPORT as Lambda does, warm and cold", () => {
  const report = { requestId, durationMs: 2.46, memoryMb: 1024, usedMb: 95 };
  expect(reportLine({ ...report, initMs: 413.61 })).toBe(
    `REPORT RequestId: ${requestId}\tDuration: 2.46 ms\tBilled Duration: 417 ms\tMemory Size: 1024 MB\tMax Memory Used: 95 MB\tInit Duration: 413.61 ms\t\n`,
  );
  expect(reportLine({ ...report, durationMs: 80 })).toBe(
    `REPORT RequestId: ${requestId}\tDuration: 80.00 ms\tBilled Duration: 80 ms\tMemory Size: 1024 MB\tMax Memory Used: 95 MB\t\n`,
  );
});

it("does not bill a millisecond for a rounding error of floating point", () => {
  // 0.1 + 0.2 + … : in binary 66.41 + 33.59 is a little more than 100.
  for (const [durationMs, initMs] of [[66.41, 33.59], [1.1, 2.9], [8.2, 0.8]] as const)
    expect(reportLine({ requestId, durationMs, initMs, memoryMb: 128, usedMb: 40 })).toContain(
      `Billed Duration: ${Math.round(durationMs + initMs)} ms`,
    );
});

it("writes the runtimes' lines", () => {
  expect(nodeLine(timestampMs, requestId, "WARN", "careful")).toBe(`2026-05-13T09:08:07.065Z\t${requestId}\tWARN\tcareful\n`);
  expect(nodeLine(timestampMs, undefined, "INFO", "init")).toBe("2026-05-13T09:08:07.065Z\tundefined\tINFO\tinit\n");
  expect(pythonLine(timestampMs, requestId, "INFO", "hello")).toBe(`[INFO]\t2026-05-13T09:08:07.065Z\t${requestId}\thello\n`);
  expect(initStartLine("python:3.13.v61", "arn:aws:lambda:eu-west-1::runtime:00")).toBe(
    "INIT_START Runtime Version: python:3.13.v61\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:00\n",
  );
});

it("writes a Python error as one event with its trace", () => {
  const frame = { file: "app.py", line: 3, name: "handler", code: "raise ValueError('no')" };
  expect(pythonError("ValueError", "no", [frame])).toBe(
    "[ERROR] ValueError: no\nTraceback (most recent call last):\n\u00a0\u00a0File \"/var/task/app.py\", line 3, in handler\n\u00a0\u00a0\u00a0\u00a0raise ValueError('no')\n",
  );
});
