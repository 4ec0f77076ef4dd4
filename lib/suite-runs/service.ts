import "server-only";
import { randomUUID } from "node:crypto";
import { processState } from "@/lib/aws/process-state";
import { requireConnection, requireMode } from "@/lib/connections/service";
import { cancelCases, endSuiteRun, findCases, findCaseStatuses, findSuiteRun, findSuiteRuns, insertSuiteRun, interruptSuiteRuns, type NewCase, updateCase } from "@/lib/db/suite-runs";
import { findEventHeads, findSuite, type SuiteRecord } from "@/lib/db/suites";
import { findTestEvent } from "@/lib/db/test-events";
import { operatorName } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import type { Run } from "@/lib/runs/schema";
import { startRun } from "@/lib/runs/service";
import { workThrough } from "@/lib/suites/case-queue";
import { type CaseResult, caseResultOf, suiteStatusOf } from "@/lib/suites/case-status";
import { toJunit } from "@/lib/suites/junit";
import type { SuiteRun, suiteRunRequestSchema, SuiteRunSummary } from "@/lib/suites/schema";
import type { z } from "zod";

const HISTORY_SHOWN = 50;

interface InFlight {
  cancelled: boolean;
}

/** Suite runs that this process works on, by id. */
const inFlight = processState("suite runs in flight", () => new Map<string, InFlight>());

/**
 * Starts a run of a suite and answers at once; it goes on in the server, whoever watches. All cases are written as waiting
 * before the first is invoked, so a server that dies leaves an interrupted run behind and nothing is invoked again.
 */
export async function startSuiteRun(connection: string, suiteId: string, request: z.output<typeof suiteRunRequestSchema>): Promise<SuiteRun> {
  await requireMode(connection, "invoke");
  await settleInterrupted();
  const suite = await findSuite(connection, suiteId);
  if (!suite) throw new AppError("not_found", "There is no such suite.", { hint: "It may have been deleted in another window." });
  const cases = await planCases(suite, request);
  const { clickId: id, qualifier, concurrency = suite.concurrency } = request;
  const run = { cancelled: false };
  // Registered before the rows exist: whoever finds them running finds this too.
  const known = inFlight.get(id);
  if (!known) inFlight.set(id, run);
  if (await insertSuiteRun({ id, suiteId, connection, qualifier, startedBy: operatorName(), startedAtMs: Date.now(), cases })) {
    void runCases(connection, id, cases, { concurrency, run });
  } else if (!known) {
    inFlight.delete(id);
  }
  return getSuiteRun(connection, id);
}

async function planCases(suite: SuiteRecord, { qualifier, failedOnly }: z.output<typeof suiteRunRequestSchema>): Promise<NewCase[]> {
  if (suite.items.length === 0) throw new AppError("bad_request", `“${suite.name}” has no events yet.`, { hint: "Add events to it, then run it." });
  const chosen = failedOnly ? await failedItems(suite) : suite.items;
  if (chosen.length === 0) throw new AppError("bad_request", "Nothing of the last run failed.", { hint: "Run all instead." });
  const heads = await findEventHeads(suite.connection, chosen.map(({ testEventId }) => testEventId));
  return chosen.map((item) => ({
    id: randomUUID(),
    testEventId: item.testEventId,
    testEventName: heads.get(item.testEventId)?.name ?? "deleted event",
    region: item.region,
    functionName: item.functionName,
    qualifier: qualifier ?? item.qualifier,
  }));
}

/** Cases of the last run that failed or were not run, as far as their events are still in the suite. */
async function failedItems({ id, items }: SuiteRecord): Promise<Omit<NewCase, "id" | "testEventName">[]> {
  const last = (await findSuiteRuns(id, HISTORY_SHOWN)).find(({ status }) => status !== "running");
  if (!last) throw new AppError("bad_request", "This suite was not run yet.", { hint: "Run all instead." });
  const still = new Set(items.map(({ testEventId, region, functionName }) => `${testEventId} ${region} ${functionName}`));
  const redo = new Set(["failed", "error", "cancelled"]);
  return (await findCases(last.id)).filter(({ status, testEventId, region, functionName }) => redo.has(status) && still.has(`${testEventId} ${region} ${functionName}`));
}

