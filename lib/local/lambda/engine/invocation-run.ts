/** One invocation in one environment: START, the function, END and REPORT. */
import { MAX_RESPONSE_BYTES } from "../../runtime-api/request-body.ts";
import type { PostedAnswer, RuntimeEvent } from "../../runtime-api/runtime-session.ts";
import type { InvocationRequest } from "../invocation-engine.ts";
import { exitDocument, timeoutDocument, tooLargeDocument } from "./error-document.ts";
import type { ExecutionEnvironment, InitResult } from "./execution-environment.ts";
import { exitText, type ProcessExit } from "./exit-reason.ts";
import { type MemoryWatch, watchMemory } from "./memory-watch.ts";
import type { RuntimeProcess } from "./runtime-process.ts";

const MEMORY_EVERY_MS = 50;

export interface InvocationOutcome {
  payload: Buffer;
  failed: boolean;
  /** START's time, epoch milliseconds. */
  startMs: number;
  durationMs: number;
}

/** How the invocation ended, before it is written down. */
interface Ending {
  payload: Buffer;
  status: "success" | "error" | "timeout";
  errorType?: string;
  handled?: boolean;
  durationMs: number;
  maxMemoryUsedMb: number;
}

/** Never rejects for what the function does; leaves END and REPORT in the environment's log, unwritten. */
export async function runInvocation(environment: ExecutionEnvironment, request: InvocationRequest): Promise<InvocationOutcome> {
  const { clock, initLimitMs } = environment.services;
  let initMs: number | undefined;
  if (!environment.process && !environment.initSuppressed) {
    const init = await environment.init("init", initLimitMs);
    if (!init.failure) initMs = init.durationMs;
  }
  // The function's timeout counts from here: AWS counts a repeated init into the invocation.
  const startedMs = clock.monotonicMs();
  const timeoutMs = environment.version.configuration.Timeout * 1000;
  const repeated = environment.process ? undefined : await environment.init("invoke", timeoutMs);
  environment.initSuppressed = repeated?.failure !== undefined;

  environment.log.beginInvocation();
  const startMs = clock.now();
  environment.log.addAll(environment.events.start(request.requestId));
  const { process } = environment;
  const ending =
    process && !repeated?.failure
      ? await execute(environment, process, request, startedMs)
      : initEnding(environment, request, repeated, clock.monotonicMs() - startedMs);
  report(environment, request, ending, initMs);
  return { payload: ending.payload, failed: ending.status !== "success", startMs, durationMs: ending.durationMs };
}

function report(environment: ExecutionEnvironment, { requestId }: InvocationRequest, ending: Ending, initMs: number | undefined): void {
  const { status, errorType, handled, durationMs, maxMemoryUsedMb } = ending;
  const memorySizeMb = environment.version.configuration.MemorySize;
  environment.log.addAll(environment.events.end(requestId));
  environment.log.addAll(
    environment.events.report({ requestId, durationMs, initMs, memorySizeMb, maxMemoryUsedMb, status, errorType, handled }),
  );
}

/** The repeated init has failed too: the function was not called. */
function initEnding(environment: ExecutionEnvironment, { requestId }: InvocationRequest, init: InitResult | undefined, durationMs: number): Ending {
  const { failure, maxMemoryUsedMb = 0 } = init ?? {};
  const timeoutMs = environment.version.configuration.Timeout * 1000;
  if (!failure || failure.status === "timeout") {
    return { payload: timeoutDocument(requestId, timeoutMs), status: "timeout", durationMs: timeoutMs, maxMemoryUsedMb };
  }
  if (failure.reason !== undefined) environment.log.addAll(environment.events.notStarted(requestId, failure.reason));
  return { payload: failure.document(requestId), status: "error", errorType: failure.errorType, durationMs, maxMemoryUsedMb };
}

async function execute(
  environment: ExecutionEnvironment,
  process: RuntimeProcess,
  request: InvocationRequest,
  startedMs: number,
): Promise<Ending> {
  const { clock } = environment.services;
  const { Timeout, MemorySize } = environment.version.configuration;
  const timeoutMs = Timeout * 1000;
  const leftMs = Math.max(0, timeoutMs - (clock.monotonicMs() - startedMs));
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void environment.reset();
  }, leftMs);
  const memory = watchMemory(process, { memorySizeMb: MemorySize, everyMs: MEMORY_EVERY_MS, onExceeded: () => void environment.reset() });
  const end = await process.invoke(request.requestId, buildEvent(request, clock.now() + leftMs));
  const measuredMs = clock.monotonicMs() - startedMs;
  clearTimeout(timer);
  memory.stop();
  await process.drainOutput();

  const durationMs = Math.round(Math.min(measuredMs, timeoutMs) * 100) / 100;
  const measured = { durationMs, maxMemoryUsedMb: memory.peakMb() };
  if (end.kind === "answer") return { ...measured, ...answerEnding(end.answer) };
  await environment.reset();
  if (timedOut) {
    return { ...measured, durationMs: timeoutMs, payload: timeoutDocument(request.requestId, timeoutMs), status: "timeout" };
  }
  return { ...measured, ...exitEnding(request.requestId, end.exit, end.answer, memory) };
}

function answerEnding(answer: PostedAnswer): Pick<Ending, "payload" | "status" | "errorType" | "handled"> {
  if (answer.kind === "response") return { payload: answer.payload, status: "success" };
  if (answer.kind === "error") {
    const { document, errorType } = answer.error;
    return { payload: document, status: "error", errorType, handled: true };
  }
  const payload = tooLargeDocument(MAX_RESPONSE_BYTES);
  return { payload, status: "error", errorType: "Function.ResponseSizeTooLarge", handled: true };
}

function exitEnding(
  requestId: string,
  exit: ProcessExit,
  answer: PostedAnswer | undefined,
  memory: MemoryWatch,
): Pick<Ending, "payload" | "status" | "errorType"> {
  const errorType = memory.exceeded() ? "Runtime.OutOfMemory" : "Runtime.ExitError";
  // A runtime that posts an error and then ends, as Node.js does after an unhandled rejection, has had its say.
  const payload = answer?.kind === "error" ? answer.error.document : exitDocument(requestId, exitText(exit));
  return { payload, status: "error", errorType };
}

function buildEvent(request: InvocationRequest, deadlineMs: number): RuntimeEvent {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "lambda-runtime-aws-request-id": request.requestId,
    "lambda-runtime-deadline-ms": String(Math.round(deadlineMs)),
    "lambda-runtime-invoked-function-arn": request.invokedFunctionArn,
  };
  if (request.traceId !== undefined) headers["lambda-runtime-trace-id"] = request.traceId;
  if (request.clientContext !== undefined) headers["lambda-runtime-client-context"] = headerSafeJson(request.clientContext);
  return { payload: request.payload, headers, ...(request.responseStream ? { sink: request.responseStream } : {}) };
}

/** The same JSON in printable ASCII, which is all that a header may hold. */
function headerSafeJson(text: string): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replace(/[\r\n\t]/g, " ").replace(/[^\x20-\x7e]/g, escape);
}
