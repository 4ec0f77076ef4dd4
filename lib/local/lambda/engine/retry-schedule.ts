/** When an asynchronous invocation is tried again. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */

/** After the first function error, and after the second. */
const ERROR_DELAYS_MS = [60_000, 120_000];
const THROTTLE_FIRST_MS = 1_000;
const THROTTLE_LONGEST_MS = 5 * 60_000;

/** `failures` runs have failed so far; `undefined` when there are no attempts left. */
export function delayAfterErrorMs(failures: number, maxRetryAttempts: number): number | undefined {
  return failures > maxRetryAttempts ? undefined : ERROR_DELAYS_MS[failures - 1];
}

/** `throttles` in a row so far: exponential from one second to five minutes. */
export function delayAfterThrottleMs(throttles: number): number {
  return Math.min(THROTTLE_LONGEST_MS, THROTTLE_FIRST_MS * 2 ** Math.min(throttles - 1, 20));
}
