import "server-only";

interface ThrottleMeaning {
  message: string;
  hint: string;
}

/**
 * What each `Reason` of a 429 means for the person who asked.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
 */
const MEANINGS: Record<string, ThrottleMeaning> = {
  ConcurrentInvocationLimitExceeded: {
    message: "Rejected: the region's concurrency pool is full, or is being scaled up faster than Lambda allows.",
    hint: "Wait for running invocations to end, reserve less elsewhere, or ask AWS for a higher account limit.",
  },
  FunctionInvocationRateLimitExceeded: {
    message: "Rejected: more than ten requests a second for each unit of the account's concurrency.",
    hint: "Spread or batch the calls, or ask AWS for a higher account limit.",
  },
  ReservedFunctionConcurrentInvocationLimitExceeded: {
    message: "Rejected: the function's reserved concurrency is used up.",
    hint: "Wait for its running invocations to end, or raise or remove the reserved concurrency (0 switches the function off).",
  },
  ReservedFunctionInvocationRateLimitExceeded: {
    message: "Rejected: more than ten requests a second for each unit of the function's reserved concurrency.",
    hint: "Spread the calls, or raise or remove the reserved concurrency.",
  },
  CallerRateLimitExceeded: {
    message: "Rejected: this account calls the Lambda API faster than AWS allows.",
    hint: "Wait a few seconds. Deploy tools and consoles share the same rate.",
  },
  ConcurrentSnapshotCreateLimitExceeded: {
    message: "Rejected: too many SnapStart snapshots are being created at once.",
    hint: "Wait until they are ready and try again.",
  },
};

/** Sentence and way out for a `Reason` of TooManyRequestsException; undefined for one that is not known. */
export function explainThrottle(reason: string | undefined): ThrottleMeaning | undefined {
  return reason === undefined ? undefined : MEANINGS[reason];
}
