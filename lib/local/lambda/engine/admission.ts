/**
 * Whether an invocation may run now, in AWS's order: reserved concurrency, the region's unreserved pool, ten
 * requests a second for each unit of concurrency, then how fast a function may add environments.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
import type { Clock } from "../../clock.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { AccountLimits } from "../invocation-engine.ts";
import type { ConcurrencyReading } from "./invocation-metrics.ts";
import { TokenBucket } from "./token-bucket.ts";

const REQUESTS_PER_EXECUTION = 10;
/** A function may start this many environments at once, and then so many each second. */
const BURST_ENVIRONMENTS = 1_000;
const ENVIRONMENTS_PER_SECOND = 100;

interface FunctionUse {
  busy: number;
  /** Without what runs in provisioned environments. */
  onDemand: number;
  /** By name or qualified name, as metrics want it. */
  resources: Map<string, number>;
  environments: TokenBucket;
  reservedRate?: { reserved: number; bucket: TokenBucket };
}
interface RegionUse {
  busy: number;
  unreservedBusy: number;
  rate: TokenBucket;
}

export interface AdmissionRequest {
  version: FunctionVersion;
  /** No environment of the version is idle. */
  coldStart: boolean;
  /** The function's name, with the qualifier if it was called by one. */
  resource?: string;
  /** Provisioned concurrency of all of the function's versions. */
  provisioned?: number;
}

/** A place that an invocation holds until `release`. */
export interface ExecutionSlot {
  concurrency: ConcurrencyReading;
  release(): void;
}

export class Admission {
  #limits: AccountLimits;
  #clock: Clock;
  #functions = new Map<string, FunctionUse>();
  #regions = new Map<string, RegionUse>();

  constructor(limits: AccountLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Throws TooManyRequestsException. */
  enter({ version, coldStart, resource = version.functionName, provisioned = 0 }: AdmissionRequest): ExecutionSlot {
    const nowMs = this.#clock.monotonicMs();
    const owner = this.#functionUse(version, nowMs);
    const region = this.#regionUse(version.region, nowMs);
    const reserved = version.reservedConcurrency;
    const rate = reserved === undefined ? region.rate : reservedRate(owner, reserved, nowMs);
    if (reserved !== undefined) {
      // Provisioned concurrency is taken out of the reserved one, used or not.
      if (owner.onDemand >= reserved - provisioned) throw throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
      if (!rate.has(nowMs)) throw throttled("ReservedFunctionInvocationRateLimitExceeded", { "Retry-After": "1" });
    } else {
      const { concurrentExecutions, reservedTotal, provisionedTotal } = this.#limits;
      const pool = concurrentExecutions - reservedTotal(version.region) - (provisionedTotal?.(version.region) ?? 0);
      if (region.unreservedBusy >= pool) throw throttled("ConcurrentInvocationLimitExceeded");
      if (!rate.has(nowMs)) throw throttled("FunctionInvocationRateLimitExceeded", { "Retry-After": "1" });
    }
    if (coldStart) {
      if (!owner.environments.has(nowMs)) throw throttled("ConcurrentInvocationLimitExceeded", { "Retry-After": "1" });
      owner.environments.take();
    }
    rate.take();
    return occupy({ owner, region, resource, onDemand: true, unreserved: reserved === undefined });
  }

  /** For a provisioned environment: its place was set aside. */
  enterProvisioned(version: FunctionVersion, resource: string): ExecutionSlot {
    const nowMs = this.#clock.monotonicMs();
    const owner = this.#functionUse(version, nowMs);
    return occupy({ owner, region: this.#regionUse(version.region, nowMs), resource, onDemand: false, unreserved: false });
  }

  #functionUse({ region, functionName }: FunctionVersion, nowMs: number): FunctionUse {
    const key = `${region}/${functionName}`;
    const known = this.#functions.get(key);
    if (known) return known;
    const use = { busy: 0, onDemand: 0, resources: new Map<string, number>(), environments: new TokenBucket(BURST_ENVIRONMENTS, ENVIRONMENTS_PER_SECOND, nowMs) };
    this.#functions.set(key, use);
    return use;
  }

  #regionUse(region: string, nowMs: number): RegionUse {
    const known = this.#regions.get(region);
    if (known) return known;
    const rate = this.#limits.concurrentExecutions * REQUESTS_PER_EXECUTION;
    const use = { busy: 0, unreservedBusy: 0, rate: new TokenBucket(rate, rate, nowMs) };
    this.#regions.set(region, use);
    return use;
  }
}

interface Place {
  owner: FunctionUse;
  region: RegionUse;
  resource: string;
  onDemand: boolean;
  unreserved: boolean;
}

function occupy(place: Place): ExecutionSlot {
  change(place, 1);
  const { owner, region, resource, unreserved } = place;
  return {
    concurrency: {
      resource: owner.resources.get(resource) ?? 0,
      function: owner.busy,
      region: region.busy,
      unreserved: unreserved ? region.unreservedBusy : undefined,
    },
    release: () => change(place, -1),
  };
}

function change({ owner, region, resource, onDemand, unreserved }: Place, by: 1 | -1): void {
  owner.busy += by;
  region.busy += by;
  if (onDemand) owner.onDemand += by;
  if (unreserved) region.unreservedBusy += by;
  const left = (owner.resources.get(resource) ?? 0) + by;
  if (left > 0) owner.resources.set(resource, left);
  else owner.resources.delete(resource);
}

function reservedRate(owner: FunctionUse, reserved: number, nowMs: number): TokenBucket {
  if (owner.reservedRate?.reserved !== reserved) {
    const rate = reserved * REQUESTS_PER_EXECUTION;
    owner.reservedRate = { reserved, bucket: new TokenBucket(rate, rate, nowMs) };
  }
  return owner.reservedRate.bucket;
}

/** AWS's recorded answers for concurrency carry no Retry-After; those for rates do. */
function throttled(reason: string, headers: Record<string, string> = {}): ServiceError {
  return new ServiceError("TooManyRequestsException", 429, "Rate Exceeded.", { members: { Reason: reason }, headers });
}
