import { mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ServiceError } from "../../protocols/service-error.ts";
import { createListenerReserve } from "../../runtime-api/listener-reserve.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationEngine, InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import { Admission, type ExecutionSlot } from "./admission.ts";
import { openAsyncEventStore } from "./async-event-store.ts";
import { AsyncInvocations } from "./async-invocations.ts";
import type { InvocationEngineOptions } from "./engine-options.ts";
import { EnvironmentPool } from "./environment-pool.ts";
import { createInterpreters } from "./interpreter.ts";
import { invocationSamples, metricScope, samplesOf } from "./invocation-metrics.ts";
import { startProcessReaper } from "./process-reaper.ts";

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const INIT_LIMIT_MS = 10_000;
/** Running invocations may end by themselves for this long when the engine closes. */
const CLOSE_GRACE_MS = 1_000;

/** Runs functions in processes of this machine; see `InvocationEngine`. */
export function createInvocationEngine(options: InvocationEngineOptions): InvocationEngine {
  const { directory, clock, telemetry, limits, credentials, resolveVersion, log = () => undefined } = options;
  const cleaned = removeLeftEnvironments(directory);
  const listeners = createListenerReserve();
  const reaper = startProcessReaper();
  const pool = new EnvironmentPool(
    {
      directory,
      clock,
      telemetry,
      credentials,
      interpreters: createInterpreters(directory),
      listeners,
      reaper,
      initLimitMs: options.initLimitMs ?? INIT_LIMIT_MS,
    },
    options.idleMs,
  );
  const admission = new Admission(limits, clock);
  const running = new Set<Promise<InvocationResult>>();
  let closed = false;
  let killing = false;

  const enter = (version: FunctionVersion, invokedFunctionArn: string): ExecutionSlot => {
    try {
      return admission.enter(version, !pool.hasIdle(version));
    } catch (error) {
      const scope = metricScope(version, invokedFunctionArn);
      telemetry.write({ samples: samplesOf(scope, clock.now(), { name: "Throttles", unit: "Count", value: 1 }) });
      throw error;
    }
  };

  const runInSlot = async (version: FunctionVersion, request: InvocationRequest, slot: ExecutionSlot): Promise<InvocationResult> => {
    const environment = pool.acquire(version);
    try {
      const { payload, failed, startMs, durationMs } = await environment.run(request);
      // What was killed with the engine is no error of the function: it leaves no END, no REPORT and no metric.
      if (killing) {
        environment.log.discard();
        throw shuttingDown();
      }
      const scope = metricScope(version, request.invokedFunctionArn);
      const samples = invocationSamples(scope, { startMs, durationMs, failed, concurrency: slot.concurrency });
      const logTail = environment.log.finishInvocation(samples);
      return { payload, functionError: failed ? "Unhandled" : undefined, executedVersion: version.version, logTail };
    } finally {
      slot.release();
      pool.release(environment);
    }
  };

  const invoke = async (version: FunctionVersion, request: InvocationRequest): Promise<InvocationResult> => {
    if (closed) throw shuttingDown();
    const slot = enter(version, request.invokedFunctionArn);
    const run = runInSlot(version, request, slot);
    running.add(run);
    try {
      return await run;
    } finally {
      running.delete(run);
    }
  };

  const queue = new AsyncInvocations({ store: openAsyncEventStore(directory), clock, telemetry, resolveVersion, invoke, log });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    closed = true;
    queue.stop();
    await settledWithin(running, CLOSE_GRACE_MS);
    killing = true;
    await pool.close();
    await Promise.allSettled(running);
    await queue.close();
    await pool.settled();
    await listeners.close();
    reaper.close();
    await cleaned;
  };
  return {
    invoke,
    enqueue: (version, request) => queue.enqueue(version, request),
    retire: (region, functionName) => pool.retire(region, functionName),
    snapshot: () => pool.counts(),
    close: () => (closing ??= close()),
  };
}

/** A region that was killed leaves its environments' folders behind. */
async function removeLeftEnvironments(directory: string): Promise<void> {
  const environments = join(directory, "environments");
  mkdirSync(environments, { recursive: true, mode: 0o700 });
  const left = readdirSync(environments);
  await Promise.all(left.map((name) => rm(join(environments, name), { recursive: true, force: true })));
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