async function runCases(connection: string, id: string, cases: readonly NewCase[], { concurrency, run }: { concurrency: number; run: InFlight }): Promise<void> {
  try {
    const work = (testCase: NewCase) => runCase(connection, id, testCase);
    const left = await workThrough(cases, { concurrency, isStopped: () => run.cancelled, work });
    await cancelCases(left.map((testCase) => testCase.id), "Cancelled before it was run.");
    await endSuiteRun(id, left.length > 0 ? "cancelled" : suiteStatusOf(await findCaseStatuses(id)), Date.now());
  } catch (error) {
    // The database failed: the rows stay as they are and are settled by the next start.
    console.error("a suite's run could not be kept:", error instanceof Error ? error.name : "");
  } finally {
    inFlight.delete(id);
  }
}

async function runCase(connection: string, batchId: string, testCase: NewCase): Promise<void> {
  const event = await findTestEvent(connection, testCase.testEventId);
  if (!event) return updateCase(testCase.id, { status: "error", message: "The event was deleted." });
  const runId = randomUUID();
  await updateCase(testCase.id, { status: "running", runId });
  const { region, functionName, qualifier, testEventId } = testCase;
  const { payload, invocationType, clientContext } = event;
  const request = { clickId: runId, batchId, testEventId, qualifier, payload, invocationType, clientContext, streamed: false };
  const result = await resultOf(() => startRun({ connectionId: connection, region }, functionName, request));
  await updateCase(testCase.id, result);
}

async function resultOf(run: () => Promise<Run>): Promise<CaseResult> {
  try {
    return caseResultOf(await run());
  } catch (error) {
    // Nothing was invoked: a payload over the limit, a mode that changed.
    if (isAppError(error)) return { status: "error", message: error.message };
    console.error("a case of a suite failed inside Warmstart:", error instanceof Error ? error.name : "");
    return { status: "error", message: "Something went wrong in Warmstart itself." };
  }
}

/** Asks for the end of a run: what runs is awaited (an invocation cannot be called back), what waits is not run. */
export async function cancelSuiteRun(connection: string, id: string): Promise<SuiteRun> {
  const found = await getSuiteRun(connection, id);
  const run = inFlight.get(id);
  if (!run) throw new AppError("conflict", "This run has ended already.");
  run.cancelled = true;
  return { ...found, cancelling: true };
}

/** A run with its cases, each with the figures of its invocation. Throws `not_found`. */
export async function getSuiteRun(connection: string, id: string): Promise<SuiteRun> {
  await settleInterrupted();
  const run = await findSuiteRun(connection, id);
  if (!run) throw new AppError("not_found", "There is no such run of a suite.");
  return { ...run, cases: await findCases(id), cancelling: run.status === "running" && inFlight.get(id)?.cancelled === true };
}

/** Runs of a suite, newest first. */
export async function listSuiteRuns(connection: string, suiteId: string): Promise<{ runs: SuiteRunSummary[] }> {
  await requireConnection(connection);
  await settleInterrupted();
  const suite = await findSuite(connection, suiteId);
  return { runs: suite ? await findSuiteRuns(suite.id, HISTORY_SHOWN) : [] };
}

/** The run as JUnit XML, with a name for the file. Throws `conflict` while it runs: half a report would look whole. */
export async function junitOf(connection: string, id: string): Promise<{ fileName: string; xml: string }> {
  const run = await getSuiteRun(connection, id);
  if (run.status === "running") throw new AppError("conflict", "This run has not ended yet.");
  return { fileName: `${run.suiteName.replace(/[^A-Za-z0-9_-]+/g, "-")}-${new Date(run.startedAtMs).toISOString().slice(0, 19).replaceAll(":", "")}.xml`, xml: toJunit(run) };
}

/** Once in the life of the process: what is `running` then was left by one that died. */
export function settleInterrupted(): Promise<void> {
  const once = processState("interrupted suite runs", (): { settled?: Promise<void> } => ({}));
  once.settled ??= interruptSuiteRuns("Warmstart stopped before it was run.", "Warmstart stopped while it ran. It was not run again: its run and the function's log can tell how it ended.").catch((error: unknown) => {
    once.settled = undefined;
    throw error;
  });
  return once.settled;
}
