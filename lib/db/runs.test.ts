import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Run } from "@/lib/runs/schema";
import { database } from "./client";
import { abandonRunningRuns, completeRun, findRun, findRuns, insertRun, SEARCHED_TEXT_BYTES, searchRuns } from "./runs";
import { insertTestEvent } from "./test-events";
import { useScratchDatabase } from "./testing";

const PLACE = { connection: "local", region: "us-east-1", functionName: "place-order" };
const EVENT = { connection: "local", name: "shared", description: "", tags: [], payload: "{}", invocationType: "RequestResponse", assertions: [] } as const;
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

test("only runs of one event", async () => {
  const event = await insertTestEvent({ ...EVENT, tags: [], assertions: [] }, "tester");
  const place = { ...PLACE, functionName: "with-events" };
  const mine = run({ functionName: "with-events", testEventId: event.id, startedAtMs: 1 });
  await insertRun("local", mine);
  await insertRun("local", run({ functionName: "with-events", startedAtMs: 2 }));
  expect((await findRuns(place, { limit: 9 }, event.id)).map(({ id }) => id)).toEqual([mine.id]);
  expect((await searchRuns(place, { event: event.id, outcome: "running" }, { limit: 9 })).runs.map(({ id }) => id)).toEqual([mine.id]);
});

test.each([
  ["o-1042", 1],
  ["O-1042", 1],
  ["no stock", 1],
  ["100%", 1],
  ["a_b", 1],
  ["%", 1],
  ["nothing like it", 0],
  ["'; DROP TABLE Run; --", 0],
])("a search for %j finds %i", async (text, count) => {
  const place = { ...PLACE, functionName: `searched-${randomUUID()}` };
  const of = (changes: Partial<Run>) => insertRun("local", run({ functionName: place.functionName, ...changes }));
  await of({ payload: '{"order":"o-1042"}' });
  await of({ payload: '{"a_b":1}', response: '"100%"' });
  await of({ payload: '{"axb":1}', errorMessage: "no stock", outcome: "function_error" });
  await of({ payload: JSON.stringify("o-1042 ".repeat(SEARCHED_TEXT_BYTES)) });
  const { runs, searchedTo } = await searchRuns(place, { text }, { limit: 9 });
  expect(runs).toHaveLength(count);
  expect(searchedTo).toBeUndefined();
});

test("100,000 runs: each page is two statements, a search looks through a bounded part at a time and finds what is at the end", async () => {
  const place = { ...PLACE, functionName: "many" };
  const db = await database();
  // One statement: the client would take a minute for as many rows. Moments as the client writes them.
  await db.$executeRaw`
    WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 99999)
    INSERT INTO Run (id, connection, region, functionName, qualifier, invocationType, payload, outcome, startedAt)
    SELECT printf('%08d-0000-4000-8000-000000000000', n), ${place.connection}, ${place.region}, ${place.functionName}, '$LATEST', 'RequestResponse',
      CASE n WHEN 0 THEN '"the needle"' ELSE printf('{"text":"%.600c"}', 'x') END, 'success', strftime('%Y-%m-%dT%H:%M:%f+00:00', 1700000000 + n, 'unixepoch')
    FROM numbers`;
  const calls = [vi.spyOn(db.run, "findMany"), vi.spyOn(db.run, "findUnique"), vi.spyOn(db, "$queryRaw")];
  const measured = async <T>(act: () => Promise<T>) => {
    for (const call of calls) call.mockClear();
    const startedMs = performance.now();
    const result = await act();
    return { result, statements: calls.reduce((sum, call) => sum + call.mock.calls.length, 0), tookMs: performance.now() - startedMs };
  };

  const [oldest] = await db.run.findMany({ where: place, orderBy: { startedAt: "asc" }, skip: 60, take: 1, select: { id: true } });
  for (const after of [undefined, oldest?.id]) {
    const { result, statements, tookMs } = await measured(() => findRuns(place, { limit: 50, after }));
    expect(result).toHaveLength(50);
    expect(statements).toBeLessThanOrEqual(2);
    expect(tookMs).toBeLessThan(500);
  }

  const found: string[] = [];
  for (let from: string | undefined; ; ) {
    const { result, tookMs } = await measured(() => searchRuns(place, { text: "the needle" }, { limit: 50, after: from }));
    expect(tookMs).toBeLessThan(1_500);
    found.push(...result.runs.map(({ id }) => id));
    if (!result.searchedTo) break;
    from = result.searchedTo.id;
  }
  expect(found).toHaveLength(1);
  const inSight = await measured(() => searchRuns(place, { outcome: "success" }, { limit: 50 }));
  expect(inSight.result.runs).toHaveLength(50);
  expect(inSight.statements).toBeLessThanOrEqual(4);
}, 60_000);

test("runs that nobody waits for end as unknown, finished ones stay", async () => {
  const open = run();
  const finished = run({ outcome: "timeout" });
  await insertRun("local", open);
  await insertRun("local", finished);
  expect(await abandonRunningRuns("Warmstart stopped.", "Look at the log.")).toContainEqual({ connection: "local", id: open.id });
  expect(await findRun("local", open.id)).toMatchObject({ outcome: "unknown", problem: "Warmstart stopped." });
  expect(await findRun("local", finished.id)).toMatchObject({ outcome: "timeout" });
});
