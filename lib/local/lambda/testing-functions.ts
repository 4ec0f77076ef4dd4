/** Shortcuts for tests of the control plane. */
import {
  CreateFunctionCommand,
  waitUntilFunctionActiveV2,
  type CreateFunctionCommandInput,
  type LambdaClient,
} from "@aws-sdk/client-lambda";
import { zipOf } from "../testing.ts";

export const ROLE = "arn:aws:iam::000000000000:role/local";

/** Valid members of CreateFunction for a Node.js function that answers its event. */
export async function echoFunction(
  functionName: string,
  members: Partial<CreateFunctionCommandInput> = {},
): Promise<CreateFunctionCommandInput> {
  const ZipFile = await zipOf({ "index.mjs": "export const handler = async (event) => event;" });
  return {
    FunctionName: functionName,
    Runtime: "nodejs22.x",
    Handler: "index.handler",
    Role: ROLE,
    Code: { ZipFile },
    ...members,
  };
}

/** Creates the function and waits until it is Active. */
export async function createActive(
  client: LambdaClient,
  functionName: string,
  members: Partial<CreateFunctionCommandInput> = {},
): Promise<void> {
  await client.send(new CreateFunctionCommand(await echoFunction(functionName, members)));
  await waitUntilFunctionActiveV2(
    { client, maxWaitTime: 5, minDelay: 0.05, maxDelay: 0.05 },
    { FunctionName: functionName },
  );
}
