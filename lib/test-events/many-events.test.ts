import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PrismaClient } from "@/lib/db/generated/client";
import { useScratchDatabase } from "@/lib/db/testing";
import { listTestEvents } from "./service";

const PLACE = { connection: "aws", region: "us-east-1", functionName: "place-order" };
const EVENTS = 10_000;
const RUNS_OF_ONE = 5_000;

let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
let statements: string[] = [];

beforeAll(async () => {
  scratch = await useScratchDatabase();
  // The client that `database()` hands out, with its statements told.
  const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: process.env.DATABASE_URL! }), log: [{ emit: "event", level: "query" }] });
  client.$on("query", ({ query }) => statements.push(query));
  (globalThis as { warmstartDatabase?: Promise<unknown> }).warmstartDatabase = Promise.resolve(client);
  const payload = JSON.stringify({ filler: "x".repeat(2_000) });
  for (let from = 0; from < EVENTS; from += 1_000) {
    const data = Array.from({ length: 1_000 }, (_, index) => {
      const number = String(from + index).padStart(5, "0");
      return { id: `id-${number}`, name: `event ${number}`, payload, ...PLACE, description: index % 100 === 7 ? "refund after a week" : "", tags: JSON.stringify(index % 10 === 0 ? ["nightly", `group ${from / 1_000}`] : []) };
    });
    await client.testEvent.createMany({ data });
  }
  for (let from = 0; from < RUNS_OF_ONE; from += 1_000) {
    const runs = Array.from({ length: 1_000 }, (_, index) => ({ id: `run-${from + index}`, ...PLACE, qualifier: "$LATEST", invocationType: "RequestResponse", testEventId: "id-00000", testEventName: "event 00000", payload: "{}", outcome: "success", verdict: from + index === RUNS_OF_ONE - 1 ? "failed" : "passed", startedAt: new Date(1_000_000 + from + index) }));
    await client.run.createMany({ data: runs });
  }
}, 60_000);
afterAll(() => scratch.close());

async function counted(query: Parameters<typeof listTestEvents>[1]) {
  statements = [];
  const startedMs = performance.now();
  const page = await listTestEvents(PLACE, query);
  return { page, statements: statements.length, tookMs: performance.now() - startedMs };
}

test("a page of ten thousand takes four statements, none with a payload, and is there at once", async () => {
  const { page, statements: count, tookMs } = await counted({});
  expect(page.events).toHaveLength(100);
  expect(page).toMatchObject({ total: EVENTS, tags: ["group 0", "group 1", "group 2", "group 3", "group 4", "group 5", "group 6", "group 7", "group 8", "group 9", "nightly"] });
  expect(page.events[0]).toMatchObject({ name: "event 00000", lastRun: { id: `run-${RUNS_OF_ONE - 1}`, verdict: "failed" } });
  expect(count).toBe(4);
  expect(statements.join("\n")).not.toContain("payload");
  expect(tookMs).toBeLessThan(1_000);
});

test("every page follows the one before, each event once", async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { page, statements: count } = await counted({ after });
    expect(count).toBe(4);
    seen.push(...page.events.map(({ name }) => name));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(EVENTS);
  expect(new Set(seen).size).toBe(EVENTS);
  expect(seen).toEqual(seen.toSorted());
});

test("search in name, description and tag, and a tag alone, take no more", async () => {
  const name = await counted({ search: "09999" });
  expect(name.page).toMatchObject({ total: 1, events: [{ name: "event 09999" }], next: undefined });
  const description = await counted({ search: "AFTER a week" });
  expect(description.page.total).toBe(100);
  const tag = await counted({ tag: "group 3" });
  expect(tag.page.total).toBe(100);
  const both = await counted({ tag: "nightly", search: "event 0000" });
  expect(both.page.events.map((event) => event.name)).toEqual(["event 00000"]);
  const none = await counted({ search: "no such thing" });
  expect(none.page).toMatchObject({ total: 0, events: [] });
  for (const { statements: count, tookMs } of [name, description, tag, both, none]) {
    expect(count).toBeLessThanOrEqual(4);
    expect(tookMs).toBeLessThan(1_000);
  }
});

test("a place that no page gave is refused", async () => {
  await expect(listTestEvents(PLACE, { after: "nonsense" })).rejects.toMatchObject({ code: "bad_request" });
});
