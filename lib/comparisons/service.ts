import "server-only";
import { randomUUID } from "node:crypto";
import { processState } from "@/lib/aws/process-state";
import { requireConnection, requireMode } from "@/lib/connections/service";
import { endComparison, findComparison, findComparisons, findResponses, findSamples, insertComparison, interruptComparisons } from "@/lib/db/comparisons";
import { findTestEvent, type FunctionPlace, type TestEventRecord } from "@/lib/db/test-events";
import { operatorName } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { startRun } from "@/lib/runs/service";
import { nextSide } from "./run-order";
import type { Comparison, ComparisonPlan, ComparisonRequest, ComparisonSample, ComparisonSummary } from "./schema";
import { varyingPaths } from "./varying-paths";

const SHOWN = 20;
/** Enough to see what changes by itself; a response may be 6 MB. */
const RESPONSES_READ = 4;
const RESPONSE_CHARACTERS = 262_144;

interface InFlight {
  cancelled: boolean;
}

const inFlight = processState("comparisons in flight", () => new Map<string, InFlight>());

/**
 * Runs each event against both qualifiers in turn, one run at a time, and answers at once; it goes on in the server. Always
 * synchronous, as only then there is a response and a duration to compare. Throws `not_found` for an event that is gone.
 */
export async function startComparison(place: FunctionPlace, request: ComparisonRequest): Promise<Comparison> {
  await requireMode(place.connection, "invoke");
  await settleInterrupted();
  const { clickId: id, testEventIds, left, right, warmRuns } = request;
  const events = await Promise.all(testEventIds.map((eventId) => requireEvent(place, eventId)));
  const plan: ComparisonPlan = { events: events.map(({ id, name }) => ({ id, name })), left, right, warmRuns };
  const known = inFlight.get(id);
  const run = { cancelled: false };
  if (!known) inFlight.set(id, run);
  const { connection, region, functionName } = place;
  if (await insertComparison({ connection, region, functionName, id, plan, startedBy: operatorName(), startedAtMs: Date.now() })) void compareAll(place, id, { plan, events, run });
  else if (!known) inFlight.delete(id);
  return getComparison(connection, id);
}

async function requireEvent({ connection, region, functionName }: FunctionPlace, id: string): Promise<TestEventRecord> {
  const event = await findTestEvent(connection, id);
  const belongs = event && (event.functionName === undefined || (event.functionName === functionName && event.region === region));
  if (!belongs) throw new AppError("not_found", "One of the events is no longer there.", { hint: "Choose the events again." });
  return event;
}

async function compareAll(place: FunctionPlace, id: string, { plan, events, run }: { plan: ComparisonPlan; events: readonly TestEventRecord[]; run: InFlight }): Promise<void> {
  try {
    const problem = await firstProblem(events, (event) => compareEvent(place, id, { plan, event, run }));
    await endComparison(id, { status: run.cancelled ? "cancelled" : "done", problem, endedAtMs: Date.now() });
  } catch (error) {
    // The database failed: the row is settled by the next start.
    console.error("a comparison could not be kept:", error instanceof Error ? error.name : "");
  } finally {
    inFlight.delete(id);
  }
}

async function firstProblem(events: readonly TestEventRecord[], compare: (event: TestEventRecord) => Promise<string | undefined>): Promise<string | undefined> {
  for (const event of events) {
    const problem = await compare(event);
    if (problem) return problem;
  }
  return undefined;
}

/** Answers a sentence when there is no sense in going on. */
async function compareEvent({ connection, region, functionName }: FunctionPlace, batchId: string, { plan, event, run }: { plan: ComparisonPlan; event: TestEventRecord; run: InFlight }): Promise<string | undefined> {
  const seen: Pick<ComparisonSample, "side" | "outcome" | "initDurationMs">[] = [];
  for (let side = nextSide(seen, plan.warmRuns); side && !run.cancelled; side = nextSide(seen, plan.warmRuns)) {
    const { payload, clientContext, id: testEventId } = event;
    const request = { clickId: randomUUID(), batchId, testEventId, payload, clientContext, qualifier: plan[side], invocationType: "RequestResponse", streamed: false } as const;
    try {
      const { outcome, initDurationMs, problem, throttleReason } = await startRun({ connectionId: connection, region }, functionName, request);
      // A throttle may pass; no such version, no permission will not.
      if (outcome === "not_run" && !throttleReason) return `${plan[side]} could not be run: ${problem ?? "AWS refused."}`;
      seen.push({ side, outcome, initDurationMs });
    } catch (error) {
      return isAppError(error) ? error.message : "Something went wrong in Warmstart itself.";
    }
  }
  return undefined;
}

/** What runs is awaited; nothing more is started. */
export async function cancelComparison(connection: string, id: string): Promise<Comparison> {
  const run = inFlight.get(id);
  if (!run) throw new AppError("conflict", "This comparison has ended already.");
  run.cancelled = true;
  return getComparison(connection, id);
}

/** With the figures of its runs so far. Throws `not_found`. */
export async function getComparison(connection: string, id: string): Promise<Comparison> {
  await settleInterrupted();
  const found = await findComparison(connection, id);
  if (!found) throw new AppError("not_found", "There is no such comparison.");
  const varying = await Promise.all(found.plan.events.map(async (event) => [event.id, await varyingOf(found, event.id)] as const));
  return { ...found, samples: await findSamples(found), varying: Object.fromEntries(varying) };
}

async function varyingOf({ id, plan, status }: ComparisonSummary, testEventId: string): Promise<string[]> {
  if (status === "running") return [];
  const read = (qualifier: string) => findResponses(id, { testEventId, qualifier }, { limit: RESPONSES_READ, maxCharacters: RESPONSE_CHARACTERS });
  const sides = await Promise.all([read(plan.left), read(plan.right)]);
  return [...new Set(sides.flatMap(varyingPaths))];
}

/** Of one function, newest first. */
export async function listComparisons(place: FunctionPlace): Promise<{ comparisons: ComparisonSummary[] }> {
  await requireConnection(place.connection);
  await settleInterrupted();
  return { comparisons: await findComparisons(place, SHOWN) };
}

/** Once in the life of the process: what is `running` then was left by one that died. */
function settleInterrupted(): Promise<void> {
  const once = processState("interrupted comparisons", (): { settled?: Promise<void> } => ({}));
  once.settled ??= interruptComparisons("Warmstart stopped meanwhile. Nothing was run again by itself.").catch((error: unknown) => {
    once.settled = undefined;
    throw error;
  });
  return once.settled;
}
