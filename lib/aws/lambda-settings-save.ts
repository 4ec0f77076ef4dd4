import "server-only";
import {
  CreateFunctionUrlConfigCommand,
  DeleteFunctionConcurrencyCommand,
  DeleteFunctionEventInvokeConfigCommand,
  DeleteFunctionUrlConfigCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  type LambdaClient,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  PutFunctionRecursionConfigCommand,
  PutProvisionedConcurrencyConfigCommand,
  PutRuntimeManagementConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionConfigurationCommand,
  UpdateFunctionUrlConfigCommand,
} from "@aws-sdk/client-lambda";
import type { PlannedCall, SaveOperation } from "@/lib/configuration/schema";
import { writeLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

type Members = Record<string, unknown>;
type Send = (client: LambdaClient, input: Members, options: { abortSignal: AbortSignal }) => Promise<unknown>;

/** The plan's members are AWS's own: the SDK's types cannot follow them through the database and back. */
function command<I>(Command: new (input: I) => unknown): Send {
  return (client, input, options) => client.send(new Command(input as I) as Parameters<LambdaClient["send"]>[0], options);
}

const SEND: Record<SaveOperation, Send> = {
  UpdateFunctionConfiguration: command(UpdateFunctionConfigurationCommand),
  PutFunctionConcurrency: command(PutFunctionConcurrencyCommand),
  DeleteFunctionConcurrency: command(DeleteFunctionConcurrencyCommand),
  PutProvisionedConcurrencyConfig: command(PutProvisionedConcurrencyConfigCommand),
  DeleteProvisionedConcurrencyConfig: command(DeleteProvisionedConcurrencyConfigCommand),
  PutFunctionEventInvokeConfig: command(PutFunctionEventInvokeConfigCommand),
  DeleteFunctionEventInvokeConfig: command(DeleteFunctionEventInvokeConfigCommand),
  CreateFunctionUrlConfig: command(CreateFunctionUrlConfigCommand),
  UpdateFunctionUrlConfig: command(UpdateFunctionUrlConfigCommand),
  DeleteFunctionUrlConfig: command(DeleteFunctionUrlConfigCommand),
  PutRuntimeManagementConfig: command(PutRuntimeManagementConfigCommand),
  PutFunctionRecursionConfig: command(PutFunctionRecursionConfigCommand),
  TagResource: command(TagResourceCommand),
  UntagResource: command(UntagResourceCommand),
};

export interface SavedFunction {
  name: string;
  functionArn: string;
  /** Guards UpdateFunctionConfiguration; the other operations have no such guard. */
  revisionId: string;
}

/** Makes one call of a save; never retried. `revision_conflict` when the function is no longer at `revisionId`. */
export async function sendSaveCall(target: AwsTarget, { name, functionArn, revisionId }: SavedFunction, { operation, input }: PlannedCall): Promise<void> {
  const tagging = operation === "TagResource" || operation === "UntagResource";
  const members = {
    ...input,
    ...(tagging ? { Resource: functionArn } : { FunctionName: name }),
    ...(operation === "UpdateFunctionConfiguration" ? { RevisionId: revisionId } : {}),
  };
  const request = { target, operation, resource: `the function ${name}` };
  await writeLambda<unknown>(request, (client, options) => SEND[operation](client, members, options));
}
