import "server-only";
import { z } from "zod";
import { assertionResultSchema, verdictSchema } from "@/lib/assertions/schema";
import { runOutcomeSchema } from "@/lib/runs/schema";
import { countCases } from "@/lib/suites/case-status";
import type { GradedRun } from "@/lib/suites/flaky";
import { type CaseStatus, caseStatusSchema, type SuiteRunCase, type SuiteRunStatus, suiteRunStatusSchema, type SuiteRunSummary } from "@/lib/suites/schema";
import { database } from "./client";
import type { SuiteRun as Row } from "./generated/client";
import { isUniqueViolation } from "./unique-violation";

export interface NewCase {
  id: string;
  testEventId: string;
  testEventName: string;
  region: string;
  functionName: string;
  qualifier: string;
}

interface NewSuiteRun {
  id: string;
  suiteId: string;
  connection: string;
  qualifier?: string;
  startedBy: string;
  startedAtMs: number;
  cases: readonly NewCase[];
}

/** Writes the run with all its cases waiting, before any is invoked. False when one of this id is there already. */
export async function insertSuiteRun({ startedAtMs, cases, ...columns }: NewSuiteRun): Promise<boolean> {
  const db = await database();
  const waiting = cases.map((testCase, position) => ({ ...testCase, position, status: "waiting" }));
  try {
    await db.suiteRun.create({ data: { ...columns, status: "running", startedAt: new Date(startedAtMs), cases: { createMany: { data: waiting } } } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

export async function updateCase(id: string, change: { status: CaseStatus; runId?: string; message?: string }): Promise<void> {
  const db = await database();
  await db.suiteRunCase.update({ where: { id }, data: change });
}

/** Cases that will not be run any more. */
export async function cancelCases(ids: readonly string[], message: string): Promise<void> {
  const db = await database();
  await db.suiteRunCase.updateMany({ where: { id: { in: [...ids] } }, data: { status: "cancelled", message } });
}

export async function endSuiteRun(id: string, status: SuiteRunStatus, endedAtMs: number): Promise<void> {
  const db = await database();
  await db.suiteRun.update({ where: { id }, data: { status, endedAt: new Date(endedAtMs) } });
}

export async function findCaseStatuses(suiteRunId: string): Promise<CaseStatus[]> {
  const db = await database();
  const rows = await db.suiteRunCase.findMany({ where: { suiteRunId }, select: { status: true } });
  return rows.map(({ status }) => caseStatusSchema.parse(status));
}

/** Ends what a process left running that died: nothing of it is ever run again by itself. */
export async function interruptSuiteRuns(waiting: string, running: string): Promise<void> {
  const db = await database();
  const ofDead = { suiteRun: { status: "running" } };
  await db.suiteRunCase.updateMany({ where: { ...ofDead, status: "waiting" }, data: { status: "cancelled", message: waiting } });
  await db.suiteRunCase.updateMany({ where: { ...ofDead, status: "running" }, data: { status: "error", message: running } });
  await db.suiteRun.updateMany({ where: { status: "running" }, data: { status: "interrupted" } });
}

export interface FoundSuiteRun extends SuiteRunSummary {
  suiteName: string;
}

export async function findSuiteRun(connection: string, id: string): Promise<FoundSuiteRun | undefined> {
  const db = await database();
  const row = await db.suiteRun.findFirst({ where: { connection, id }, include: { suite: { select: { name: true } } } });
  return row ? { ...toSummary(row, await findCaseStatuses(id)), suiteName: row.suite.name } : undefined;
}

/** Newest first. */
export async function findSuiteRuns(suiteId: string, limit: number): Promise<SuiteRunSummary[]> {
  const db = await database();
  const rows = await db.suiteRun.findMany({
    where: { suiteId },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: limit,
    include: { cases: { select: { status: true } } },
  });
  return rows.map(({ cases, ...row }) => toSummary(row, cases.map(({ status }) => caseStatusSchema.parse(status))));
}

function toSummary({ id, suiteId, qualifier, status, startedBy, startedAt, endedAt }: Row, statuses: readonly CaseStatus[]): SuiteRunSummary {
  return {
    id,
    suiteId,
    qualifier: qualifier ?? undefined,
    status: suiteRunStatusSchema.parse(status),
    counts: countCases(statuses),
    startedBy,
    startedAtMs: startedAt.getTime(),
    endedAtMs: endedAt?.getTime(),
  };
}

/** Cases in the suite's order, each with the figures of its run. Two queries, however many there are. */
export async function findCases(suiteRunId: string): Promise<SuiteRunCase[]> {
  const db = await database();
  const rows = await db.suiteRunCase.findMany({ where: { suiteRunId }, orderBy: { position: "asc" } });
  const runs = await db.run.findMany({
    where: { batchId: suiteRunId },
    select: { id: true, outcome: true, executedVersion: true, assertionResults: true, durationMs: true, initDurationMs: true, costUsd: true },
  });
  const byId = new Map(runs.map((run) => [run.id, run]));
  return rows.map(({ suiteRunId: _run, position: _position, status, message, runId, ...row }) => {
    const run = runId === null ? undefined : byId.get(runId);
    return {
      ...row,
      status: caseStatusSchema.parse(status),
      message: message ?? undefined,
      runId: run?.id,
      outcome: run && runOutcomeSchema.parse(run.outcome),
      executedVersion: run?.executedVersion ?? undefined,
      assertionResults: run?.assertionResults ? z.array(assertionResultSchema).parse(JSON.parse(run.assertionResults)) : undefined,
      durationMs: run?.durationMs ?? undefined,
      cold: run?.durationMs == null ? undefined : run.initDurationMs !== null,
      costUsd: run?.costUsd ?? undefined,
    };
  });
}

/** Graded runs of an event at a function, newest first. */
export async function findGradedRuns(place: { connection: string; region: string; functionName: string; testEventId: string }, limit: number): Promise<GradedRun[]> {
  const db = await database();
  const rows = await db.run.findMany({
    where: { ...place, verdict: { not: null }, executedVersion: { not: null } },
    orderBy: { startedAt: "desc" },
    select: { verdict: true, executedVersion: true, startedAt: true },
    take: limit,
  });
  return rows.map((row) => ({ verdict: verdictSchema.parse(row.verdict), version: row.executedVersion ?? "", startedAtMs: row.startedAt.getTime() }));
}
