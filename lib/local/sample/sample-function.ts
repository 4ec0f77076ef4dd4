/** One call that the live traffic makes, or a test event that suits the function. */
export interface SampleEvent {
  name: string;
  /** JSON value of the event. */
  payload: unknown;
  /** How often the live traffic picks it, relative to the others. 0: only a suggestion for a test event. */
  weight: number;
}

/**
 * How the live traffic calls a function.
 * - `steady`: single calls, `everyMs` apart on average.
 * - `groups`: `size` calls at once, `everyMs` between groups.
 * - `daily`: once a day at `atUtcHour`.
 * - `asynchronous`: as `steady`, but nobody waits for the answer; always the event of that name.
 * - `queued`: as `steady`, but the records' bodies go into the function's queue.
 */
export type TrafficProfile =
  | { kind: "steady"; everyMs: number }
  | { kind: "asynchronous"; everyMs: number; event: string }
  | { kind: "queued"; everyMs: number }
  | { kind: "groups"; everyMs: number; size: number }
  | { kind: "daily"; atUtcHour: number };

/** A queue of the shop, made before the function that needs it. */
export interface SampleQueue {
  name: string;
  /** As SQS takes them. */
  attributes: Readonly<Record<string, string>>;
}

/** A function of the sample shop as it is created through the API. */
export interface SampleFunction {
  region: string;
  functionName: string;
  /** Folder below the sample functions' directory. */
  source: string;
  runtime: string;
  handler: string;
  description: string;
  architecture: "x86_64" | "arm64";
  memoryMb: number;
  timeoutSeconds: number;
  reservedConcurrency?: number;
  /** Queues of its region that it reads from or that take what it cannot deal with, in the order of their making. */
  queues?: readonly SampleQueue[];
  /** Name of the queue whose messages it is run with, and the largest batch. */
  eventQueue?: { name: string; batchSize: number; windowSeconds: number };
  /** Name of the queue for events of asynchronous invocations that failed for good. */
  deadLetterQueue?: string;
  environment: Readonly<Record<string, string>>;
  tags: Readonly<Record<string, string>>;
  /** All that run at the same time; a profile may stand beside another one. */
  traffic: readonly TrafficProfile[];
  events: readonly SampleEvent[];
}

/** What names one function of the shop: names repeat over regions. */
export interface FunctionReference {
  region: string;
  functionName: string;
}

/** Text of a reference, fit for a Map or Set. */
export function referenceKey({ region, functionName }: FunctionReference): string {
  return `${region}/${functionName}`;
}
