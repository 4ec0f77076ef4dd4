import type { FunctionVersion } from "../function-version.ts";
import type { EnvironmentServices } from "./environment-services.ts";
import { ExecutionEnvironment } from "./execution-environment.ts";

const DEFAULT_IDLE_MS = 6 * 60_000;
/** More idle environments than this serve a burst that is over. */
const MAX_IDLE_PER_FUNCTION = 24;

/** The environments of all functions: reused when warm, the most recently used first. */
export class EnvironmentPool {
  #services: EnvironmentServices;
  #idleMs: number;
  /** By region and function, the most recently used last. */
  #idle = new Map<string, ExecutionEnvironment[]>();
  #busy = new Set<ExecutionEnvironment>();
  #stopping = new Set<Promise<void>>();
  #sweep: NodeJS.Timeout;

  constructor(services: EnvironmentServices, idleMs = DEFAULT_IDLE_MS) {
    this.#services = services;
    this.#idleMs = idleMs;
    this.#sweep = setInterval(() => this.#reclaim(), Math.max(20, Math.min(idleMs / 4, 30_000)));
    this.#sweep.unref();
  }

  counts(): { environments: number; busy: number } {
    let idle = 0;
    for (const environments of this.#idle.values()) idle += environments.length;
    return { environments: idle + this.#busy.size, busy: this.#busy.size };
  }

  hasIdle(version: FunctionVersion): boolean {
    return this.#idleOf(version).some((environment) => isSame(environment, version));
  }

  /** A warm environment of exactly this generation, or a new one. Older generations of the version end here. */
  acquire(version: FunctionVersion): ExecutionEnvironment {
    const idle = this.#idleOf(version);
    let found: ExecutionEnvironment | undefined;
    for (let at = idle.length - 1; at >= 0; at -= 1) {
      const environment = idle[at];
      if (!environment || environment.version.version !== version.version) continue;
      if (!isSame(environment, version)) {
        idle.splice(at, 1);
        this.#stop(environment);
      } else if (!found) {
        found = environment;
        idle.splice(at, 1);
      }
    }
    const environment = found ?? new ExecutionEnvironment(version, this.#services, "on-demand");
    this.#busy.add(environment);
    return environment;
  }

  release(environment: ExecutionEnvironment): void {
    this.#busy.delete(environment);
    if (environment.retired) {
      this.#stop(environment);
      return;
    }
    environment.idleSinceMs = this.#services.clock.monotonicMs();
    const idle = this.#idleOf(environment.version);
    // One that was reset has to start a process: warm ones come first.
    if (environment.process) idle.push(environment);
    else idle.unshift(environment);
    if (idle.length > MAX_IDLE_PER_FUNCTION) {
      const oldest = idle.shift();
      if (oldest) this.#stop(oldest);
    }
  }

  /** Idle environments end now, busy ones with their invocation; of one version, or of all. */
  retire(region: string, functionName: string, version?: string): void {
    const key = `${region}/${functionName}`;
    const isMeant = (environment: ExecutionEnvironment) => version === undefined || environment.version.version === version;
    const idle = this.#idle.get(key) ?? [];
    for (const environment of idle) if (isMeant(environment)) this.#stop(environment);
    const kept = idle.filter((environment) => !isMeant(environment));
    if (kept.length > 0) this.#idle.set(key, kept);
    else this.#idle.delete(key);
    for (const environment of this.#busy) {
      if (keyOf(environment.version) === key && isMeant(environment)) environment.retired = true;
    }
  }

  /** Ends everything, busy or not. */
  async close(): Promise<void> {
    clearInterval(this.#sweep);
    for (const environments of this.#idle.values()) for (const environment of environments) this.#stop(environment);
    this.#idle.clear();
    for (const environment of this.#busy) environment.retired = true;
    await Promise.all([...[...this.#busy].map((environment) => environment.end()), ...this.#stopping]);
  }

  /** Waits until everything that is being stopped is gone. */
  async settled(): Promise<void> {
    await Promise.all(this.#stopping);
  }

  #idleOf(version: FunctionVersion): ExecutionEnvironment[] {
    const key = keyOf(version);
    const known = this.#idle.get(key);
    if (known) return known;
    const created: ExecutionEnvironment[] = [];
    this.#idle.set(key, created);
    return created;
  }

  #stop(environment: ExecutionEnvironment): void {
    const stopped = environment.stop().finally(() => this.#stopping.delete(stopped));
    this.#stopping.add(stopped);
  }

  #reclaim(): void {
    const before = this.#services.clock.monotonicMs() - this.#idleMs;
    for (const [key, environments] of this.#idle) {
      const kept = environments.filter((environment) => environment.idleSinceMs > before);
      for (const environment of environments) if (!kept.includes(environment)) this.#stop(environment);
      if (kept.length > 0) this.#idle.set(key, kept);
      else this.#idle.delete(key);
    }
  }
}

const keyOf = ({ region, functionName }: FunctionVersion): string => `${region}/${functionName}`;

const isSame = ({ version: own }: ExecutionEnvironment, wanted: FunctionVersion): boolean =>
  own.version === wanted.version && own.generation === wanted.generation;
