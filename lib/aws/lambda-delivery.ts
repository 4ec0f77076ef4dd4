import "server-only";
import { GetFunctionConfigurationCommand, GetFunctionEventInvokeConfigCommand } from "@aws-sdk/client-lambda";
import type { Delivery } from "@/lib/run-logs/schema";
import { orNothing, readLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

/** AWS's defaults. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const DEFAULT_RETRY_ATTEMPTS = 2;
const DEFAULT_EVENT_AGE_SECONDS = 21_600;

/** How the asynchronous events of a version or alias are tried, and where they go afterwards. */
export async function getDelivery(target: AwsTarget, functionName: string, qualifier: string): Promise<Delivery> {
  const resource = `the function ${functionName}`;
  const named = { FunctionName: functionName, Qualifier: qualifier === "$LATEST" ? undefined : qualifier };
  const [{ DeadLetterConfig }, asynchronous] = await Promise.all([
    readLambda({ target, operation: "GetFunctionConfiguration", resource }, (client, options) => client.send(new GetFunctionConfigurationCommand(named), options)),
    orNothing(readLambda({ target, operation: "GetFunctionEventInvokeConfig", resource }, (client, options) => client.send(new GetFunctionEventInvokeConfigCommand(named), options))),
  ]);
  return {
    onSuccess: asynchronous?.DestinationConfig?.OnSuccess?.Destination,
    onFailure: asynchronous?.DestinationConfig?.OnFailure?.Destination,
    deadLetter: DeadLetterConfig?.TargetArn,
    maximumRetryAttempts: asynchronous?.MaximumRetryAttempts ?? DEFAULT_RETRY_ATTEMPTS,
    maximumEventAgeSeconds: asynchronous?.MaximumEventAgeInSeconds ?? DEFAULT_EVENT_AGE_SECONDS,
  };
}
