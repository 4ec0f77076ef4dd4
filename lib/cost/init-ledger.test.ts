import { describe, expect, test } from "vitest";
import { LATE_LINES_MS, newInitLedger, readOnward } from "./init-ledger";

const logStream = "2026/11/20/[$LATEST]a";
const isOwn = () => true;
const line = (timestampMs: number, initMs: number) => ({
  timestampMs,
  logStream,
  message: `REPORT RequestId: 6bc28136-xmpl-4365-b021-0ce6b2e64ab0\tDuration: 8.20 ms\tBilled Duration: 300 ms\tMemory Size: 128 MB\tMax Memory Used: 71 MB\tInit Duration: ${initMs.toFixed(2)} ms\t\n`,
});
const HOUR = 3_600_000;

describe("reading a log for INIT", () => {
  test("lines without INIT, and lines that only mention it, add nothing", () => {
    const events = [line(1, 200), { timestampMs: 2, logStream, message: "my Init Duration: 900.00 ms" }];
    const { reading } = readOnward(newInitLedger(0), { events, complete: true, endMs: HOUR, isOwn }, 2 * HOUR);
    expect([...reading.msByDay]).toEqual([[0, 200]]);
    expect(reading.readThroughMs).toBe(HOUR);
  });

  test("a JSON platform.report counts too", () => {
    const message = JSON.stringify({
      time: "1970-01-01T00:00:00.001Z",
      type: "platform.report",
      record: { requestId: "a", status: "success", metrics: { durationMs: 1, billedDurationMs: 2, memorySizeMB: 128, maxMemoryUsedMB: 70, initDurationMs: 316.5 } },
    });
    const { reading } = readOnward(newInitLedger(0), { events: [{ timestampMs: 1, logStream, message }], complete: true, endMs: HOUR, isOwn }, HOUR);
    expect([...reading.msByDay]).toEqual([[0, 316.5]]);
  });

  test("lines of another function in the same log group add nothing, but are read", () => {
    const theirs = { ...line(5, 900), logStream: "2026/11/20/other[$LATEST]b" };
    const slice = { events: [line(1, 100), theirs], complete: false, endMs: HOUR, isOwn: (event: { logStream: string }) => event.logStream === logStream };
    expect(readOnward(newInitLedger(0), slice, 2 * HOUR).reading).toEqual({ msByDay: new Map([[0, 100]]), readThroughMs: 5 });
  });

  test("a slice that was cut ends before its last millisecond", () => {
    const { ledger, reading } = readOnward(newInitLedger(0), { events: [line(1, 100), line(5, 30), line(5, 40)], complete: false, endMs: HOUR, isOwn }, 2 * HOUR);
    expect(reading).toEqual({ msByDay: new Map([[0, 100]]), readThroughMs: 5 });
    expect(ledger.settledThroughMs).toBe(5);
  });

  test("a slice that was cut without a line goes no further", () => {
    const { ledger } = readOnward(newInitLedger(7), { events: [], complete: false, endMs: HOUR, isOwn }, 2 * HOUR);
    expect(ledger.settledThroughMs).toBe(7);
  });

  test("going on counts no line twice and misses no late one", () => {
    const first = readOnward(newInitLedger(0), { events: [line(100, 1), line(HOUR - 10, 2)], complete: true, endMs: HOUR, isOwn }, HOUR);
    expect(first.ledger.settledThroughMs).toBe(HOUR - LATE_LINES_MS);
    const late = line(HOUR - 20, 4);
    const again = readOnward(first.ledger, { events: [late, line(HOUR - 10, 2), line(HOUR + 5, 8)], complete: true, endMs: 2 * HOUR, isOwn }, 2 * HOUR);
    expect([...again.reading.msByDay]).toEqual([[0, 15]]);
  });
});
