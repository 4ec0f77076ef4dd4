import type { FunctionVersion } from "../function-version.ts";
import type { ProvisionedState } from "../invocation-engine.ts";
import type { EnvironmentServices } from "./environment-services.ts";
import { ExecutionEnvironment } from "./execution-environment.ts";
import { TokenBucket } from "./token-bucket.ts";

/** Inits at the same time: more would only slow each other down on one machine. */
const PARALLEL_STARTS = 4;
const REQUESTS_PER_EXECUTION = 10;
/** Lambda's limit for such an init, or the function's timeout if that is longer. */
const INIT_LIMIT_MS = 130_000;

/** The environments of one version. */
interface Fleet {
  version: FunctionVersion;
  requested: number;
  idle: ExecutionEnvironment[];
  busy: Set<ExecutionEnvironment>;
  starting: Set<ExecutionEnvironment>;
  /** From the moment when all were ready once. */
  usable: boolean;
  failed: boolean;
  rate: TokenBucket;
}

/**
 * Environments that are initialised before anybody calls.
 * https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html
 */
export class ProvisionedEnvironments {
  #services: EnvironmentServices;
  #fleets = new Map<string, Fleet>();
  #starts = new Set<Promise<void>>();
  #stopping = new Set<Promise<void>>();
  #closed = false;

  constructor(services: EnvironmentServices) {
    this.#services = services;
  }

  /** Brings the function's fleets to what is wanted; versions that are not named lose theirs. */
  provision(region: string, functionName: string, wanted: ReadonlyMap<FunctionVersion, number>): void {
    const keys = new Set([...wanted.keys()].map(keyOf));
    for (const [key, { version }] of this.#fleets) {
      if (version.region === region && version.functionName === functionName && !keys.has(key)) this.#end(key);
    }
    for (const [version, requested] of wanted) this.#resize(version, requested);
  }

  state(version: FunctionVersion): ProvisionedState {
    const fleet = this.#fleets.get(keyOf(version));
    if (!fleet) return { allocated: 0, available: 0, status: "IN_PROGRESS" };
    const allocated = fleet.idle.length + fleet.busy.size;
    const status = fleet.failed ? "FAILED" : allocated >= fleet.requested ? "READY" : "IN_PROGRESS";
    return { allocated, available: fleet.usable ? allocated : 0, status };
  }

  /** What the function has reserved for itself in this way, over all of its versions. */
  requestedOf(region: string, functionName: string): number {
    let sum = 0;
    for (const { version, requested } of this.#fleets.values()) {
      if (version.region === region && version.functionName === functionName) sum += requested;
    }
    return sum;
  }

  /** Environments of the version, and those that run; `undefined` when it has none. */
  use(version: FunctionVersion): { busy: number; allocated: number } | undefined {
    const fleet = this.#fleets.get(keyOf(version));
    return fleet && { busy: fleet.busy.size, allocated: fleet.idle.length + fleet.busy.size };
  }

