/** The two rates of a function's requests. Pure. */

/**
 * Share of the invocations that failed; undefined when nothing ran.
 * CloudWatch's `Errors` is a part of `Invocations`.
 */
export function errorRate({ invocations, errors }: { invocations: number; errors: number }): number | undefined {
  return invocations > 0 ? errors / invocations : undefined;
}

/**
 * Share of the requests that were rejected; undefined when none came. `Throttles` are in neither
 * `Invocations` nor `Errors` (Lambda Developer Guide, "Types of metrics for Lambda functions").
 */
export function rejectedRate({ invocations, throttles }: { invocations: number; throttles: number }): number | undefined {
  const requests = invocations + throttles;
  return requests > 0 ? throttles / requests : undefined;
}

/** Above this share of failed invocations a function is named as failing. */
export const FAILING_RATE = 0.05;
