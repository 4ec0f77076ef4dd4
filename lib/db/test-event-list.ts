import "server-only";
import { z } from "zod";
import { invocationTypeSchema, runOutcomeSchema } from "@/lib/runs/schema";
import { type LastRun, lastRunSchema, type TestEventSummary } from "@/lib/test-events/schema";
import { database } from "./client";
import type { Prisma } from "./generated/client";
import { type FunctionPlace, readTags } from "./test-events";

interface ListPage {
  /** In name, description and tags; letters of either case. */
  search?: string;
  tag?: string;
  /** Name and id of the last event of the page before. */
  after?: { name: string; id: string };
  limit: number;
}

const SUMMARY = { id: true, region: true, functionName: true, name: true, description: true, tags: true, invocationType: true, assertions: true, createdAt: true, updatedAt: true } as const;

/** One page by name, without payloads, and how many there are in all. Two statements. */
export async function findTestEventPage(place: FunctionPlace, { search, tag, after, limit }: ListPage): Promise<{ events: TestEventSummary[]; total: number }> {
  const db = await database();
  const found: Prisma.TestEventWhereInput[] = [scopeOf(place)];
  if (search) found.push({ OR: [{ name: { contains: search } }, { description: { contains: search } }, { tags: { contains: search } }] });
  if (tag) found.push({ tags: { contains: JSON.stringify(tag) } });
  const behind: Prisma.TestEventWhereInput[] = after ? [{ OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }] : [];
  const [rows, total] = await Promise.all([
    db.testEvent.findMany({ where: { AND: [...found, ...behind] }, orderBy: [{ name: "asc" }, { id: "asc" }], select: SUMMARY, take: limit }),
    db.testEvent.count({ where: { AND: found } }),
  ]);
  return { events: rows.map(toSummary), total };
}

/** Every tag in use at a function, by name. One statement. */
export async function findTags(place: FunctionPlace): Promise<string[]> {
  const db = await database();
  const groups = await db.testEvent.groupBy({ by: ["tags"], where: { AND: [scopeOf(place), { NOT: { tags: "[]" } }] } });
  return [...new Set(groups.flatMap(({ tags }) => readTags(tags)))].sort((a, b) => a.localeCompare(b));
}

const lastRunRowsSchema = z.array(
  z.object({ id: z.string(), testEventId: z.string(), outcome: runOutcomeSchema, throttleReason: z.string().nullable(), verdict: lastRunSchema.shape.verdict.nullable(), startedAt: z.date() }),
);

/** The newest run of each of these events from this function, by event id. One statement; each event is one step in an index, however many runs it has. */
export async function findLastRuns({ connection, region, functionName }: FunctionPlace, testEventIds: string[]): Promise<Map<string, LastRun>> {
  if (testEventIds.length === 0) return new Map();
  const db = await database();
  const rows = await db.$queryRaw`
    SELECT r."id", r."testEventId", r."outcome", r."throttleReason", r."verdict", r."startedAt"
    FROM json_each(${JSON.stringify(testEventIds)}) AS e
    JOIN "Run" AS r ON r."id" = (
      SELECT "id" FROM "Run"
      WHERE "testEventId" = e."value" AND "connection" = ${connection} AND "region" = ${region} AND "functionName" = ${functionName}
      ORDER BY "startedAt" DESC LIMIT 1
    )`;
  return new Map(
    lastRunRowsSchema.parse(rows).map(({ id, testEventId, outcome, throttleReason, verdict, startedAt }) => [
      testEventId,
      { id, outcome, throttled: throttleReason !== null, verdict: verdict ?? undefined, startedAtMs: startedAt.getTime() },
    ]),
  );
}

function scopeOf({ connection, region, functionName }: FunctionPlace): Prisma.TestEventWhereInput {
  return { connection, OR: [{ region, functionName }, { region: null, functionName: null }] };
}

function toSummary(row: Prisma.TestEventGetPayload<{ select: typeof SUMMARY }>): TestEventSummary {
  const assertions: unknown = JSON.parse(row.assertions);
  return {
    id: row.id,
    region: row.region ?? undefined,
    functionName: row.functionName ?? undefined,
    shared: row.functionName === null,
    name: row.name,
    description: row.description,
    tags: readTags(row.tags),
    invocationType: invocationTypeSchema.parse(row.invocationType),
    assertionCount: Array.isArray(assertions) ? assertions.length : 0,
    createdAtMs: row.createdAt.getTime(),
    updatedAtMs: row.updatedAt.getTime(),
  };
}
