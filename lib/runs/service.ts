import "server-only";
import type { AwsTarget } from "@/lib/aws/clients";
import { getConfiguration } from "@/lib/aws/lambda-configuration";
import { invoke } from "@/lib/aws/lambda-invoke";
import { processState } from "@/lib/aws/process-state";
import { requireMode } from "@/lib/connections/service";
import { estimateInvocationCost } from "@/lib/cost/cost-model";
import { abandonRunningRuns, completeRun, findRun, findRuns, insertRun, type RunCompletion } from "@/lib/db/runs";
import { findTestEvent } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { findPayloadProblem } from "./payload-limit";
import type { ReportLine } from "./report-line";
import { outcomeOfFailure, readInvokeAnswer, throttleReasonOf } from "./run-outcome";
import type { Run, RunList, runRequestSchema } from "./schema";
import type { z } from "zod";

const PAGE_SIZE = 50;
/** What INIT and the network may add to the function's timeout. */
const DEADLINE_MARGIN_MS = 15_000;

/** Settings that decide deadline and price; undefined when they could not be read. */
type Sizing = Awaited<ReturnType<typeof getConfiguration>> | undefined;

/** Runs that this process is waiting for, by id. */
const inFlight = processState("runs in flight", () => new Map<string, Promise<Run>>());

/**
 * Invokes a function once and keeps request and result. The row is written before the call, so a crash loses no run, and a
 * second request with the same `clickId` gets the first one's run and invokes nothing. Only what keeps the call from being
 * made at all is thrown (mode, payload: nothing is kept then); everything after is an outcome. The browser's going away
 * does not stop an invocation.
 */
export async function startRun(target: AwsTarget, functionName: string, request: z.output<typeof runRequestSchema>): Promise<Run> {
  await requireMode(target.connectionId, "invoke");
  const problem = findPayloadProblem(request.payload, request.invocationType);
  if (problem) throw problem;
  await settleAbandonedRuns();
  const testEvent = request.testEventId ? await findTestEvent(target.connectionId, request.testEventId) : undefined;
  const run: Run = {
    id: request.clickId,
    region: target.region,
    functionName,
    qualifier: request.qualifier,
    invocationType: request.invocationType,
    testEventId: testEvent?.id,
    testEventName: testEvent?.name,
    payload: request.payload,
    outcome: "running",
    startedAtMs: Date.now(),
  };
  // Registered before the row exists: a second request finds the promise as soon as it finds the row.
  const sameClick = inFlight.get(run.id);
  if (sameClick) return sameClick.then((kept) => sameRun(kept, run));
  const ended = keepAndInvoke(target, run).finally(() => inFlight.delete(run.id));
  inFlight.set(run.id, ended);
  return ended;
}

async function keepAndInvoke(target: AwsTarget, run: Run): Promise<Run> {
  if (!(await insertRun(target.connectionId, run))) {
    const kept = await findRun(target.connectionId, run.id);
    return sameRun(kept, run);
  }
  return completeRun(run.id, await invokeOnce(target, run));
}

/** A click id that comes back must be about the same function. */
function sameRun(kept: Run | undefined, wanted: Run): Run {
  if (kept && kept.functionName === wanted.functionName && kept.region === wanted.region) return kept;
  throw new AppError("conflict", "This click id belongs to another run.", { hint: "Reload the page and run again." });
}

async function invokeOnce(target: AwsTarget, run: Run): Promise<RunCompletion> {
  const startedMs = performance.now();
  const deadline = new AbortController();
  const sizing = readSizing(target, run.functionName);
  const timer = sizing.then((found) => found && setTimeout(() => deadline.abort(), found.timeoutSeconds * 1_000 + DEADLINE_MARGIN_MS));
  const { functionName, qualifier, invocationType, payload } = run;
  try {
    const answer = await invoke(target, { functionName, qualifier, invocationType, payload, signal: deadline.signal });
    const roundTripMs = performance.now() - startedMs;
    const { report, ...end } = readInvokeAnswer(answer);
    const { statusCode, requestId, executedVersion, logTail } = answer;
    return { ...end, statusCode, requestId, executedVersion, logTail, roundTripMs, ...figuresOf(report, run, await sizing) };
  } catch (error) {
    return { ...failureOf(error), roundTripMs: performance.now() - startedMs };
  } finally {
    void timer.then(clearTimeout);
  }
}

/** Read beside the call, not before it: a click should not wait for it, and invoking must not need this permission. */
function readSizing(target: AwsTarget, functionName: string): Promise<Sizing> {
  return getConfiguration(target, functionName).catch(() => undefined);
}

/** Figures of the REPORT line and their price. Another qualifier may have another architecture: it gets none rather than a wrong one. */
function figuresOf(report: ReportLine | undefined, { region, qualifier }: Run, sizing: Sizing): Partial<RunCompletion> {
  if (!report) return {};
  const { durationMs, billedDurationMs, initDurationMs, memoryMb, maxMemoryUsedMb } = report;
  const figures = { durationMs, billedDurationMs, initDurationMs, memoryMb, maxMemoryUsedMb };
  if (!sizing || billedDurationMs === undefined || memoryMb === undefined || qualifier !== "$LATEST") return figures;
  const { architecture, ephemeralStorageMb } = sizing;
  const cost = estimateInvocationCost({ billedDurationMs, memoryMb, architecture, ephemeralStorageMb, region });
  return { ...figures, costUsd: cost?.costUsd, costReceipt: cost?.lines };
}

const MAY_HAVE_RUN = "The function may have run: its log can tell. Warmstart did not try again.";

function failureOf(error: unknown): RunCompletion {
  if (!isAppError(error)) {
    // The message may quote the payload: only the name is logged.
    console.error("an invocation failed inside Warmstart:", error instanceof Error ? error.name : "");
    return { outcome: "unknown", problem: "Something went wrong in Warmstart itself.", problemHint: MAY_HAVE_RUN };
  }
  const outcome = outcomeOfFailure(error);
  return {
    outcome,
    problem: error.message,
    problemHint: outcome === "unknown" ? MAY_HAVE_RUN : error.details.hint,
    throttleReason: throttleReasonOf(error),
    requestId: error.details.awsRequestId,
  };
}

/** Newest first, 50 a page, without payloads and responses; `after` is the last id of the page before. */
export async function listRuns(
  place: { connection: string; region?: string; functionName?: string },
  after?: string,
): Promise<RunList> {
  await settleAbandonedRuns();
  const runs = await findRuns(place, { limit: PAGE_SIZE + 1, after });
  return { runs: runs.slice(0, PAGE_SIZE), more: runs.length > PAGE_SIZE };
}

/** One run with request, response and log tail. Throws `not_found`. */
export async function getRun(connection: string, id: string): Promise<Run> {
  await settleAbandonedRuns();
  const run = await findRun(connection, id);
  if (!run) throw new AppError("not_found", "There is no such run.");
  return run;
}

/** Once in the life of the process, before its own first run: what is `running` then was left by one that died. */
function settleAbandonedRuns(): Promise<unknown> {
  const once = processState("abandoned runs", (): { settled?: Promise<unknown> } => ({}));
  once.settled ??= abandonRunningRuns(
    "Warmstart stopped before the answer came.",
    "The function may have run: its log can tell.",
  ).catch((error: unknown) => {
    once.settled = undefined;
    throw error;
  });
  return once.settled;
}
