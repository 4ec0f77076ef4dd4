import "server-only";
import { type AppError, isAppError } from "@/lib/errors";

/** Which operations were refused, so that a sweep over thousands of functions does not ask for each in vain. */
export interface PermissionMemory {
  /** Runs it unless it is known to be refused; undefined when it was or is. Other errors pass through. */
  attempt<T>(operation: string, run: () => Promise<T>): Promise<T | undefined>;
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

  function believed(operation: string): boolean {
    const experience = experiences.get(operation);
    if (experience && now() - experience.atMs > FORGET_AFTER_MS) experiences.delete(operation);
    const current = experiences.get(operation);
    return current !== undefined && !current.allowed && current.refusals >= REFUSALS_TO_BELIEVE;
  }

  return {
    async attempt(operation, run) {
      if (believed(operation)) return undefined;
      try {
        const answer = await run();
        const experience = experiences.get(operation);
        if (experience) experience.allowed = true;
        return answer;
      } catch (error) {
        if (!isAppError(error) || error.code !== "access_denied") throw error;
        const { allowed = false, refusals = 0, atMs = now() } = experiences.get(operation) ?? {};
        experiences.set(operation, { allowed, refusals: refusals + 1, last: error, atMs });
        return undefined;
      }
    },
    refusals: () => [...experiences.values()].filter(({ allowed }) => !allowed).map(({ last }) => last),
  };
}
