import "server-only";
import { isAppError } from "@/lib/errors";
import type { LambdaFunction } from "./lambda-function-shape";
import { getFunction, getFunctionConcurrency, getFunctionConfiguration, listTags, type ReadOptions } from "./lambda-functions";
import { createPermissionMemory, type PermissionMemory } from "./permission-memory";
import { processState } from "./process-state";
import type { AwsTarget } from "./target";

/** What only a request per function tells. undefined = not read or not permitted. */
export interface FunctionDetails {
  function?: LambdaFunction;
  tags?: Record<string, string>;
  reservedConcurrency?: number;
}

/** What this connection may read in this region, as far as it was tried. */
export function permissionsOf({ connectionId, region }: AwsTarget): PermissionMemory {
  const memories = processState("function-permissions", () => new Map<string, PermissionMemory>());
  const key = `${connectionId} ${region}`;
  const memory = memories.get(key) ?? createPermissionMemory();
  memories.set(key, memory);
  return memory;
}

/**
 * State, tags and reserved concurrency: in one GetFunction where that is permitted (it also answers with a download link
 * of the code, so that careful policies leave it out), else in up to three calls, each of which may be refused.
 */
export async function readFunctionDetails(
  target: AwsTarget,
  { name, functionArn }: { name: string; functionArn?: string },
  options: ReadOptions,
): Promise<FunctionDetails> {
  const permitted = permissionsOf(target);
  const whole = await permitted.attempt("GetFunction", () => getFunction(target, name, options));
  if (whole) return whole;
  const configuration = await permitted.attempt("GetFunctionConfiguration", () => getFunctionConfiguration(target, name, options));
  const arn = configuration?.functionArn ?? functionArn;
  const [tags, reservedConcurrency] = await Promise.all([
    arn ? permitted.attempt("ListTags", () => listTags(target, arn, options)) : undefined,
    permitted.attempt("GetFunctionConcurrency", () => getFunctionConcurrency(target, name, options)),
  ]);
  return { function: configuration, tags, reservedConcurrency };
}

interface KnownDetails {
  details: FunctionDetails;
  /** Of the list's row when they were read: another one means that they are outdated. */
  lastModifiedMs: number;
  readAtMs: number;
}

/** Tags and reserved concurrency change without a trace in the list: looked at again after this. */
const REREAD_AFTER_MS = 10 * 60_000;
/** A function that is being created or updated is looked at again soon. */
const UNSETTLED_REREAD_MS = 3_000;
/** After a throttle the background keeps away: others share the account's rate. */
const PAUSE_AFTER_PROBLEM_MS = 30_000;
const PARALLEL_READS = 8;

/** Details of one region's functions, read in the background at the rate limit's pace. */
export interface DetailSweep {
  known(name: string): FunctionDetails | undefined;
  /** Starts reading what is missing or outdated; answers how many functions were never read. */
  sweep(functions: readonly LambdaFunction[]): number;
}

export function detailSweepOf(target: AwsTarget): DetailSweep {
  const sweeps = processState("function-detail-sweeps", () => new Map<string, DetailSweep>());
  const key = `${target.connectionId} ${target.region}`;
  const sweep = sweeps.get(key) ?? createDetailSweep(target);
  sweeps.set(key, sweep);
  return sweep;
}

function createDetailSweep(target: AwsTarget): DetailSweep {
  const known = new Map<string, KnownDetails>();
  let running = false;
  let pausedUntilMs = 0;

  async function read(queue: LambdaFunction[]): Promise<void> {
    for (let next = queue.pop(); next && Date.now() >= pausedUntilMs; next = queue.pop()) {
      try {
        const details = await readFunctionDetails(target, next, { priority: "background" });
        known.set(next.name, { details, lastModifiedMs: next.lastModifiedMs, readAtMs: Date.now() });
      } catch (error) {
        if (isAppError(error) && error.code === "not_found") known.set(next.name, { details: {}, lastModifiedMs: next.lastModifiedMs, readAtMs: Date.now() });
        else pausedUntilMs = Date.now() + PAUSE_AFTER_PROBLEM_MS;
      }
    }
  }

  return {
    known: (name) => known.get(name)?.details,
    sweep(functions) {
      const names = new Set(functions.map(({ name }) => name));
      for (const name of known.keys()) if (!names.has(name)) known.delete(name);
      const queue = functions.filter((row) => isOutdated(row, known.get(row.name))).reverse();
      if (!running && queue.length > 0 && Date.now() >= pausedUntilMs) {
        running = true;
        void Promise.all(Array.from({ length: PARALLEL_READS }, () => read(queue))).finally(() => {
          running = false;
        });
      }
      return functions.filter(({ name }) => !known.has(name)).length;
    },
  };
}

function isOutdated(row: LambdaFunction, known: KnownDetails | undefined): boolean {
  if (!known || known.lastModifiedMs !== row.lastModifiedMs) return true;
  const { state, lastUpdateStatus } = known.details.function ?? {};
  const settled = state !== "Pending" && lastUpdateStatus !== "InProgress";
  return Date.now() - known.readAtMs > (settled ? REREAD_AFTER_MS : UNSETTLED_REREAD_MS);
}
