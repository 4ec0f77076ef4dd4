import "server-only";
import { type AppError, isAppError } from "@/lib/errors";

/** An answer, or the refusal in its place. */
export type Attempt<T> = { value: T; refused?: undefined } | { value?: undefined; refused: AppError };

/** Which operations were refused, so that a sweep over thousands of functions does not ask for each in vain. */
export interface PermissionMemory {
  /** Runs it unless it is known to be refused. Errors other than `access_denied` pass through. */
  attempt<T>(operation: string, run: () => Promise<T>): Promise<Attempt<T>>;
  /** The refusals of operations that were never allowed. */
  refusals(): AppError[];
}

/** A policy may allow one function and refuse the next: only several refusals in a row without a success settle it. */
const REFUSALS_TO_BELIEVE = 3;
/** Policies change. */
const FORGET_AFTER_MS = 10 * 60_000;

interface Experience {
  allowed: boolean;
  refusals: number;
  last: AppError;
  atMs: number;
}

export function createPermissionMemory(now: () => number = Date.now): PermissionMemory {
  const experiences = new Map<string, Experience>();

  function settledRefusal(operation: string): AppError | undefined {
    const experience = experiences.get(operation);
    if (!experience) return undefined;
    if (now() - experience.atMs > FORGET_AFTER_MS) experiences.delete(operation);
    else if (!experience.allowed && experience.refusals >= REFUSALS_TO_BELIEVE) return experience.last;
    return undefined;
  }

  return {
    async attempt(operation, run) {
      const refused = settledRefusal(operation);
      if (refused) return { refused };
      try {
        const value = await run();
        const experience = experiences.get(operation);
        if (experience) experience.allowed = true;
        return { value };
      } catch (error) {
        if (!isAppError(error) || error.code !== "access_denied") throw error;
        const { allowed = false, refusals = 0, atMs = now() } = experiences.get(operation) ?? {};
        experiences.set(operation, { allowed, refusals: refusals + 1, last: error, atMs });
        return { refused: error };
      }
    },
    refusals: () => [...experiences.values()].filter(({ allowed }) => !allowed).map(({ last }) => last),
  };
}