  /** A ready environment, or `undefined`: then the invocation spills over. */
  acquire(version: FunctionVersion): ExecutionEnvironment | undefined {
    const fleet = this.#fleets.get(keyOf(version));
    if (!fleet?.usable || !fleet.rate.has(this.#services.clock.monotonicMs())) return undefined;
    for (let environment = fleet.idle.pop(); environment; environment = fleet.idle.pop()) {
      if (!environment.process) {
        this.#replace(fleet, environment);
        continue;
      }
      fleet.rate.take();
      fleet.busy.add(environment);
      return environment;
    }
    return undefined;
  }

  /** Whether the environment is one of ours; if so it is free again. */
  release(environment: ExecutionEnvironment): boolean {
    if (environment.initializationType !== "provisioned-concurrency") return false;
    const fleet = this.#fleets.get(keyOf(environment.version));
    fleet?.busy.delete(environment);
    if (!fleet || environment.retired) this.#stop(environment);
    else if (environment.process) fleet.idle.push(environment);
    else this.#replace(fleet, environment);
    return true;
  }

  counts(): { environments: number; busy: number } {
    let environments = 0;
    let busy = 0;
    for (const fleet of this.#fleets.values()) {
      environments += fleet.idle.length + fleet.busy.size + fleet.starting.size;
      busy += fleet.busy.size;
    }
    return { environments, busy };
  }

  /** Ends everything, busy or not. */
  async close(): Promise<void> {
    this.#closed = true;
    const running = [...this.#fleets.values()].flatMap(({ busy, starting }) => [...busy, ...starting]);
    for (const key of this.#fleets.keys()) this.#end(key);
    await Promise.all(running.map((environment) => environment.end()));
    await Promise.all(this.#starts);
    await this.settled();
  }

  async settled(): Promise<void> {
    await Promise.all(this.#stopping);
  }

  #resize(version: FunctionVersion, requested: number): void {
    const key = keyOf(version);
    const known = this.#fleets.get(key);
    if (known?.version.generation === version.generation && known.requested === requested && !known.failed) return;
    if (known && known.version.generation !== version.generation) this.#end(key);
    const rate = requested * REQUESTS_PER_EXECUTION;
    const fleet: Fleet = this.#fleets.get(key) ?? {
      version,
      requested,
      idle: [],
      busy: new Set(),
      starting: new Set(),
      usable: false,
      failed: false,
      rate: new TokenBucket(rate, rate, this.#services.clock.monotonicMs()),
    };
    this.#fleets.set(key, fleet);
    fleet.version = version;
    fleet.requested = requested;
    fleet.failed = false;
    fleet.rate = new TokenBucket(rate, rate, this.#services.clock.monotonicMs());
    this.#shrink(fleet);
    this.#fill(fleet);
  }

  #shrink(fleet: Fleet): void {
    for (let surplus = sizeOf(fleet) - fleet.requested; surplus > 0; surplus -= 1) {
      const idle = fleet.idle.shift();
      if (idle) {
        this.#stop(idle);
        continue;
      }
      const other = [...fleet.starting, ...fleet.busy].find((environment) => !environment.retired);
      if (other) other.retired = true;
    }
  }

  #fill(fleet: Fleet): void {
    while (!this.#closed && !fleet.failed && fleet.starting.size < PARALLEL_STARTS && sizeOf(fleet) < fleet.requested) {
      const started = this.#start(fleet).finally(() => this.#starts.delete(started));
      this.#starts.add(started);
    }
    if (!fleet.failed && fleet.idle.length + fleet.busy.size >= fleet.requested) fleet.usable = true;
  }

  async #start(fleet: Fleet): Promise<void> {
    const environment = new ExecutionEnvironment(fleet.version, this.#services, "provisioned-concurrency");
    fleet.starting.add(environment);
    const limitMs = Math.max(INIT_LIMIT_MS, fleet.version.configuration.Timeout * 1000);
    const isReady = await environment.init("init", limitMs).then(
      ({ failure }) => failure === undefined,
      // No port for it, for instance: as good as an init that failed.
      () => false,
    );
    fleet.starting.delete(environment);
    if (!isReady && !environment.retired) fleet.failed = true;
    if (!isReady || environment.retired) this.#stop(environment);
    else fleet.idle.push(environment);
    this.#fill(fleet);
  }

  #replace(fleet: Fleet, environment: ExecutionEnvironment): void {
    this.#stop(environment);
    this.#fill(fleet);
  }

  #end(key: string): void {
    const fleet = this.#fleets.get(key);
    this.#fleets.delete(key);
    for (const environment of fleet?.idle ?? []) this.#stop(environment);
    for (const environment of [...(fleet?.busy ?? []), ...(fleet?.starting ?? [])]) environment.retired = true;
    if (fleet) fleet.requested = 0;
  }

  #stop(environment: ExecutionEnvironment): void {
    const stopped = environment.stop().finally(() => this.#stopping.delete(stopped));
    this.#stopping.add(stopped);
  }
}

const keyOf = ({ region, functionName, version }: FunctionVersion): string => `${region}/${functionName}/${version}`;

/** Without those that end as soon as they may. */
function sizeOf({ idle, busy, starting }: Fleet): number {
  return idle.length + [...busy, ...starting].filter((environment) => !environment.retired).length;
}
