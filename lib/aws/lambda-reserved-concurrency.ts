import "server-only";
import { DeleteFunctionConcurrencyCommand, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { writeLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

/** 0 stops the function: AWS rejects every invocation. https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html */
export async function putReservedConcurrency(target: AwsTarget, name: string, reserved: number): Promise<void> {
  const request = { target, operation: "PutFunctionConcurrency", resource: `the function ${name}` };
  const command = new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: reserved });
  await writeLambda(request, (client, options) => client.send(command, options));
}

/** The function shares the account's pool again. */
export async function deleteReservedConcurrency(target: AwsTarget, name: string): Promise<void> {
  const request = { target, operation: "DeleteFunctionConcurrency", resource: `the function ${name}` };
  await writeLambda(request, (client, options) => client.send(new DeleteFunctionConcurrencyCommand({ FunctionName: name }), options));
}
