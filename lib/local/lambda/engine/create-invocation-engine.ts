import { mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createListenerReserve } from "../../runtime-api/listener-reserve.ts";
import type { InvocationEngine } from "../invocation-engine.ts";
import { Admission } from "./admission.ts";
import { openAsyncEventStore } from "./async-event-store.ts";
import { AsyncInvocations } from "./async-invocations.ts";
import type { InvocationEngineOptions } from "./engine-options.ts";
import { EnvironmentPool } from "./environment-pool.ts";
import { createInterpreters } from "./interpreter.ts";
import { InvocationRunner } from "./invocation-runner.ts";
import { startProcessReaper } from "./process-reaper.ts";

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const INIT_LIMIT_MS = 10_000;

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
  const runner = new InvocationRunner({ pool, admission: new Admission(limits, clock), clock, telemetry });
  const queue = new AsyncInvocations({
    store: openAsyncEventStore(directory),
    clock,
    telemetry,
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
    retire: (region, functionName) => pool.retire(region, functionName),
    interpreters: () => interpreters.versions(),
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
