import type { ResponseSink } from "../runtime-api/runtime-session.ts";
import type { FunctionVersion } from "./function-version.ts";

export interface InvocationRequest {
  requestId: string;
  /** Bytes of the event; `{}` when the caller sent none. */
  payload: Buffer;
  /** ARN as the caller named it, with the qualifier if there was one. */
  invokedFunctionArn: string;
  /** Decoded JSON text of X-Amz-Client-Context. */
  clientContext?: string;
  /** X-Ray header of the caller, if any. */
  traceId?: string;
  /** Takes the response as it comes, if the function streams one; the result's payload is then empty. */
  responseStream?: ResponseSink;
}

export interface InvocationResult {
  /** The function's answer, or the error document when `functionError` is set. */
  payload: Buffer;
  functionError?: "Unhandled";
  executedVersion: string;
  /** Last 4 KB of this invocation's log as text, from its START line on. */
  logTail: string;
}

/**
 * Runs functions in execution environments. `invoke` rejects with a `ServiceError` only when the
 * function was not run (throttle, environment cannot be built); a function that fails is a result.
 */
export interface InvocationEngine {
  invoke(version: FunctionVersion, request: InvocationRequest): Promise<InvocationResult>;
  /**
   * Accepts an asynchronous invocation: durable when this returns. Retried as AWS retries (two
   * times after a function error, up to six hours after a throttle).
   */
  enqueue(version: FunctionVersion, request: InvocationRequest): void;
  /** Stops the environments of the function, or of one version: idle ones now, busy ones when they have answered. */
  retire(region: string, functionName: string, version?: string): void;
  /** Keeps so many environments ready for each version; the function's other versions lose theirs. */
  provision(region: string, functionName: string, wanted: ReadonlyMap<FunctionVersion, number>): void;
  provisioned(version: FunctionVersion): ProvisionedState;
  /** What stands for all versions of a language's runtime here. */
  interpreters(): Promise<InterpreterVersions>;
  /** Live environments and executions, for tests and the status page. */
  snapshot(): { environments: number; busy: number };
  /** Kills every environment and waits until they are gone. */
  close(): Promise<void>;
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html */
export interface ProvisionedState {
  allocated: number;
  available: number;
  /** `FAILED`: the function's init has failed. */
  status: "IN_PROGRESS" | "READY" | "FAILED";
}

/** `{ nodejs: "20.20.2", python: "3.11.7" }`; a language that the machine does not have is absent. */
export interface InterpreterVersions {
  nodejs: string;
  python?: string;
}

/** Settings of one region of the account. */
export interface AccountLimits {
  /** 1,000 on AWS by default. */
  concurrentExecutions: number;
  /** Sum of all reserved concurrency in this region: what is left is the unreserved pool. */
  reservedTotal(region: string): number;
  /** Sum of the provisioned concurrency of functions without reserved; absent: none. */
  provisionedTotal?(region: string): number;
}
