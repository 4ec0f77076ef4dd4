import { expect, test } from "vitest";
import { findReportInTail } from "./log-tail";

const ID = "79b5e81f-9cdd-4145-b1f6-7c50ef8a2a36";
const report = (id: string, ms: string) =>
  `REPORT RequestId: ${id}\tDuration: ${ms} ms\tBilled Duration: 2 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n`;

test("a tail that begins inside a line", () => {
  expect(findReportInTail(`ain of a line\nEND RequestId: ${ID}\n${report(ID, "1.56")}`)?.durationMs).toBe(1.56);
});

test("the X-Ray line behind the report does not hide it", () => {
  const xray = "XRAY TraceId: 1-5d88ad26-af7e1cf86161c0887567eed0\tSegmentId: 2ea934c013374041\tSampled: true\t\n";
  expect(findReportInTail(report(ID, "1.56") + xray)?.requestId).toBe(ID);
});

test("a report printed by the function itself loses against the platform's", () => {
  expect(findReportInTail(report(ID, "999.00") + report(ID, "1.56"))?.durationMs).toBe(1.56);
  expect(findReportInTail(report("another", "1.56"), ID)).toBeUndefined();
});

test("JSON records, the first one cut", () => {
  const record = `{"time":"2026-10-08T07:30:29.470Z","type":"platform.report","record":{"requestId":"${ID}","metrics":{"durationMs":7.5},"status":"success"}}`;
  expect(findReportInTail(`stId":"x"}}\n{"level":"INFO","message":"hi"}\n${record}\n`, ID)?.durationMs).toBe(7.5);
});

test("no report", () => {
  expect(findReportInTail("")).toBeUndefined();
  expect(findReportInTail("START RequestId: x Version: $LATEST\n")).toBeUndefined();
});
