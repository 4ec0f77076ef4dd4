import { describe, expect, test } from "vitest";
import { parseReportLine } from "./report-line";

const ID = "79b5e81f-9cdd-4145-b1f6-7c50ef8a2a36";
const text = (rest: string) => `REPORT RequestId: ${ID}\t${rest}\n`;
const json = (record: object) => JSON.stringify({ time: "2026-10-08T07:30:29.470Z", type: "platform.report", record });

describe("text", () => {
  test.each([
    {
      name: "warm",
      line: text("Duration: 1.56 ms\tBilled Duration: 2 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t"),
      expected: { durationMs: 1.56, billedDurationMs: 2, memoryMb: 128, maxMemoryUsedMb: 36 },
    },
    {
      name: "cold, INIT billed",
      line: text("Duration: 2.46 ms\tBilled Duration: 417 ms\tMemory Size: 1024 MB\tMax Memory Used: 95 MB\tInit Duration: 413.61 ms\t"),
      expected: { durationMs: 2.46, billedDurationMs: 417, memoryMb: 1024, maxMemoryUsedMb: 95, initDurationMs: 413.61 },
    },
    {
      name: "cold before August 2025, INIT not billed",
      line: text("Duration: 1776.81 ms\tBilled Duration: 1777 ms\tMemory Size: 512 MB\tMax Memory Used: 142 MB\tInit Duration: 1987.45 ms\t"),
      expected: { durationMs: 1776.81, billedDurationMs: 1777, memoryMb: 512, maxMemoryUsedMb: 142, initDurationMs: 1987.45 },
    },
    {
      name: "SnapStart restore",
      line: text(
        "Duration: 2338.66 ms\tBilled Duration: 2521 ms\tMemory Size: 512 MB\tMax Memory Used: 173 MB\tRestore Duration: 398.97 ms\tBilled Restore Duration: 182 ms\t",
      ),
      expected: {
        durationMs: 2338.66,
        billedDurationMs: 2521,
        memoryMb: 512,
        maxMemoryUsedMb: 173,
        restoreDurationMs: 398.97,
        billedRestoreDurationMs: 182,
      },
    },
    {
      name: "X-Ray line in the same event",
      line: `${text("Duration: 3.00 ms\tBilled Duration: 3 ms\tMemory Size: 128 MB\tMax Memory Used: 40 MB\t")}XRAY TraceId: 1-5d88ad26-af7e1cf86161c0887567eed0\tSegmentId: 2ea934c013374041\tSampled: true\t\n`,
      expected: { durationMs: 3, billedDurationMs: 3, memoryMb: 128, maxMemoryUsedMb: 40 },
    },
    {
      name: "out of memory",
      line: text(
        "Duration: 612.31 ms\tBilled Duration: 613 ms\tMemory Size: 128 MB\tMax Memory Used: 128 MB\tStatus: error\tError Type: Runtime.OutOfMemory",
      ),
      expected: {
        durationMs: 612.31,
        billedDurationMs: 613,
        memoryMb: 128,
        maxMemoryUsedMb: 128,
        status: "error",
        errorType: "Runtime.OutOfMemory",
      },
    },
    {
      name: "cold and failed",
      line: text(
        "Duration: 31.20 ms\tBilled Duration: 165 ms\tMemory Size: 128 MB\tMax Memory Used: 31 MB\tInit Duration: 133.61 ms\tStatus: error\tError Type: Runtime.ExitError",
      ),
      expected: {
        durationMs: 31.2,
        billedDurationMs: 165,
        memoryMb: 128,
        maxMemoryUsedMb: 31,
        initDurationMs: 133.61,
        status: "error",
        errorType: "Runtime.ExitError",
      },
    },
    {
      name: "timeout",
      line: text("Duration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB\tStatus: timeout"),
      expected: { durationMs: 3000, billedDurationMs: 3000, memoryMb: 128, maxMemoryUsedMb: 30, status: "timeout" },
    },
  ])("$name", ({ line, expected }) => {
    expect(defined(parseReportLine(line))).toEqual({ requestId: ID, ...expected });
  });
});

describe("JSON", () => {
  test.each([
    {
      name: "cold",
      metrics: { durationMs: 1233.96, billedDurationMs: 1698, memorySizeMB: 256, maxMemoryUsedMB: 123, initDurationMs: 463.512 },
      rest: { status: "success" },
      expected: { durationMs: 1233.96, billedDurationMs: 1698, memoryMb: 256, maxMemoryUsedMb: 123, initDurationMs: 463.512, status: "success" },
    },
    {
      name: "timeout",
      metrics: { durationMs: 5000.0, billedDurationMs: 5000, memorySizeMB: 128, maxMemoryUsedMB: 94 },
      rest: { status: "timeout" },
      expected: { durationMs: 5000, billedDurationMs: 5000, memoryMb: 128, maxMemoryUsedMb: 94, status: "timeout" },
    },
    {
      name: "restore",
      metrics: { durationMs: 147.156, billedDurationMs: 201, memorySizeMB: 512, maxMemoryUsedMB: 91, restoreDurationMs: 500.795, billedRestoreDurationMs: 53 },
      rest: { status: "success" },
      expected: {
        durationMs: 147.156,
        billedDurationMs: 201,
        memoryMb: 512,
        maxMemoryUsedMb: 91,
        restoreDurationMs: 500.795,
        billedRestoreDurationMs: 53,
        status: "success",
      },
    },
    {
      name: "Managed Instances: duration only",
      metrics: { durationMs: 12.5 },
      rest: { status: "error", errorType: "Function.Unknown" },
      expected: { durationMs: 12.5, status: "error", errorType: "Function.Unknown" },
    },
  ])("$name", ({ metrics, rest, expected }) => {
    expect(defined(parseReportLine(json({ requestId: ID, metrics, ...rest })))).toEqual({ requestId: ID, ...expected });
  });
});

test.each([
  "",
  "START RequestId: 79b5e81f-9cdd-4145-b1f6-7c50ef8a2a36 Version: $LATEST",
  "INIT_REPORT Init Duration: 1236.04 ms\tPhase: init\tStatus: timeout",
  "the word REPORT RequestId: in the middle",
  "REPORT RequestId: ",
  `REPORT RequestId: ${ID}\tBilled Duration: 2 ms`,
  '{"type":"platform.report","record":',
  '{"type":"platform.start","record":{"requestId":"platform.report","metrics":{"durationMs":1}}}',
  '{"type":"platform.report","record":{"requestId":"x"}}',
  '{"message":"platform.report"}',
])("%j is no report", (line) => {
  expect(parseReportLine(line)).toBeUndefined();
});

test("a figure that is not there is undefined, not 0", () => {
  const report = parseReportLine(text("Duration: 1.00 ms\tBilled Duration: many ms\t"));
  expect(report?.billedDurationMs).toBeUndefined();
  expect(report?.memoryMb).toBeUndefined();
});

function defined(value: object | undefined): object | undefined {
  return value && Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}
