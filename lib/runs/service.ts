import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { needsWholeLog } from "@/lib/assertions/assertion-subject";
import { evaluateAssertions, verdictOf } from "@/lib/assertions/evaluate-assertions";
import type { Assertion } from "@/lib/assertions/schema";
import { listAliases } from "@/lib/aws/lambda-aliases";
import { invoke } from "@/lib/aws/lambda-invoke";
import { invokeStream } from "@/lib/aws/lambda-invoke-stream";
import { getInvocationSizing, type InvocationSizing } from "@/lib/aws/lambda-sizing";
import { listFunctionUrls } from "@/lib/aws/lambda-url";
import { listVersions } from "@/lib/aws/lambda-versions";
import { processState } from "@/lib/aws/process-state";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection, requireMode } from "@/lib/connections/service";
import { abandonRunningRuns, completeRun, findRun, findRuns, insertRun, type RunCompletion, type RunPlace, searchRuns } from "@/lib/db/runs";
import { findTestEvent } from "@/lib/db/test-events";
import { operatorName } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { keepFollowing, readWholeLog } from "@/lib/run-logs/service";
import { figuresOf } from "./invocation-figures";
import { LiveStream } from "./live-stream";
import { findClientContextProblem, findPayloadProblem } from "./payload-limit";
import { outcomeOfFailure, readInvokeAnswer, readStreamAnswer, throttleReasonOf } from "./run-outcome";
import { type QualifierList, type Run, type RunFilter, type RunList, type runRequestSchema, STREAM_KEPT_BYTES, type StreamPiece } from "./schema";
import type { z } from "zod";

const PAGE_SIZE = 50;
/** What INIT and the network may add to the function's timeout. */
const DEADLINE_MARGIN_MS = 15_000;
/** Most runs end sooner: their result is in the first answer. */
const QUICK_MS = 300;

/** A run that this process waits for. */
interface Flight {
  /** The run as it was written before the call, or the one that was there already. */
  opened: Promise<Run>;
  ended: Promise<Run>;
  stream?: LiveStream;
}

const inFlight = processState("runs in flight", () => new Map<string, Flight>());

type Request = z.output<typeof runRequestSchema>;

/**
 * Invokes a function once, keeps request and result, and resolves when it ended. The row is written before the call, so a
 * crash loses no run, and a second request with the same `clickId` gets the first one's run and invokes nothing. Only what
 * keeps the call from being made at all is thrown (mode, payload: nothing is kept then); everything after is an outcome.
 */
export async function startRun(target: AwsTarget, functionName: string, request: Request): Promise<Run> {
  return (await takeOff(target, functionName, request)).ended;
}

/** As `startRun`, but resolves at once, or with the result when that is there within a moment: nobody need wait for a run. */
export async function beginRun(target: AwsTarget, functionName: string, request: Request): Promise<Run> {
  const { opened, ended } = await takeOff(target, functionName, request);
  const running = await opened;
  if (request.streamed) return running;
  const quick = new AbortController();
  const first = await Promise.race([ended, wait(QUICK_MS, running, { signal: quick.signal })]);
  quick.abort();
  return first;
}

async function takeOff(target: AwsTarget, functionName: string, request: Request): Promise<Flight> {
  await requireMode(target.connectionId, "invoke");
  const problem = findPayloadProblem(request.payload, request.invocationType) ?? findClientContextProblem(request);
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
    clientContext: request.clientContext,
    streamed: request.streamed || undefined,
    batchId: request.batchId,
    startedBy: operatorName(),
    outcome: "running",
    startedAtMs: Date.now(),
  };
  // Registered before the row exists: a second request finds the flight as soon as it finds the row.
  const sameClick = inFlight.get(run.id);
  if (sameClick) return { ...sameClick, opened: sameClick.opened.then((kept) => sameRun(kept, run)) };
  const flight = fly(target, run, request.assertions ?? testEvent?.assertions ?? []);
  inFlight.set(run.id, flight);
  return flight;
}

