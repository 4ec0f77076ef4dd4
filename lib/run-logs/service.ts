import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { evaluateAssertions, verdictOf } from "@/lib/assertions/evaluate-assertions";
import { filterLogEvents } from "@/lib/aws/cloudwatch-logs";
import { getDelivery } from "@/lib/aws/lambda-delivery";
import { getInvocationSizing } from "@/lib/aws/lambda-sizing";
import { processState } from "@/lib/aws/process-state";
import { peekMessages } from "@/lib/aws/sqs";
import { requireMode } from "@/lib/connections/service";
import { completeRun, findRequestIds, findRun } from "@/lib/db/runs";
import { findTestEvent } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { functionLimits } from "@/lib/functions/service";
import { figuresOfAttempts } from "@/lib/runs/invocation-figures";
import type { Run } from "@/lib/runs/schema";
import { destinationOf, followState, nextLookMs, NOT_SEEN_AFTER_MS } from "./follow-state";
import { type LogLine, linesOfAttempt, pythonErrorType, readAttempts } from "./invocation-log";
import { EARLIER_MS, findCandidates, LATER_MS } from "./lost-answer";
import { matchReceipt } from "./receipt-match";
import type { Attempt, FollowUp, Receipt, RunLog } from "./schema";

/** A page holds up to 10,000 lines or 1 MB. */
const MAX_PAGES = 20;
/** INIT writes before START, at most 10 s of it. */
const INIT_MS = 15_000;
/** Older runs are looked for when somebody asks. */
const FOLLOWED_FOR_MS = 24 * 3_600_000;
/** After a failed look the next one waits so long. */
const FAILED_LOOK_MS = 10_000;
const FAILED_LOOKS = 3;

/**
 * Looks for a run in the function's log until nothing more is to be expected: for an asynchronous one that was accepted, and
 * for one whose answer was lost. Does nothing for others, and for one that is being followed. Never invokes.
 */
export function keepFollowing(connection: string, run: Run): void {
  if (!isOpen(run) || Date.now() - run.startedAtMs > FOLLOWED_FOR_MS) return;
  const followed = processState("runs followed in the log", () => new Map<string, Promise<void>>());
  if (followed.has(run.id)) return;
  const following = follow(connection, run)
    .catch((error: unknown) => console.error("a run could not be followed:", error instanceof Error ? error.name : ""))
    .finally(() => followed.delete(run.id));
  followed.set(run.id, following);
}

function isOpen({ outcome, followUp }: Run): boolean {
  if (outcome !== "accepted" && outcome !== "unknown") return false;
  return !followUp || isOpenState(followUp.state);
}

function isOpenState(state: FollowUp["state"]): boolean {
  return state === "looking" || state === "running" || state === "retrying";
}

async function follow(connection: string, run: Run): Promise<void> {
  let present = run;
  for (let failed = 0; ; ) {
    present = await lookOnce(connection, present);
    const { followUp } = present;
    if (!followUp) return;
    failed = followUp.problem ? failed + 1 : 0;
    if (!isOpenState(followUp.state) || failed >= FAILED_LOOKS) return;
    const { attempts, delivery } = followUp;
    const pauseMs = failed > 0 ? FAILED_LOOK_MS : nextLookMs({ attempts, delivery, acceptedAtMs: run.startedAtMs, nowMs: Date.now() });
    await wait(pauseMs, undefined, { ref: false });
  }
}

/** One more look at the log, for a person who asks; then it is followed again if there is something to wait for. Throws `not_found`. */
export async function lookAgain(connection: string, id: string): Promise<Run> {
  const run = await requireRun(connection, id);
  if (run.outcome !== "accepted" && run.outcome !== "unknown") throw new AppError("bad_request", "The outcome of this run is known.");
  const looked = await lookOnce(connection, run);
  keepFollowing(connection, looked);
  return looked;
}

/** Messages of a queue that are looked at: more would take long, and each look raises their receive count. */
const PEEKED_MESSAGES = 100;

/**
 * Looks for a record of an asynchronous run in the queues that Lambda hands it to. Nothing is taken out, but each look raises
 * the receive count of what it sees, which can move a message to the queue's own dead-letter queue: for `operate` only.
 */
export async function lookForReceipt(connection: string, id: string): Promise<Run> {
  await requireMode(connection, "operate");
  const run = await requireRun(connection, id);
  const { followUp, requestId } = run;
  const queues = followUp ? destinationOf(followUp).filter(({ arn }) => arn.split(":")[2] === "sqs") : [];
  if (!followUp || !requestId || queues.length === 0) throw new AppError("bad_request", "There is no queue to look into: the run has not ended, or no queue is configured.");
  let receipt: Receipt | undefined;
  for (const { arn } of queues) receipt ??= await findReceipt(connection, run.region, arn, requestId);
  return completeRun(id, { followUp: { ...followUp, receipt, receiptLookedAtMs: Date.now() } });
}

