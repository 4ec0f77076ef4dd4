import { createRandom, uuid, type Random } from "../random.ts";
import { referenceKey } from "../sample-function.ts";
import { arrivals } from "./arrivals.ts";
import { createEnvironmentPool, type EnvironmentPool } from "./environment-pool.ts";
import type { Behaviour, HistoryModel } from "./history-model.ts";
import { placeIncidents, type Incidents, type Span } from "./incidents.ts";

/** Short, so that a slice is a short pause and little is alive when garbage is collected. */
const SLICE_MS = 20 * 60_000;
/** Nothing arrives in the last seconds, so that everything ends within the history. */
const QUIET_END_MS = 30_000;

/** One invocation that ran. Times are epoch milliseconds, whole; durations have two decimals. */
export interface SimulatedInvocation {
  model: HistoryModel;
  requestId: string;
  logStream: string;
  /** When the request came: INIT begins here if there is one. */
  arrivedMs: number;
  /** Only when cold. */
  initMs: number | undefined;
  durationMs: number;
  usedMb: number;
  behaviour: Behaviour;
  /** Executions at its arrival with itself: of the function, of the region, of the region's unreserved functions. */
  concurrency: { ofFunction: number; ofRegion: number; unreserved: number };
}

/** A stretch of history: what *arrived* in it, by time. */
export interface HistorySlice extends Span {
  invocations: SimulatedInvocation[];
  /** Requests that were rejected. */
  throttles: { model: HistoryModel; arrivedMs: number }[];
}

/** When START was written: after INIT. */
export function startedMs(invocation: SimulatedInvocation): number {
  return invocation.arrivedMs + Math.ceil(invocation.initMs ?? 0);
}

/** When END and REPORT were written, and the environment was free again. */
export function endedMs(invocation: SimulatedInvocation): number {
  return startedMs(invocation) + Math.ceil(invocation.durationMs);
}

interface Actor {
  model: HistoryModel;
  random: Random;
  pool: EnvironmentPool;
  /** Arrivals that belong to a later slice. */
  carriedMs: number[];
}

/**
 * The history from `fromMs` to `untilMs` (multiples of a minute), a slice at a time. The same input
 * makes the same history. Everything ends before `untilMs`.
 */
export function* simulateHistory(
  models: readonly HistoryModel[],
  { fromMs, untilMs, seed }: Span & { seed: string },
): Generator<HistorySlice> {
  const incidents = placeIncidents(untilMs);
  const replacements = [incidents.deployedMs, ...incidents.coldWave.replacedMs].sort((a, b) => a - b);
  const actors = models.map((model): Actor => {
    const random = createRandom(`${seed}/${referenceKey(model)}`);
    return { model, random, pool: createEnvironmentPool(random, model.reservedConcurrency), carriedMs: [] };
  });

  for (let sliceMs = fromMs; sliceMs < untilMs; sliceMs += SLICE_MS) {
    const slice: HistorySlice = {
      fromMs: sliceMs,
      untilMs: Math.min(sliceMs + SLICE_MS, untilMs),
      invocations: [],
      throttles: [],
    };
    for (const { atMs, actor } of requestsOf(actors, slice, incidents)) {
      if (atMs >= untilMs - QUIET_END_MS) break;
      while ((replacements[0] ?? Infinity) <= atMs) {
        const replacedMs = replacements.shift() ?? atMs;
        for (const { pool } of actors) pool.replaceAll(replacedMs);
      }
      take(actor, atMs, { actors, incidents, slice });
    }
    yield slice;
  }
}

function requestsOf(actors: readonly Actor[], slice: Span, incidents: Incidents): { atMs: number; actor: Actor }[] {
  const requests: { atMs: number; actor: Actor }[] = [];
  for (const actor of actors) {
    const begun = actor.model.demand.flatMap((demand) => arrivals(demand, slice, incidents, actor.random));
    const all = actor.carriedMs.concat(begun);
    actor.carriedMs = [];
    for (const atMs of all) {
      if (atMs < slice.untilMs) requests.push({ atMs, actor });
      else actor.carriedMs.push(atMs);
    }
  }
  return requests.sort((a, b) => a.atMs - b.atMs);
}

interface Stage {
  actors: readonly Actor[];
  incidents: Incidents;
  slice: HistorySlice;
}

/** Runs or rejects one request and notes it in the slice. */
function take({ model, random, pool }: Actor, atMs: number, { actors, incidents, slice }: Stage): void {
  const acquired = pool.acquire(atMs);
  if (!acquired) {
    slice.throttles.push({ model, arrivedMs: atMs });
    return;
  }
  const { environment, cold } = acquired;
  const behaviour = model.behave(random, { timestampMs: atMs, incidents });
  const factor =
    behaviour.durationFactor * (cold ? model.coldFactor : 1) * (atMs >= incidents.deployedMs ? model.deployFactor : 1);
  const invocation: SimulatedInvocation = {
    model,
    requestId: uuid(random),
    logStream: environment.logStream,
    arrivedMs: atMs,
    initMs: cold ? twoDecimals(random.logNormal(model.init.medianMs, model.init.sigma)) : undefined,
    durationMs: twoDecimals(random.logNormal(model.duration.medianMs, model.duration.sigma) * factor),
    usedMb: Math.round(random.between(...model.usedMb)),
    behaviour,
    concurrency: NOBODY,
  };
  environment.busyUntilMs = endedMs(invocation);
  invocation.concurrency = concurrencyAt(atMs, model, actors);
  slice.invocations.push(invocation);
}

const NOBODY = { ofFunction: 0, ofRegion: 0, unreserved: 0 };

function concurrencyAt(atMs: number, model: HistoryModel, actors: readonly Actor[]): SimulatedInvocation["concurrency"] {
  const concurrency = { ...NOBODY };
  for (const actor of actors) {
    if (actor.model.region !== model.region) continue;
    const busy = actor.pool.busy(atMs);
    concurrency.ofRegion += busy;
    if (actor.model.reservedConcurrency === undefined) concurrency.unreserved += busy;
    if (actor.model === model) concurrency.ofFunction = busy;
  }
  return concurrency;
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