function fly(target: AwsTarget, run: Run, assertions: readonly Assertion[]): Flight {
  const stream = run.streamed ? new LiveStream(STREAM_KEPT_BYTES) : undefined;
  const inserted = insertRun(target.connectionId, run);
  const opened = inserted.then(async (isNew) => (isNew ? run : sameRun(await findRun(target.connectionId, run.id), run)));
  const ended = opened.then(async (kept) => ((await inserted) ? invokeAndKeep(target, run, assertions, stream) : kept));
  const landed = ended.finally(() => {
    stream?.end();
    inFlight.delete(run.id);
  });
  // Who began it without waiting gets no rejection; who waits does.
  landed.catch(() => undefined);
  return { opened, ended: landed, stream };
}

/** A click id that comes back must be about the same function. */
function sameRun(kept: Run | undefined, wanted: Run): Run {
  if (kept && kept.functionName === wanted.functionName && kept.region === wanted.region) return kept;
  throw new AppError("conflict", "This click id belongs to another run.", { hint: "Reload the page and run again." });
}

async function invokeAndKeep(target: AwsTarget, run: Run, assertions: readonly Assertion[], stream: LiveStream | undefined): Promise<Run> {
  const completion = await invokeOnce(target, run, stream);
  const ran: Run = { ...run, ...completion };
  const wholeLog = needsWholeLog(assertions, ran) ? await readWholeLog(target.connectionId, ran) : undefined;
  const results = ran.outcome === "unknown" ? [] : evaluateAssertions(assertions, { ...ran, wholeLog });
  const ended = await completeRun(run.id, { ...completion, endedAtMs: Date.now(), ...(results.length > 0 ? { assertionResults: results, verdict: verdictOf(results) } : {}) });
  keepFollowing(target.connectionId, ended);
  return ended;
}

async function invokeOnce(target: AwsTarget, run: Run, stream: LiveStream | undefined): Promise<RunCompletion & Pick<Run, "outcome">> {
  const startedMs = performance.now();
  const deadline = new AbortController();
  const sizing = readSizing(target, run.functionName, run.qualifier);
  const timer = sizing.then((found) => found && setTimeout(() => deadline.abort(), found.timeoutSeconds * 1_000 + DEADLINE_MARGIN_MS));
  const { functionName, qualifier, invocationType, payload, clientContext } = run;
  const request = { functionName, qualifier, payload, clientContext, signal: deadline.signal };
  try {
    const answer = stream
      ? await invokeStream(target, request, (bytes) => stream.push(bytes, performance.now() - startedMs))
      : await invoke(target, { ...request, invocationType });
    const roundTripMs = performance.now() - startedMs;
    stream?.end();
    const { report, ...end } = "payload" in answer ? readInvokeAnswer(answer) : readStreamAnswer(answer, stream?.text ?? "");
    const { statusCode, requestId, executedVersion, logTail } = answer;
    const figures = report ? figuresOf(report, run.region, await versionThatRan(target, run, await sizing, executedVersion)) : {};
    const problemHint = end.outcome === "unknown" ? MAY_HAVE_RUN : undefined;
    return { ...end, problemHint, statusCode, requestId, executedVersion, logTail, roundTripMs, ...streamFigures(stream), ...figures };
  } catch (error) {
    stream?.end();
    return { ...failureOf(error), ...streamFigures(stream), ...(stream?.totalBytes ? { response: stream.text } : {}), roundTripMs: performance.now() - startedMs };
  } finally {
    void timer.then(clearTimeout);
  }
}

function streamFigures(stream: LiveStream | undefined): RunCompletion {
  return stream ? { responseBytes: stream.totalBytes, firstByteMs: stream.firstByteMs } : {};
}

/** Read beside the call, not before it: a click should not wait for it, and invoking must not need this permission. */
function readSizing(target: AwsTarget, functionName: string, qualifier: string): Promise<InvocationSizing | undefined> {
  return getInvocationSizing(target, functionName, qualifier).catch(() => undefined);
}

/** An alias may have sent the call to its second version, which may have another architecture. */
async function versionThatRan(target: AwsTarget, run: Run, sizing: InvocationSizing | undefined, executedVersion: string | undefined): Promise<InvocationSizing | undefined> {
  if (!executedVersion || sizing?.version === executedVersion) return sizing;
  return readSizing(target, run.functionName, executedVersion);
}

