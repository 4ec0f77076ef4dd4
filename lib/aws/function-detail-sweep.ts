import "server-only";
import { isAppError } from "@/lib/errors";
import { type FunctionDetails, readFunctionDetails } from "./function-details";
import type { LambdaFunction } from "./lambda-function-shape";
import { processState } from "./process-state";
import type { AwsTarget } from "./target";

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
        if (isAppError(error) && error.code === "not_found") known.set(next.name, { details: { refusals: [] }, lastModifiedMs: next.lastModifiedMs, readAtMs: Date.now() });
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
