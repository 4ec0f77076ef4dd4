import "server-only";
import { type ComparisonPlan, comparisonPlanSchema, type ComparisonSample, comparisonSampleSchema, comparisonStatusSchema, type ComparisonSummary } from "@/lib/comparisons/schema";
import { database } from "./client";
import type { Comparison as Row } from "./generated/client";
import type { FunctionPlace } from "./test-events";
import { isUniqueViolation } from "./unique-violation";

interface NewComparison extends FunctionPlace {
  id: string;
  plan: ComparisonPlan;
  startedBy: string;
  startedAtMs: number;
}

/** False when one of this id is there already. */
export async function insertComparison({ plan, startedAtMs, ...columns }: NewComparison): Promise<boolean> {
  const db = await database();
  try {
    await db.comparison.create({ data: { ...columns, plan: JSON.stringify(plan), status: "running", startedAt: new Date(startedAtMs) } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

export async function endComparison(id: string, { status, problem, endedAtMs }: { status: ComparisonSummary["status"]; problem?: string; endedAtMs: number }): Promise<void> {
  const db = await database();
  await db.comparison.update({ where: { id }, data: { status, problem, endedAt: new Date(endedAtMs) } });
}

/** What a process left running that died is never taken up again by itself. */
export async function interruptComparisons(problem: string): Promise<void> {
  const db = await database();
  await db.comparison.updateMany({ where: { status: "running" }, data: { status: "interrupted", problem } });
}

export async function findComparison(connection: string, id: string): Promise<ComparisonSummary | undefined> {
  const db = await database();
  const row = await db.comparison.findFirst({ where: { connection, id } });
  return row ? toSummary(row) : undefined;
}

/** Newest first. */
export async function findComparisons({ connection, region, functionName }: FunctionPlace, limit: number): Promise<ComparisonSummary[]> {
  const db = await database();
  const rows = await db.comparison.findMany({ where: { connection, region, functionName }, orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: limit });
  return rows.map(toSummary);
}

/** Figures of a comparison's runs in their order, without payloads and responses. */
export async function findSamples({ id, plan }: Pick<ComparisonSummary, "id" | "plan">): Promise<ComparisonSample[]> {
  const db = await database();
  const rows = await db.run.findMany({
    where: { batchId: id },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    select: { id: true, testEventId: true, qualifier: true, outcome: true, verdict: true, executedVersion: true, durationMs: true, initDurationMs: true, memoryMb: true, maxMemoryUsedMb: true, costUsd: true, problem: true },
  });
  return rows.map(({ id: runId, qualifier, ...row }) => {
    const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    return comparisonSampleSchema.parse({ ...known, runId, side: qualifier === plan.left ? "left" : "right" });
  });
}

/** The newest responses of one event on one side, at most `limit`, none longer than `maxCharacters`. */
export async function findResponses(comparisonId: string, side: { testEventId: string; qualifier: string }, { limit, maxCharacters }: { limit: number; maxCharacters: number }): Promise<string[]> {
  const db = await database();
  const rows = await db.run.findMany({ where: { batchId: comparisonId, ...side, outcome: "success", response: { not: null } }, orderBy: { startedAt: "desc" }, take: limit, select: { response: true } });
  return rows.flatMap(({ response }) => (response !== null && response.length <= maxCharacters ? [response] : []));
}

function toSummary({ id, region, functionName, plan, status, problem, startedBy, startedAt, endedAt }: Row): ComparisonSummary {
  return {
    id,
    region,
    functionName,
    plan: comparisonPlanSchema.parse(JSON.parse(plan)),
    status: comparisonStatusSchema.parse(status),
    problem: problem ?? undefined,
    startedBy,
    startedAtMs: startedAt.getTime(),
    endedAtMs: endedAt?.getTime(),
  };
}