const MAY_HAVE_RUN = "The function may have run: its log can tell. Warmstart did not try again.";

function failureOf(error: unknown): RunCompletion & Pick<Run, "outcome"> {
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

/** Newest first, 50 a page, without payloads and responses; `after` is the `next` of the page before. */
export async function listRuns(place: RunPlace, after?: string, filter: RunFilter = {}): Promise<RunList> {
  await settleAbandonedRuns();
  if (filter.text === undefined && filter.outcome === undefined) {
    const found = await findRuns(place, { limit: PAGE_SIZE + 1, after }, filter.event);
    const runs = found.slice(0, PAGE_SIZE);
    return { runs, more: found.length > PAGE_SIZE, next: runs.at(-1)?.id };
  }
  const { runs, searchedTo } = await searchRuns(place, filter, { limit: PAGE_SIZE, after });
  return { runs, more: searchedTo !== undefined, next: searchedTo?.id, searchedToMs: searchedTo?.startedAtMs };
}

/** One run with request, response and log tail. Throws `not_found`. */
export async function getRun(connection: string, id: string): Promise<Run> {
  await settleAbandonedRuns();
  const run = await findRun(connection, id);
  if (!run) throw new AppError("not_found", "There is no such run.");
  keepFollowing(connection, run);
  return run;
}

/** The answer of a streamed run, from its beginning, as it comes. Of one that ended: what was kept, in one piece. */
export async function watchStream(connection: string, id: string, signal: AbortSignal): Promise<AsyncIterable<StreamPiece>> {
  const live = inFlight.get(id)?.stream;
  const run = await getRun(connection, id);
  if (live) return live.watch(signal);
  return keptPieces(run);
}

async function* keptPieces({ response, responseBytes, firstByteMs = 0 }: Run): AsyncGenerator<StreamPiece> {
  if (response) yield { atMs: firstByteMs, text: response, totalBytes: responseBytes ?? Buffer.byteLength(response) };
}

/** Versions, aliases and the URL of a function; what may not be read is left out, with the missing permission. */
export async function listQualifiers(target: AwsTarget, functionName: string): Promise<QualifierList> {
  await requireConnection(target.connectionId);
  const problems: QualifierList["problems"] = [];
  const orNone = async <T>(reading: Promise<T[]>): Promise<T[]> => {
    try {
      return await reading;
    } catch (error) {
      if (!isAppError(error)) throw error;
      problems.push({ message: error.message, iamAction: error.details.iamAction });
      return [];
    }
  };
  const [versions, aliases, [url]] = await Promise.all([orNone(listVersions(target, functionName)), orNone(listAliases(target, functionName)), orNone(listFunctionUrls(target, functionName))]);
  return {
    versions: versions.flatMap(({ version, description }) => (version === "$LATEST" ? [] : [{ version, description }])).reverse(),
    aliases: aliases.map(({ name, version, additional }) => ({ name, version, second: additional })),
    functionUrl: url && { url: url.url, authType: url.authType },
    problems,
  };
}

/** Once in the life of the process, before its own first run: what is `running` then was left by one that died. */
function settleAbandonedRuns(): Promise<unknown> {
  const once = processState("abandoned runs", (): { settled?: Promise<unknown> } => ({}));
  once.settled ??= settle().catch((error: unknown) => {
    once.settled = undefined;
    throw error;
  });
  return once.settled;
}

/** Looks for the newest ones in the log; another is looked for when somebody opens it. Nothing is invoked again. */
const LOOKED_FOR_AT_ONCE = 20;

async function settle(): Promise<void> {
  const left = await abandonRunningRuns("Warmstart stopped before the answer came.", "The function may have run: its log can tell. Warmstart did not invoke it again.");
  for (const { connection, id } of left.slice(0, LOOKED_FOR_AT_ONCE)) {
    const run = await findRun(connection, id);
    if (run) keepFollowing(connection, run);
  }
}