async function findReceipt(connectionId: string, region: string, queueArn: string, requestId: string): Promise<Receipt | undefined> {
  for (const message of await peekMessages({ connectionId, region }, queueArn, PEEKED_MESSAGES)) {
    const match = matchReceipt(message, requestId);
    if (match) return { queueArn, messageId: message.messageId, ...match, seenAtMs: Date.now() };
  }
  return undefined;
}

async function requireRun(connection: string, id: string): Promise<Run> {
  const run = await findRun(connection, id);
  if (!run) throw new AppError("not_found", "There is no such run.");
  return run;
}

async function lookOnce(connection: string, run: Run): Promise<Run> {
  const target = { connectionId: connection, region: run.region };
  const logGroup = await logGroupOf(connection, run);
  const before: FollowUp = run.followUp ?? { kind: run.outcome === "accepted" ? "asynchronous" : "lost_answer", state: "looking", attempts: [], lookedAtMs: run.startedAtMs };
  try {
    const looked = before.kind === "asynchronous" ? await lookForEvent(connection, run, before, logGroup) : await lookForLostAnswer(connection, run, before, logGroup);
    return await keep(target, run, { ...looked.followUp, logGroup, lookedAtMs: Date.now() }, looked.requestId);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { iamAction, iamResource } = error.details;
    const state = error.code === "access_denied" ? "unreadable" : before.state;
    return completeRun(run.id, { followUp: { ...before, state, logGroup, lookedAtMs: Date.now(), problem: { message: error.message, iamAction, iamResource } } });
  }
}

interface Looked {
  followUp: Omit<FollowUp, "lookedAtMs">;
  requestId?: string;
}

async function lookForEvent(connection: string, run: Run, before: FollowUp, logGroup: string): Promise<Looked> {
  const target = { connectionId: connection, region: run.region };
  const delivery = before.delivery ?? (await getDelivery(target, run.functionName, run.qualifier).catch(refusedToUndefined));
  const { requestId = "" } = run;
  const attempts = requestId ? await attemptsOf(connection, run, requestId, logGroup) : [];
  const state = followState({ attempts, delivery, acceptedAtMs: run.startedAtMs, nowMs: Date.now() });
  return { followUp: { kind: "asynchronous", state, attempts, delivery, receipt: before.receipt, receiptLookedAtMs: before.receiptLookedAtMs, ...(attempts.length > 0 ? { certainty: "request_id" as const } : {}) } };
}

function refusedToUndefined(error: unknown): undefined {
  if (isAppError(error)) return undefined;
  throw error;
}

/** By its request id where AWS told one, else as the only invocation that began then. */
async function lookForLostAnswer(connection: string, run: Run, before: FollowUp, logGroup: string): Promise<Looked> {
  const kind = "lost_answer";
  const known = run.requestId;
  const candidates = known ? [known] : await candidatesOf(connection, run, logGroup);
  const certainty = known && before.certainty !== "only_one" ? ("request_id" as const) : ("only_one" as const);
  if (candidates.length > 1) return { followUp: { kind, state: "several", candidates: candidates.length, attempts: [] } };
  const [requestId] = candidates;
  const attempts = requestId ? await attemptsOf(connection, run, requestId, logGroup) : [];
  const last = attempts.at(-1);
  if (!requestId || !last) {
    const waited = Date.now() - run.startedAtMs > NOT_SEEN_AFTER_MS;
    return { followUp: { kind, state: waited ? "not_seen" : "looking", attempts: [] } };
  }
  const { timeoutMs } = await functionLimits(connection, run.region, run.functionName).catch(() => ({ timeoutMs: 900_000 }));
  const overdue = Date.now() > last.startedAtMs + timeoutMs + NOT_SEEN_AFTER_MS;
  // A process that was killed leaves no REPORT: once it must have ended nothing more comes.
  return { followUp: { kind, state: last.ended === "running" && !overdue ? "running" : "ended", certainty, attempts }, requestId };
}

async function candidatesOf(connection: string, run: Run, logGroup: string): Promise<string[]> {
  const span = { startMs: run.startedAtMs - EARLIER_MS, endMs: run.startedAtMs + LATER_MS };
  const place = { connection, region: run.region, functionName: run.functionName };
  const lines = await readLines(connection, run.region, { logGroup, pattern: '?"START RequestId" ?"platform.start"', ...span });
  const others = await findRequestIds(place, { startMs: span.startMs - LATER_MS, endMs: span.endMs });
  return findCandidates(lines, run, new Set(others));
}

async function attemptsOf(connection: string, run: Run, requestId: string, logGroup: string): Promise<Attempt[]> {
  const lines = await readLines(connection, run.region, { logGroup, pattern: `"${requestId}"`, startMs: run.startedAtMs - EARLIER_MS });
  const attempts = readAttempts(lines, requestId);
  return Promise.all(
    attempts.map(async (attempt) => {
      if (attempt.ended !== "success") return attempt;
      const errorType = pythonErrorType(await linesBetween(connection, run.region, logGroup, requestId, attempt));
      return errorType ? { ...attempt, ended: "error" as const, errorType } : attempt;
    }),
  );
}

