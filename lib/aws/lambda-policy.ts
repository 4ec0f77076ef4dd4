import "server-only";
import { AddPermissionCommand, GetPolicyCommand, RemovePermissionCommand } from "@aws-sdk/client-lambda";
import { orNothing, readLambda, writeLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

export interface FunctionPolicy {
  /** JSON text of the policy document. */
  document: string;
  /** The same as the function's. */
  revisionId?: string;
}

/** What AddPermission takes. https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export interface PermissionInput {
  statementId: string;
  action: string;
  principal: string;
  sourceArn?: string;
  sourceAccount?: string;
  functionUrlAuthType?: "NONE" | "AWS_IAM";
  invokedViaFunctionUrl?: boolean;
  qualifier?: string;
}

/** Resource policy of the function or of one qualifier; undefined when there is none. */
export async function getPolicy(target: AwsTarget, name: string, qualifier?: string): Promise<FunctionPolicy | undefined> {
  const request = { target, operation: "GetPolicy", resource: `the policy of ${name}${qualifier ? `:${qualifier}` : ""}` };
  const command = new GetPolicyCommand({ FunctionName: name, Qualifier: qualifier });
  const answer = await orNothing(readLambda(request, (client, options) => client.send(command, options)));
  return answer?.Policy === undefined ? undefined : { document: answer.Policy, revisionId: answer.RevisionId };
}

export async function addPermission(target: AwsTarget, name: string, input: PermissionInput): Promise<void> {
  const request = { target, operation: "AddPermission", resource: `the policy of ${name}` };
  const command = new AddPermissionCommand({
    FunctionName: name,
    StatementId: input.statementId,
    Action: input.action,
    Principal: input.principal,
    SourceArn: input.sourceArn,
    SourceAccount: input.sourceAccount,
    FunctionUrlAuthType: input.functionUrlAuthType,
    InvokedViaFunctionUrl: input.invokedViaFunctionUrl,
    Qualifier: input.qualifier,
  });
  await writeLambda(request, (client, options) => client.send(command, options));
}

export async function removePermission(target: AwsTarget, name: string, input: { statementId: string; qualifier?: string }): Promise<void> {
  const request = { target, operation: "RemovePermission", resource: `the statement ${input.statementId} of ${name}` };
  const command = new RemovePermissionCommand({ FunctionName: name, StatementId: input.statementId, Qualifier: input.qualifier });
  await writeLambda(request, (client, options) => client.send(command, options));
}
