import "server-only";
import { GetFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { type LambdaFunction, toLambdaFunction } from "./lambda-function-shape";
import { readLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

/** What decides the deadline and the price of an invocation of one version. */
export interface InvocationSizing extends Pick<LambdaFunction, "timeoutSeconds" | "architecture" | "ephemeralStorageMb"> {
  /** The version itself, also when an alias was asked for. */
  version: string;
}

/** GetFunctionConfiguration of a version or alias. */
export async function getInvocationSizing(target: AwsTarget, functionName: string, qualifier: string): Promise<InvocationSizing> {
  const request = { target, operation: "GetFunctionConfiguration", resource: `the function ${functionName}` };
  // Without a qualifier it is $LATEST: some policies name the unqualified ARN only.
  const command = new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: qualifier === "$LATEST" ? undefined : qualifier });
  const configuration = await readLambda(request, (client, options) => client.send(command, options));
  const { timeoutSeconds, architecture, ephemeralStorageMb } = toLambdaFunction(configuration);
  return { timeoutSeconds, architecture, ephemeralStorageMb, version: configuration.Version ?? "$LATEST" };
}
