import { expect, test } from "vitest";
import { linesOfAttempt, type LogLine, parseStartLine, pythonErrorType, readAttempts } from "./invocation-log";

const ID = "b5f1c0de-0000-4000-8000-000000000001";
const OTHER = "b5f1c0de-0000-4000-8000-000000000002";
const STREAM = "2026/11/21/[$LATEST]aa";
const report = (id: string, rest = "") => `REPORT RequestId: ${id}\tDuration: 5.00 ms\tBilled Duration: 6 ms\tMemory Size: 128 MB\tMax Memory Used: 40 MB\t${rest}\n`;
const lines = (...messages: string[]): LogLine[] => messages.map((message, index) => ({ timestampMs: 1_000 + index, message, logStream: STREAM }));

test.each([
  [`START RequestId: ${ID} Version: $LATEST\n`, { requestId: ID, version: "$LATEST" }],
  [`START RequestId: ${ID} Version: 12`, { requestId: ID, version: "12" }],
  [`{"time":"2026-10-08T07:30:29.470Z","type":"platform.start","record":{"requestId":"${ID}","version":"3"}}`, { requestId: ID, version: "3" }],
  [`{"message":"platform.start"}`, undefined],
  [`{"type":"platform.start","record":`, undefined],
  [`the function says START RequestId: ${ID}`, undefined],
])("%s", (message, started) => {
  expect(parseStartLine(message)).toEqual(started);
});

test.each([
  ["success", [report(ID)], { ended: "success", durationMs: 5 }],
  ["a cold start", [report(ID, "Init Duration: 99.00 ms\t")], { ended: "success", initDurationMs: 99 }],
  ["no end yet", [], { ended: "running" }],
  ["a handler that threw in Node.js", [`2026-11-21T12:00:00.000Z\t${ID}\tERROR\tInvoke Error \t{"errorType":"RangeError","errorMessage":"no"}\n`, report(ID)], { ended: "error", errorType: "RangeError" }],
  ["an error that was only printed", [`2026-11-21T12:00:00.000Z\t${ID}\tERROR\tcould not reach the bank\n`, report(ID)], { ended: "success" }],
  ["a timeout", [report(ID, "Status: timeout\t")], { ended: "timeout" }],
  ["an older timeout", [`2026-11-21T12:00:00.000Z ${ID} Task timed out after 3.00 seconds\n`, report(ID)], { ended: "timeout" }],
  ["out of memory", [report(ID, "Status: error\tError Type: Runtime.OutOfMemory\t")], { ended: "error", errorType: "Runtime.OutOfMemory" }],
])("one attempt: %s", (_name, after, expected) => {
  expect(readAttempts(lines(`START RequestId: ${ID} Version: $LATEST`, ...after), ID)).toMatchObject([expected]);
});

test("each retry is an attempt of its own, also in another stream", () => {
  const error = `2026-11-21T12:00:00.000Z\t${ID}\tERROR\tInvoke Error \t{"errorType":"Error"}`;
  const first = lines(`START RequestId: ${ID} Version: 1`, error, report(ID));
  const second = lines(`START RequestId: ${ID} Version: 1`, report(ID)).map((line) => ({ ...line, timestampMs: line.timestampMs + 60_000, logStream: "2026/11/21/[1]bb" }));
  expect(readAttempts([...second, ...first], ID)).toMatchObject([
    { ended: "error", logStream: STREAM },
    { ended: "success", logStream: "2026/11/21/[1]bb" },
  ]);
});

test("the lines of one execution end with its REPORT and begin with INIT when it was cold", () => {
  const all = lines("INIT_START Runtime Version: nodejs:22", "loading", `START RequestId: ${ID} Version: 1`, "mine", `END RequestId: ${ID}`, report(ID), `START RequestId: ${OTHER} Version: 1`, "its", report(OTHER));
  const messages = (id: string, from: number) => linesOfAttempt(all, id, from).map(({ message }) => message.split(" ")[0]);
  expect(messages(ID, 1_002)).toEqual(["INIT_START", "loading", "START", "mine", "END", "REPORT"]);
  expect(messages(OTHER, 1_006)).toEqual(["START", "its", "REPORT"]);
  expect(messages("none", 1_000)).toEqual([]);
  expect(linesOfAttempt(lines("tail of another", `START RequestId: ${ID} Version: 1`, "mine"), ID, 1_001).map(({ message }) => message)).toEqual([`START RequestId: ${ID} Version: 1`, "mine"]);
});

test("Python names no request in its errors", () => {
  expect(pythonErrorType(lines("hello", "[ERROR] KeyError: 'order'\nTraceback (most recent call last):"))).toBe("KeyError");
  expect(pythonErrorType(lines("[ERROR]\t2026-11-21T12:00:00Z\tid\tprinted by logging"))).toBeUndefined();
});
