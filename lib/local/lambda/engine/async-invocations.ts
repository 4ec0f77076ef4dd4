import type { Clock } from "../../clock.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import type { Telemetry } from "../../telemetry.ts";
import type { AsyncBehaviour, AsyncCondition, AsyncResponse } from "../async/async-outcome.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import type { AsyncEvent, AsyncEventStore } from "./async-event-store.ts";
import { metricScope, samplesOf } from "./invocation-metrics.ts";
import { delayAfterErrorMs, delayAfterThrottleMs } from "./retry-schedule.ts";

/** Events that run at the same time at most: the queue must not crowd out callers that wait. */
const MAX_RUNNING = 50;
/** The clock can be moved under the timer: it looks at least so often while something waits. */
const LONGEST_WAIT_MS = 500;

export interface AsyncInvocationsOptions {
  store: AsyncEventStore;
  clock: Clock;
  telemetry: Telemetry;
  behaviour: AsyncBehaviour;
  resolveVersion(region: string, functionName: string, qualifier: string): FunctionVersion | undefined;
  invoke(version: FunctionVersion, request: InvocationRequest): Promise<InvocationResult>;
  log(message: string): void;
}

/** Runs queued events: at once, and again after errors and throttles, with the same request id each time. */
export class AsyncInvocations {
  #options: AsyncInvocationsOptions;
  #running = new Map<number, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: AsyncInvocationsOptions) {
    this.#options = options;
    this.#schedule();
  }

  enqueue(version: FunctionVersion, request: InvocationRequest): void {
    const { clock, store } = this.#options;
    const nowMs = clock.now();
    store.add({
      requestId: request.requestId,
      region: version.region,
      functionName: version.functionName,
      qualifier: version.version,
      invokedFunctionArn: request.invokedFunctionArn,
      clientContext: request.clientContext ?? null,
      traceId: request.traceId ?? null,
      payload: request.payload,
      acceptedMs: nowMs,
      dueMs: nowMs,
    });
    this.#count("AsyncEventsReceived", version, request.invokedFunctionArn);
    this.#schedule();
  }

  /** Runs nothing more. What is running stays queued unless it ends before the engine does. */
  stop(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async close(): Promise<void> {
    this.stop();
    await Promise.all(this.#running.values());
    this.#options.store.close();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#running.size >= MAX_RUNNING) return;
    const dueMs = this.#options.store.nextDueMs(new Set(this.#running.keys()));
    if (dueMs === undefined) return;
    const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(0, dueMs - this.#options.clock.now()));
    this.#timer = setTimeout(() => this.#runDue(), waitMs);
  }

  #runDue(): void {
    const { store, clock, log } = this.#options;
    const room = MAX_RUNNING - this.#running.size;
    for (const event of store.due(clock.now(), room, new Set(this.#running.keys()))) {
      const run = this.#attempt(event)
        .catch((error: unknown) => log(`Queued event ${event.requestId}: ${error instanceof Error ? error.stack : String(error)}`))
        .finally(() => {
          this.#running.delete(event.id);
          this.#schedule();
        });
      this.#running.set(event.id, run);
    }
    this.#schedule();
  }

  async #attempt(event: AsyncEvent): Promise<void> {
    const { store, clock } = this.#options;
    const version = this.#options.resolveVersion(event.region, event.functionName, event.qualifier);
    if (!version) {
      store.remove(event.id);
      return;
    }
    const ageMs = clock.now() - event.acceptedMs;
    const tooOld = ageMs >= this.#limits(event).maxEventAgeMs;
    if (tooOld || version.reservedConcurrency === 0) {
      this.#drop(event, version, tooOld ? "EventAgeExceeded" : "ZeroReservedConcurrency", lastResponse(event));
      return;
    }
    try {
      const result = await this.#options.invoke(version, requestOf(event));
      this.#count("AsyncEventAge", version, event.invokedFunctionArn, ageMs);
      if (result.functionError) this.#afterError(event, version, result);
      else this.#end(event, version, "Success", event.failures + 1, result);
    } catch (error) {
      this.#afterRefusal(event, version, error);
    }
  }

  #afterError(event: AsyncEvent, version: FunctionVersion, result: InvocationResult): void {
    const failures = event.failures + 1;
    const { maxRetryAttempts, maxEventAgeMs } = this.#limits(event);
    const delayMs = delayAfterErrorMs(failures, maxRetryAttempts);
    const failed = { ...event, failures };
    if (delayMs === undefined) return this.#drop(failed, version, "RetriesExhausted", result);
    const dueMs = this.#options.clock.now() + delayMs;
    // AWS does not wait for a time at which the event would be too old.
    if (dueMs - event.acceptedMs >= maxEventAgeMs) return this.#drop(failed, version, "EventAgeExceeded", result);
    const { payload: lastPayload, executedVersion: lastVersion } = result;
    this.#options.store.postpone(event.id, { dueMs, failures, throttles: 0, lastPayload, lastVersion });
  }

  #afterRefusal(event: AsyncEvent, version: FunctionVersion, error: unknown): void {
    // Refused because the engine is closing: the event is due again at the next start.
    if (this.#closed) return;
    const throttles = event.throttles + 1;
    const dueMs = this.#options.clock.now() + delayAfterThrottleMs(throttles);
    const tooOld = dueMs - event.acceptedMs >= this.#limits(event).maxEventAgeMs;
    if (tooOld) this.#drop(event, version, "EventAgeExceeded", lastResponse(event));
    else this.#options.store.postpone(event.id, { ...event, dueMs, throttles });
    if (!(error instanceof ServiceError)) throw error;
  }

  #drop(event: AsyncEvent, version: FunctionVersion, condition: AsyncCondition, response: AsyncResponse | undefined): void {
    this.#end(event, version, condition, event.failures, response);
    this.#count("AsyncEventsDropped", version, event.invokedFunctionArn);
  }

  /** Delivered first, then forgotten: after a crash in between a destination hears twice, never not at all. */
  #end(event: AsyncEvent, version: FunctionVersion, condition: AsyncCondition, invokeCount: number, response: AsyncResponse | undefined): void {
    const { requestId, region, functionName, payload, traceId } = event;
    const { DeadLetterTargetArn: deadLetterTargetArn } = version.configuration;
    const failures = this.#options.behaviour.deliver({
      requestId,
      region,
      functionName,
      functionArn: qualifiedArn(event),
      payload,
      condition,
      invokeCount,
      ...(deadLetterTargetArn === undefined ? {} : { deadLetterTargetArn }),
      ...(traceId === null ? {} : { traceId }),
      ...(response === undefined ? {} : { response }),
    });
    this.#options.store.remove(event.id);
    for (const name of failures) this.#count(name, version, event.invokedFunctionArn);
  }

  #limits(event: AsyncEvent) {
    return this.#options.behaviour.limits(qualifiedArn(event));
  }

  #count(name: string, version: FunctionVersion, invokedFunctionArn: string, ageMs?: number): void {
    const { clock, telemetry } = this.#options;
    const metric = ageMs === undefined ? ({ unit: "Count", value: 1 } as const) : ({ unit: "Milliseconds", value: ageMs } as const);
    telemetry.write({ samples: samplesOf(metricScope(version, invokedFunctionArn), clock.now(), { name, ...metric }) });
  }
}

function requestOf(event: AsyncEvent): InvocationRequest {
  return {
    requestId: event.requestId,
    payload: event.payload,
    invokedFunctionArn: event.invokedFunctionArn,
    clientContext: event.clientContext ?? undefined,
    traceId: event.traceId ?? undefined,
  };
}

/** AWS names a qualifier always. */
function qualifiedArn({ invokedFunctionArn }: AsyncEvent): string {
  return invokedFunctionArn.split(":").length > 7 ? invokedFunctionArn : `${invokedFunctionArn}:$LATEST`;
}

function lastResponse({ lastPayload, lastVersion }: AsyncEvent): AsyncResponse | undefined {
  return lastPayload === null || lastVersion === null ? undefined : { payload: lastPayload, executedVersion: lastVersion, functionError: "Unhandled" };
}
