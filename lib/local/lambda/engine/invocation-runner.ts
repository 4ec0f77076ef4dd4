import type { Clock } from "../../clock.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import type { Telemetry } from "../../telemetry.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import type { Admission, ExecutionSlot } from "./admission.ts";
import type { EnvironmentPool } from "./environment-pool.ts";
import type { ExecutionEnvironment } from "./execution-environment.ts";
import { invocationSamples, metricScope, samplesOf } from "./invocation-metrics.ts";

/** Running invocations may end by themselves for this long when the engine closes. */
const CLOSE_GRACE_MS = 1_000;

export interface InvocationRunnerOptions {
  pool: EnvironmentPool;
  admission: Admission;
  clock: Clock;
  telemetry: Telemetry;
}

/** From admission to the answer: a slot, an environment, and the invocation's lines and metrics written. */
export class InvocationRunner {
  #options: InvocationRunnerOptions;
  #running = new Set<Promise<InvocationResult>>();
  #closing = false;
  #killing = false;

  constructor(options: InvocationRunnerOptions) {
    this.#options = options;
  }

  /** Rejects with a `ServiceError` when the function was not run. */
  async invoke(version: FunctionVersion, request: InvocationRequest): Promise<InvocationResult> {
    if (this.#closing) throw shuttingDown();
    const slot = this.#enter(version, request.invokedFunctionArn);
    const run = this.#runInSlot(version, request, slot).finally(() => slot.release());
    this.#running.add(run);
    try {
      return await run;
    } finally {
      this.#running.delete(run);
    }
  }

  /** Refuses new invocations, waits a moment for running ones, then ends them with the pool. */
  async close(): Promise<void> {
    this.#closing = true;
    await settledWithin(this.#running, CLOSE_GRACE_MS);
    this.#killing = true;
    await this.#options.pool.close();
    await Promise.allSettled(this.#running);
    await this.#options.pool.settled();
  }

  #enter(version: FunctionVersion, invokedFunctionArn: string): ExecutionSlot {
    const { admission, pool, clock, telemetry } = this.#options;
    try {
      return admission.enter(version, !pool.hasIdle(version));
    } catch (error) {
      const scope = metricScope(version, invokedFunctionArn);
      telemetry.write({ samples: samplesOf(scope, clock.now(), { name: "Throttles", unit: "Count", value: 1 }) });
      throw error;
    }
  }

  async #runInSlot(version: FunctionVersion, request: InvocationRequest, slot: ExecutionSlot): Promise<InvocationResult> {
    const environment = this.#options.pool.acquire(version);
    try {
      return await this.#runIn(environment, request, slot);
    } finally {
      this.#options.pool.release(environment);
    }
  }

  async #runIn(environment: ExecutionEnvironment, request: InvocationRequest, slot: ExecutionSlot): Promise<InvocationResult> {
    const { version, log } = environment;
    const { payload, failed, startMs, durationMs } = await environment.run(request);
    if (this.#killing) {
      // What was killed with the engine is no error of the function: it leaves no END, no REPORT and no metric.
      log.discard();
      throw shuttingDown();
    }
    const scope = metricScope(version, request.invokedFunctionArn);
    const samples = invocationSamples(scope, { startMs, durationMs, failed, concurrency: slot.concurrency });
    const logTail = log.finishInvocation(samples);
    return { payload, functionError: failed ? "Unhandled" : undefined, executedVersion: version.version, logTail };
  }
}

const shuttingDown = (): ServiceError => new ServiceError("ServiceException", 500, "The local region is shutting down.");

async function settledWithin(running: Iterable<Promise<unknown>>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([Promise.allSettled(running), limit]);
  clearTimeout(timer);
}
