import type { Clock } from "../../clock.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import type { Telemetry } from "../../telemetry.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import type { AsyncEvent, AsyncEventStore } from "./async-event-store.ts";
import { metricScope, samplesOf } from "./invocation-metrics.ts";
import { delayAfterErrorMs, delayAfterThrottleMs, MAX_EVENT_AGE_MS } from "./retry-schedule.ts";

/** Events that run at the same time at most: the queue must not crowd out callers that wait. */
const MAX_RUNNING = 50;
/** The clock can be moved under the timer: it looks at least so often while something waits. */
const LONGEST_WAIT_MS = 500;

export interface AsyncInvocationsOptions {
  store: AsyncEventStore;
  clock: Clock;
  telemetry: Telemetry;
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
    if (ageMs >= MAX_EVENT_AGE_MS || version.reservedConcurrency === 0) {
      this.#drop(event, version);
      return;
    }
    try {
      const result = await this.#options.invoke(version, requestOf(event));
      this.#count("AsyncEventAge", version, event.invokedFunctionArn, ageMs);
      if (result.functionError) this.#afterError(event, version);
      else store.remove(event.id);
    } catch (error) {
      this.#afterRefusal(event, version, error);
    }
  }

  #afterError(event: AsyncEvent, version: FunctionVersion): void {
    const failures = event.failures + 1;
    const delayMs = delayAfterErrorMs(failures);
    if (delayMs === undefined) this.#drop(event, version);
    else this.#options.store.postpone(event.id, { dueMs: this.#options.clock.now() + delayMs, failures, throttles: 0 });
  }

  #afterRefusal(event: AsyncEvent, version: FunctionVersion, error: unknown): void {
    // Refused because the engine is closing: the event is due again at the next start.
    if (this.#closed) return;
    const throttles = event.throttles + 1;
    const dueMs = this.#options.clock.now() + delayAfterThrottleMs(throttles);
    if (dueMs - event.acceptedMs >= MAX_EVENT_AGE_MS) this.#drop(event, version);
    else this.#options.store.postpone(event.id, { dueMs, failures: event.failures, throttles });
    if (!(error instanceof ServiceError)) throw error;
  }

  #drop(event: AsyncEvent, version: FunctionVersion): void {
    this.#options.store.remove(event.id);
    this.#count("AsyncEventsDropped", version, event.invokedFunctionArn);
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
