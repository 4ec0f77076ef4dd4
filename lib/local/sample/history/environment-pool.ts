import type { Random } from "../random.ts";

const MINUTE_MS = 60_000;

/** One simulated execution environment: one invocation at a time, one log stream. */
export interface Environment {
  logStream: string;
  /** Free again from here on, epoch milliseconds. */
  busyUntilMs: number;
}

/** The environments of one function. Times given to it must not run backwards. */
export interface EnvironmentPool {
  /** An environment for an invocation, or `undefined` when the reserved concurrency is used up. */
  acquire(nowMs: number): { environment: Environment; cold: boolean } | undefined;
  /** Executions under way. */
  busy(nowMs: number): number;
  /** Ends all: idle ones now, busy ones after their invocation. */
  replaceAll(nowMs: number): void;
}

interface PooledEnvironment extends Environment {
  idleLimitMs: number;
  endsMs: number;
}

/** An empty pool. `reservedConcurrency` undefined: no limit. */
export function createEnvironmentPool(random: Random, reservedConcurrency?: number): EnvironmentPool {
  let environments: PooledEnvironment[] = [];

  const isAlive = (candidate: PooledEnvironment, nowMs: number) =>
    candidate.busyUntilMs > nowMs ||
    (nowMs - candidate.busyUntilMs < candidate.idleLimitMs && nowMs < candidate.endsMs);
  const busy = (nowMs: number) => {
    let count = 0;
    for (const { busyUntilMs } of environments) if (busyUntilMs > nowMs) count++;
    return count;
  };

  return {
    busy,
    acquire: (nowMs) => {
      if (!environments.every((candidate) => isAlive(candidate, nowMs)))
        environments = environments.filter((candidate) => isAlive(candidate, nowMs));
      if (reservedConcurrency !== undefined && busy(nowMs) >= reservedConcurrency) return undefined;
      const latest = latestIdle(environments, nowMs);
      if (latest) return { environment: latest, cold: false };

      const environment = {
        logStream: logStreamName(nowMs, random),
        busyUntilMs: nowMs,
        idleLimitMs: random.between(6, 11) * MINUTE_MS,
        endsMs: nowMs + random.between(95, 145) * MINUTE_MS,
      };
      environments.push(environment);
      return { environment, cold: true };
    },
    replaceAll: (nowMs) => {
      for (const environment of environments) environment.endsMs = Math.min(environment.endsMs, nowMs);
    },
  };
}

/** Lambda prefers the environment that was used last. */
function latestIdle(environments: readonly PooledEnvironment[], nowMs: number): PooledEnvironment | undefined {
  let latest: PooledEnvironment | undefined;
  for (const candidate of environments) {
    if (candidate.busyUntilMs > nowMs) continue;
    if (!latest || candidate.busyUntilMs > latest.busyUntilMs) latest = candidate;
  }
  return latest;
}

/** `YYYY/MM/DD/[$LATEST]<32 hex>`: the day on which the environment started, in UTC. */
function logStreamName(startedMs: number, random: Random): string {
  return `${new Date(startedMs).toISOString().slice(0, 10).replaceAll("-", "/")}/[$LATEST]${random.hex(32)}`;
}
