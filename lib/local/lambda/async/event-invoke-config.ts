/** Settings of asynchronous invocation. https://docs.aws.amazon.com/lambda/latest/api/API_FunctionEventInvokeConfig.html */
import { functionArn } from "../function-arn.ts";
import { DEFAULT_ASYNC_LIMITS, type AsyncLimits } from "./async-outcome.ts";

/** Of a function, one of its versions or an alias. */
export interface EventInvokeConfig {
  region: string;
  functionName: string;
  /** `$LATEST`, a version or an alias. */
  qualifier: string;
  maxRetryAttempts?: number;
  maxEventAgeSeconds?: number;
  /** ARNs. */
  onSuccess?: string;
  onFailure?: string;
  /** Epoch milliseconds. */
  lastModifiedMs: number;
}

export function limitsOf(config: EventInvokeConfig | undefined): AsyncLimits {
  return {
    maxRetryAttempts: config?.maxRetryAttempts ?? DEFAULT_ASYNC_LIMITS.maxRetryAttempts,
    maxEventAgeMs: config?.maxEventAgeSeconds === undefined ? DEFAULT_ASYNC_LIMITS.maxEventAgeMs : config.maxEventAgeSeconds * 1_000,
  };
}

/** As the API answers it: both destinations always, limits only when they were set. */
export function describeConfig(config: EventInvokeConfig): object {
  const { region, functionName, qualifier, maxRetryAttempts, maxEventAgeSeconds, onSuccess, onFailure, lastModifiedMs } = config;
  return {
    LastModified: lastModifiedMs / 1_000,
    FunctionArn: functionArn(region, functionName, qualifier),
    ...(maxRetryAttempts === undefined ? {} : { MaximumRetryAttempts: maxRetryAttempts }),
    ...(maxEventAgeSeconds === undefined ? {} : { MaximumEventAgeInSeconds: maxEventAgeSeconds }),
    DestinationConfig: {
      OnSuccess: onSuccess === undefined ? {} : { Destination: onSuccess },
      OnFailure: onFailure === undefined ? {} : { Destination: onFailure },
    },
  };
}
