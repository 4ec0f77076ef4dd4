import { mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createListenerReserve } from "../../runtime-api/listener-reserve.ts";
import { DEFAULT_ASYNC_LIMITS, type AsyncBehaviour } from "../async/async-outcome.ts";
import type { InvocationEngine } from "../invocation-engine.ts";
import { Admission } from "./admission.ts";
import { openAsyncEventStore } from "./async-event-store.ts";
import { AsyncInvocations } from "./async-invocations.ts";
import type { InvocationEngineOptions } from "./engine-options.ts";
import { EnvironmentPool } from "./environment-pool.ts";
import { createInterpreters } from "./interpreter.ts";
import { InvocationRunner } from "./invocation-runner.ts";
import { startProcessReaper } from "./process-reaper.ts";
import { ProvisionedEnvironments } from "./provisioned-environments.ts";

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const INIT_LIMIT_MS = 10_000;

const WITHOUT_DESTINATIONS: AsyncBehaviour = { limits: () => DEFAULT_ASYNC_LIMITS, deliver: () => [] };

/** Runs functions in processes of this machine; see `InvocationEngine`. */
export function createInvocationEngine(options: InvocationEngineOptions): InvocationEngine {
  const { directory, clock, telemetry, limits, credentials, resolveVersion, log = () => undefined } = options;
  const cleaned = removeLeftEnvironments(directory);
  // Awaited by `close`; a folder that cannot be removed harms nothing but the disk.
  cleaned.catch((error: unknown) => log(`Old environments were not removed: ${String(error)}`));
  const listeners = createListenerReserve();
  const reaper = startProcessReaper();
  const interpreters = createInterpreters(directory);
  const initLimitMs = options.initLimitMs ?? INIT_LIMIT_MS;
  const services = { directory, clock, telemetry, credentials, interpreters, listeners, reaper, initLimitMs };
  const pool = new EnvironmentPool(services, options.idleMs);
  const provisioned = new ProvisionedEnvironments(services);
  const runner = new InvocationRunner({ pool, provisioned, admission: new Admission(limits, clock), clock, telemetry });
  const queue = new AsyncInvocations({
    store: openAsyncEventStore(directory),
    clock,
    telemetry,
    behaviour: options.asyncBehaviour ?? WITHOUT_DESTINATIONS,
    resolveVersion,
    invoke: (version, request) => runner.invoke(version, request),
    log,
  });

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    queue.stop();
    await runner.close();
    await queue.close();
    await listeners.close();
    reaper.close();
    await Promise.allSettled([cleaned]);
  };
  return {
    invoke: (version, request) => runner.invoke(version, request),
    enqueue: (version, request) => queue.enqueue(version, request),
    retire: (region, functionName, version) => pool.retire(region, functionName, version),
    provision: (region, functionName, wanted) => provisioned.provision(region, functionName, wanted),
    provisioned: (version) => provisioned.state(version),
    interpreters: () => interpreters.versions(),
    snapshot: () => {
      const [onDemand, ready] = [pool.counts(), provisioned.counts()];
      return { environments: onDemand.environments + ready.environments, busy: onDemand.busy + ready.busy };
    },
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