/** Everything that an execution wrote, lines included that do not name it. */
async function linesBetween(connection: string, region: string, logGroup: string, requestId: string, attempt: Attempt): Promise<LogLine[]> {
  const { logStream, startedAtMs, endedAtMs } = attempt;
  const span = { startMs: startedAtMs - INIT_MS, ...(endedAtMs === undefined ? {} : { endMs: endedAtMs }) };
  return linesOfAttempt(await readLines(connection, region, { logGroup, logStream, ...span }), requestId, startedAtMs);
}

/** None where there is no log group yet: the first environment that logs makes it. */
async function readLines(connectionId: string, region: string, filter: { logGroup: string; logStream?: string; pattern?: string; startMs: number; endMs?: number }): Promise<LogLine[]> {
  try {
    return (await filterLogEvents({ connectionId, region }, { ...filter, maxPages: MAX_PAGES })).events;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return [];
    throw error;
  }
}

async function logGroupOf(connection: string, { region, functionName, followUp }: Run): Promise<string> {
  if (followUp?.logGroup) return followUp.logGroup;
  const limits = await functionLimits(connection, region, functionName).catch(refusedToUndefined);
  return limits?.logGroup ?? `/aws/lambda/${functionName}`;
}

/** Writes what was found into the run: its figures, its price, and its assertions held against them. */
async function keep(target: { connectionId: string; region: string }, run: Run, followUp: FollowUp, requestId: string | undefined): Promise<Run> {
  const last = followUp.attempts.at(-1);
  if (!last || last.ended === "running") return completeRun(run.id, { followUp, requestId, executedVersion: last?.version });
  const sizing = await getInvocationSizing(target, run.functionName, last.version ?? run.qualifier).catch(refusedToUndefined);
  const found = { requestId, executedVersion: last.version, endedAtMs: last.endedAtMs, ...figuresOfAttempts(followUp.attempts, run.region, sizing) };
  const event = run.testEventId && run.outcome === "accepted" ? await findTestEvent(target.connectionId, run.testEventId) : undefined;
  const results = evaluateAssertions(event?.assertions ?? [], { ...run, ...found, errorType: last.errorType });
  return completeRun(run.id, { ...found, followUp, errorType: last.errorType, ...(results.length > 0 ? { assertionResults: results, verdict: verdictOf(results) } : {}) });
}

/** The whole log of a run's invocation; what came with the answer where the log cannot be read. Throws `not_found`. */
export async function readRunLog(connection: string, id: string): Promise<RunLog> {
  return readLogOf(connection, await requireRun(connection, id));
}

/** CloudWatch Logs has a line some seconds after it was written. */
const WHOLE_LOG_LOOKS = 6;
const WHOLE_LOG_EVERY_MS = 2_000;

/** The whole log as a text, once its end is there; undefined when it could not be had. For runs whose answer brought a cut tail. */
export async function readWholeLog(connection: string, run: Run): Promise<string | undefined> {
  for (let look = 1; ; look += 1) {
    const { events, source, partial, problem } = await readLogOf(connection, run);
    if (source === "log" && !partial) return events.map(({ message }) => message.trimEnd()).join("\n");
    if (problem || look === WHOLE_LOG_LOOKS) return undefined;
    await wait(WHOLE_LOG_EVERY_MS);
  }
}

async function readLogOf(connection: string, run: Run): Promise<RunLog> {
  const tail = tailOf(run);
  if (!run.requestId || run.outcome === "not_run") return tail;
  const logGroup = await logGroupOf(connection, run);
  try {
    const attempts = run.followUp?.attempts.length ? run.followUp.attempts : await attemptsOf(connection, run, run.requestId, logGroup);
    const parts = await Promise.all(attempts.map((attempt) => linesBetween(connection, run.region, logGroup, run.requestId ?? "", attempt)));
    const lines = parts.flat();
    if (lines.length === 0) return { ...tail, logGroup };
    const partial = attempts.at(-1)?.ended === "running";
    return { events: lines.map(({ timestampMs, message }) => ({ timestampMs, message })), source: "log", partial, logGroup, logStream: lines[0]?.logStream };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { iamAction, iamResource } = error.details;
    return { ...tail, logGroup, problem: { message: error.message, iamAction, iamResource } };
  }
}

function tailOf({ logTail, startedAtMs }: Run): RunLog {
  if (!logTail) return { events: [], source: "none", partial: false };
  const events = logTail.trimEnd().split("\n").map((message) => ({ timestampMs: startedAtMs, message }));
  return { events, source: "tail", partial: Buffer.byteLength(logTail) >= TAIL_MAX_BYTES };
}

/** Invoke answers with the last 4 KB of the log. */
const TAIL_MAX_BYTES = 4_096;
