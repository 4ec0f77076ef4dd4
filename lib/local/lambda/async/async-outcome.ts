/** How an asynchronous invocation ended, as destination records name it. */
export type AsyncCondition = "Success" | "RetriesExhausted" | "EventAgeExceeded" | "ZeroReservedConcurrency";

/** What the last run of an event answered. */
export interface AsyncResponse {
  payload: Buffer;
  functionError?: "Unhandled";
  executedVersion: string;
}

/** An event that needs no further attempt. */
export interface AsyncOutcome {
  requestId: string;
  region: string;
  functionName: string;
  /** As the caller named it, with a qualifier always: `…:function:name:$LATEST`. */
  functionArn: string;
  /** `DeadLetterConfig.TargetArn` of the version that ran. */
  deadLetterTargetArn?: string;
  /** JSON of the event. */
  payload: Buffer;
  traceId?: string;
  condition: AsyncCondition;
  /** Runs of the function; 0 when it never ran. */
  invokeCount: number;
  /** Absent when the function never ran. */
  response?: AsyncResponse;
}

export interface AsyncLimits {
  /** 0 to 2. */
  maxRetryAttempts: number;
  maxEventAgeMs: number;
}

/** AWS's: two retries, six hours. */
export const DEFAULT_ASYNC_LIMITS: AsyncLimits = { maxRetryAttempts: 2, maxEventAgeMs: 6 * 60 * 60_000 };

/** Deliveries that came to nothing, by the metric that counts them. */
export type DeliveryFailure = "DestinationDeliveryFailures" | "DeadLetterErrors";

/** The function's settings, asked at each attempt: a change counts for events that wait already. */
export interface AsyncBehaviour {
  /** `functionArn` with a qualifier always. */
  limits(functionArn: string): AsyncLimits;
  /** Delivers to destinations and dead-letter queue; durable when it returns. */
  deliver(outcome: AsyncOutcome): DeliveryFailure[];
}
