import "server-only";
import { type FunctionEventInvokeConfig, ListFunctionEventInvokeConfigsCommand, ListProvisionedConcurrencyConfigsCommand } from "@aws-sdk/client-lambda";
import { allPages, readLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

/** Settings that belong to one qualifier of a function. */

export interface ProvisionedConcurrency {
  /** With its qualifier. */
  functionArn: string;
  requested: number;
  status?: string;
}

export interface EventInvokeConfig {
  /** With its qualifier, `$LATEST` included. */
  functionArn: string;
  maximumRetries?: number;
  maximumAgeSeconds?: number;
  onSuccessArn?: string;
  onFailureArn?: string;
}

const PAGE_SIZE = 50;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html */
export function listProvisionedConcurrency(target: AwsTarget, name: string): Promise<ProvisionedConcurrency[]> {
  const request = { target, operation: "ListProvisionedConcurrencyConfigs", resource: `the provisioned concurrency of ${name}` };
  return allPages(async (marker) => {
    const command = new ListProvisionedConcurrencyConfigsCommand({ FunctionName: name, MaxItems: PAGE_SIZE, Marker: marker });
    const answer = await readLambda(request, (client, options) => client.send(command, options));
    const items = (answer.ProvisionedConcurrencyConfigs ?? []).map((config) => ({
      functionArn: config.FunctionArn ?? "",
      requested: config.RequestedProvisionedConcurrentExecutions ?? 0,
      status: config.Status,
    }));
    return { items, next: answer.NextMarker };
  });
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html */
export function listEventInvokeConfigs(target: AwsTarget, name: string): Promise<EventInvokeConfig[]> {
  const request = { target, operation: "ListFunctionEventInvokeConfigs", resource: `the asynchronous settings of ${name}` };
  return allPages(async (marker) => {
    const command = new ListFunctionEventInvokeConfigsCommand({ FunctionName: name, MaxItems: PAGE_SIZE, Marker: marker });
    const answer = await readLambda(request, (client, options) => client.send(command, options));
    return { items: (answer.FunctionEventInvokeConfigs ?? []).map(toEventInvokeConfig), next: answer.NextMarker };
  });
}

function toEventInvokeConfig(config: FunctionEventInvokeConfig): EventInvokeConfig {
  return {
    functionArn: config.FunctionArn ?? "",
    maximumRetries: config.MaximumRetryAttempts,
    maximumAgeSeconds: config.MaximumEventAgeInSeconds,
    onSuccessArn: config.DestinationConfig?.OnSuccess?.Destination,
    onFailureArn: config.DestinationConfig?.OnFailure?.Destination,
  };
}
