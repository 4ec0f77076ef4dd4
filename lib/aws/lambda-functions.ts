import "server-only";
import {
  GetAccountSettingsCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
  ListTagsCommand,
} from "@aws-sdk/client-lambda";
import { type AwsCall, callAws } from "./call";
import { type AwsTarget, lambdaClient } from "./clients";
import { type LambdaFunction, toLambdaFunction } from "./lambda-function-shape";

/** `priority` `background` lets what a person waits for go first. */
export type ReadOptions = Pick<AwsCall, "signal" | "priority">;

/** What GetFunction adds to the configuration, in one request. */
export interface FunctionWithDetails {
  function: LambdaFunction;
  tags: Record<string, string>;
  reservedConcurrency?: number;
}

/** AWS's own maximum of one page. */
const PAGE_SIZE = 50;

/** All functions of the region, page after page. */
export async function listFunctions(target: AwsTarget, signal?: AbortSignal): Promise<LambdaFunction[]> {
  const client = await lambdaClient(target, "read");
  const call = callOf(target, "ListFunctions", `the functions of ${target.region}`, { signal });
  const functions: LambdaFunction[] = [];
  let marker: string | undefined;
  do {
    const input = { MaxItems: PAGE_SIZE, Marker: marker };
    const page = await callAws(call, (abortSignal) => client.send(new ListFunctionsCommand(input), { abortSignal }));
    functions.push(...(page.Functions ?? []).map(toLambdaFunction));
    marker = page.NextMarker;
  } while (marker);
  return functions;
}

export async function getFunctionConfiguration(target: AwsTarget, name: string, options: ReadOptions = {}): Promise<LambdaFunction> {
  const client = await lambdaClient(target, "read");
  const call = callOf(target, "GetFunctionConfiguration", `the function ${name}`, options);
  const command = () => new GetFunctionConfigurationCommand({ FunctionName: name });
  return toLambdaFunction(await callAws(call, (abortSignal) => client.send(command(), { abortSignal })));
}

/** Configuration with state, tags and reserved concurrency: 100 a second allowed, against 15 for everything else. */
export async function getFunction(target: AwsTarget, name: string, options: ReadOptions = {}): Promise<FunctionWithDetails> {
  const client = await lambdaClient(target, "read");
  const call = callOf(target, "GetFunction", `the function ${name}`, options);
  const command = () => new GetFunctionCommand({ FunctionName: name });
  const answer = await callAws(call, (abortSignal) => client.send(command(), { abortSignal }));
  return {
    function: toLambdaFunction(answer.Configuration ?? { FunctionName: name }),
    tags: answer.Tags ?? {},
    reservedConcurrency: answer.Concurrency?.ReservedConcurrentExecutions,
  };
}

/** Reserved concurrency; undefined = none. */
export async function getFunctionConcurrency(target: AwsTarget, name: string, options: ReadOptions = {}): Promise<number | undefined> {
  const client = await lambdaClient(target, "read");
  const call = callOf(target, "GetFunctionConcurrency", `the function ${name}`, options);
  const command = () => new GetFunctionConcurrencyCommand({ FunctionName: name });
  const answer = await callAws(call, (abortSignal) => client.send(command(), { abortSignal }));
  return answer.ReservedConcurrentExecutions;
}

export async function listTags(target: AwsTarget, functionArn: string, options: ReadOptions = {}): Promise<Record<string, string>> {
  const client = await lambdaClient(target, "read");
  const call = callOf(target, "ListTags", functionArn, options);
  const command = () => new ListTagsCommand({ Resource: functionArn });
  const answer = await callAws(call, (abortSignal) => client.send(command(), { abortSignal }));
  return answer.Tags ?? {};
}

/** The account's concurrency limit in the region. */
export async function getAccountSettings(target: AwsTarget, options: ReadOptions = {}): Promise<{ concurrencyLimit?: number }> {
  const client = await lambdaClient(target, "read");
  const call = callOf(target, "GetAccountSettings", `the account's limits in ${target.region}`, options);
  const answer = await callAws(call, (abortSignal) => client.send(new GetAccountSettingsCommand({}), { abortSignal }));
  return { concurrencyLimit: answer.AccountLimit?.ConcurrentExecutions };
}

function callOf(target: AwsTarget, operation: string, resource: string, options: ReadOptions): AwsCall {
  return { target, service: "lambda", operation, resource, ...options };
}
