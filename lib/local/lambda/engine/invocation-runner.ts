import type { Clock } from "../../clock.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import type { Telemetry } from "../../telemetry.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import type { Admission, ExecutionSlot } from "./admission.ts";
import type { EnvironmentPool } from "./environment-pool.ts";
import type { ExecutionEnvironment } from "./execution-environment.ts";
import { invocationSamples, metricScope, resourceOf, samplesOf } from "./invocation-metrics.ts";
import type { ProvisionedEnvironments } from "./provisioned-environments.ts";
import { provisionedSamples, type ProvisionedUse } from "./provisioned-metrics.ts";

/** Running invocations may end by themselves for this long when the engine closes. */
const CLOSE_GRACE_MS = 1_000;

export interface InvocationRunnerOptions {
  pool: EnvironmentPool;
  provisioned: ProvisionedEnvironments;
  admission: Admission;
  clock: Clock;
  telemetry: Telemetry;
}

/** Where an invocation runs. */
interface Place {
  environment: ExecutionEnvironment;
  slot: ExecutionSlot;
  /** Only when the version has provisioned concurrency. */
  provisionedUse: ProvisionedUse | undefined;
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
    const place = this.#enter(version, request.invokedFunctionArn);
    const run = this.#runIn(place, request).finally(() => this.#leave(place));
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
    const { pool, provisioned } = this.#options;
    await Promise.all([pool.close(), provisioned.close()]);
    await Promise.allSettled(this.#running);
    await Promise.all([pool.settled(), provisioned.settled()]);
  }

  #enter(version: FunctionVersion, invokedFunctionArn: string): Place {
    const { admission, pool, provisioned, clock, telemetry } = this.#options;
    const resource = resourceOf(version.functionName, invokedFunctionArn);
    const ready = provisioned.acquire(version);
    const use = provisioned.use(version);
    const provisionedUse = use && { ...use, spilledOver: !ready };
    if (ready) return { environment: ready, slot: admission.enterProvisioned(version, resource), provisionedUse };
    try {
      const slot = admission.enter({
        version,
        coldStart: !pool.hasIdle(version),
        resource,
        provisioned: provisioned.requestedOf(version.region, version.functionName),
      });
      return { environment: pool.acquire(version), slot, provisionedUse };
    } catch (error) {
      const scope = metricScope(version, invokedFunctionArn);
      telemetry.write({ samples: samplesOf(scope, clock.now(), { name: "Throttles", unit: "Count", value: 1 }) });
      throw error;
    }
  }

  #leave({ environment, slot }: Place): void {
    const { pool, provisioned } = this.#options;
    if (!provisioned.release(environment)) pool.release(environment);
    slot.release();
  }

  async #runIn({ environment, slot, provisionedUse }: Place, request: InvocationRequest): Promise<InvocationResult> {
    const { version, log } = environment;
    const { payload, failed, startMs, durationMs } = await environment.run(request);
    if (this.#killing) {
      // What was killed with the engine is no error of the function: it leaves no END, no REPORT and no metric.
      log.discard();
      throw shuttingDown();
    }
    const scope = metricScope(version, request.invokedFunctionArn);
    const samples = invocationSamples(scope, { startMs, durationMs, failed, concurrency: slot.concurrency });
    if (provisionedUse) samples.push(...provisionedSamples(scope, startMs, provisionedUse));
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
