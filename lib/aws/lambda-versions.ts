import "server-only";
import {
  DeleteFunctionCommand,
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
} from "@aws-sdk/client-lambda";
import { type LambdaFunction, toLambdaFunction } from "./lambda-function-shape";
import { allPages, readLambda, writeLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

/** A version, `$LATEST` included, without the values of its variables. */
export interface LambdaVersion extends LambdaFunction {
  version: string;
  /** Base64 of the SHA-256 of the package. */
  codeSha256: string;
}

/** AWS's own maximum of one page. */
const PAGE_SIZE = 50;

/** `$LATEST` first, then ascending. https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
export function listVersions(target: AwsTarget, name: string): Promise<LambdaVersion[]> {
  const request = { target, operation: "ListVersionsByFunction", resource: `the versions of ${name}` };
  return allPages(async (marker) => {
    const command = new ListVersionsByFunctionCommand({ FunctionName: name, MaxItems: PAGE_SIZE, Marker: marker });
    const answer = await readLambda(request, (client, options) => client.send(command, options));
    return { items: (answer.Versions ?? []).map(toLambdaVersion), next: answer.NextMarker };
  });
}

/** Configuration of a version or alias as AWS gives it, values of variables included: for the server only. */
export function getVersionConfiguration(target: AwsTarget, name: string, qualifier: string): Promise<FunctionConfiguration> {
  const request = { target, operation: "GetFunctionConfiguration", resource: `${name}:${qualifier}` };
  const command = new GetFunctionConfigurationCommand({ FunctionName: name, Qualifier: qualifier });
  return readLambda(request, (client, options) => client.send(command, options));
}

/**
 * Publishes `$LATEST`. With nothing changed since the newest version AWS makes none and answers that one. `bad_request` when
 * the code is no longer `codeSha256`, `revision_conflict` when the function is no longer at `revisionId`.
 */
export async function publishVersion(target: AwsTarget, name: string, input: { description: string; codeSha256: string; revisionId?: string }): Promise<LambdaVersion> {
  const request = { target, operation: "PublishVersion", resource: `the function ${name}` };
  const command = new PublishVersionCommand({
    FunctionName: name,
    Description: input.description || undefined,
    CodeSha256: input.codeSha256,
    RevisionId: input.revisionId,
  });
  return toLambdaVersion(await writeLambda(request, (client, options) => client.send(command, options)));
}

/** Deletes one published version. AWS refuses one that an alias points at. */
export async function deleteVersion(target: AwsTarget, name: string, version: string): Promise<void> {
  const request = { target, operation: "DeleteFunction", resource: `version ${version} of ${name}` };
  const command = new DeleteFunctionCommand({ FunctionName: name, Qualifier: version });
  await writeLambda(request, (client, options) => client.send(command, options));
}

function toLambdaVersion(configuration: FunctionConfiguration): LambdaVersion {
  return { ...toLambdaFunction(configuration), version: configuration.Version ?? "", codeSha256: configuration.CodeSha256 ?? "" };
}
