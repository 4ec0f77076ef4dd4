import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Run } from "@/lib/runs/schema";
import { abandonRunningRuns, completeRun, findLastRuns, findRun, findRuns, insertRun } from "./runs";
import { insertTestEvent } from "./test-events";
import { useScratchDatabase } from "./testing";

const PLACE = { connection: "local", region: "us-east-1", functionName: "place-order" };
let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
beforeAll(async () => {
  scratch = await useScratchDatabase();
});
afterAll(() => scratch.close());

const run = (changes: Partial<Run> = {}): Run => ({
  id: randomUUID(),
  region: PLACE.region,
  functionName: PLACE.functionName,
  qualifier: "$LATEST",
  invocationType: "RequestResponse",
  payload: "{}",
  outcome: "running",
  startedAtMs: 1_794_582_530_123,
  ...changes,
});

test("a run is written once, completed and read back whole", async () => {
  const one = run({ payload: '{"a":1}' });
  expect(await insertRun("local", one)).toBe(true);
  expect(await insertRun("local", { ...one, payload: "other" })).toBe(false);
  expect(await findRun("local", one.id)).toEqual(one);
  expect(await findRun("elsewhere", one.id)).toBeUndefined();

  const costReceipt = [{ label: "Request", detail: "1 × $0.0000002", method: "one request", amountUsd: 2e-7 }];
  const done = await completeRun(one.id, { outcome: "success", response: "x".repeat(6_000_000), durationMs: 2.46, costUsd: 2e-7, costReceipt });
  expect(done).toEqual({ ...one, outcome: "success", response: "x".repeat(6_000_000), durationMs: 2.46, costUsd: 2e-7, costReceipt });
  expect(await findRun("local", one.id)).toEqual(done);
});

test("pages: newest first, equal times keep an order, nothing heavy", async () => {
  const place = { ...PLACE, functionName: "paged" };
  const runs = Array.from({ length: 5 }, (_, index) => run({ functionName: "paged", startedAtMs: 1_000 + Math.floor(index / 2) }));
  for (const each of runs) await insertRun("local", each);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await findRuns(place, { limit: 2, after });
    if (page.length === 0) break;
    expect(page.every((each) => !("payload" in each) && !("response" in each))).toBe(true);
    seen.push(...page.map(({ id }) => id));
    after = page.at(-1)?.id;
  }
  expect([...seen].sort()).toEqual(runs.map(({ id }) => id).sort());
  expect(seen[0]).toBe(runs[4]!.id);
  expect(await findRuns({ connection: "elsewhere" }, { limit: 9 })).toEqual([]);
});

test("the last run of each event, from this function only", async () => {
  const event = await insertTestEvent({ connection: "local", name: "shared", payload: "{}" });
  await insertRun("local", run({ testEventId: event.id, startedAtMs: 1 }));
  const newest = run({ testEventId: event.id, startedAtMs: 2, outcome: "success" });
  await insertRun("local", newest);
  await insertRun("local", run({ testEventId: event.id, startedAtMs: 3, functionName: "other" }));
  const last = await findLastRuns(PLACE, [event.id, "gone"]);
  expect([...last]).toEqual([[event.id, { id: newest.id, outcome: "success", throttled: false, startedAtMs: 2 }]]);
});

test("runs that nobody waits for end as unknown, finished ones stay", async () => {
  const open = run();
  const finished = run({ outcome: "timeout" });
  await insertRun("local", open);
  await insertRun("local", finished);
  expect(await abandonRunningRuns("Warmstart stopped.", "Look at the log.")).toBeGreaterThanOrEqual(1);
  expect(await findRun("local", open.id)).toMatchObject({ outcome: "unknown", problem: "Warmstart stopped." });
  expect(await findRun("local", finished.id)).toMatchObject({ outcome: "timeout" });
});
