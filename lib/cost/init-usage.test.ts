import { describe, expect, test } from "vitest";
import { addInit, completeInit } from "./init-usage";

const DAY = 86_400_000;
const buckets = [
  { timestampMs: 0, requests: 100, durationMs: 1000 },
  { timestampMs: DAY, requests: 50, durationMs: 500 },
];

test("INIT goes to its UTC day", () => {
  const days = new Map<number, number>();
  addInit(days, DAY - 1, 200);
  addInit(days, DAY, 300);
  addInit(days, DAY + 5, 1);
  expect([...days]).toEqual([[0, 200], [DAY, 301]]);
});

describe("INIT of a period", () => {
  test("read whole: exact", () => {
    const init = completeInit({ msByDay: new Map([[0, 400]]), readThroughMs: 2 * DAY }, buckets, 2 * DAY);
    expect(init).toMatchObject({ totalMs: 400, estimated: false });
  });

  test("read in part: the rest as in the part, on its own day, and it says so", () => {
    const init = completeInit({ msByDay: new Map([[0, 400]]), readThroughMs: DAY }, buckets, 2 * DAY);
    expect(init?.estimated).toBe(true);
    expect([...init!.msByDay]).toEqual([[0, 400], [DAY, 200]]);
    expect(init?.totalMs).toBe(600);
    expect(init?.method).toBe("Estimate: REPORT lines were read up to 1970-01-02 00:00 UTC; after that 4 ms a request, as in the 100 requests before");
  });

  test("nothing ran in the unread part: exact", () => {
    const init = completeInit({ msByDay: new Map([[0, 400]]), readThroughMs: DAY }, buckets.slice(0, 1), 2 * DAY);
    expect(init).toMatchObject({ totalMs: 400, estimated: false });
  });

  test("requests only in the unread part: not known", () => {
    expect(completeInit({ msByDay: new Map(), readThroughMs: DAY }, buckets.slice(1), 2 * DAY)).toBeUndefined();
  });
});
