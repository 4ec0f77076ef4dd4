import "server-only";
import { type FunctionConfiguration, GetFunctionCommand, UpdateFunctionCodeCommand } from "@aws-sdk/client-lambda";
import { readLambda, uploadToLambda } from "./lambda-request";
import { type LambdaFunction, toLambdaFunction } from "./lambda-function-shape";
import type { AwsTarget } from "./target";

/** Where the code of a function or version is. */
export interface FunctionCode {
  function: LambdaFunction;
  version: string;
  /** Base64 of the SHA-256 of the package. */
  codeSha256: string;
  /** Presigned, for ten minutes: never leaves the server. undefined for an image. */
  location?: string;
  imageUri?: string;
}

/** Exactly one of the sources. */
export type CodeSource = { zip: Uint8Array } | { bucket: string; key: string; objectVersion?: string } | { imageUri: string };

export interface UpdatedCode {
  codeSha256: string;
  revisionId: string;
  lastUpdateStatus?: string;
}

/** 50 MB take their time on a slow line. */
const UPLOAD_DEADLINE_MS = 5 * 60_000;

export async function getFunctionCode(target: AwsTarget, name: string, qualifier?: string): Promise<FunctionCode> {
  const request = { target, operation: "GetFunction", resource: `the code of ${name}` };
  const command = new GetFunctionCommand({ FunctionName: name, Qualifier: qualifier });
  const { Configuration = {}, Code } = await readLambda(request, (client, options) => client.send(command, options));
  return {
    function: toLambdaFunction(Configuration),
    version: Configuration.Version ?? "",
    codeSha256: Configuration.CodeSha256 ?? "",
    location: Code?.ImageUri ? undefined : Code?.Location,
    imageUri: Code?.ImageUri,
  };
}

/** Replaces the code of `$LATEST`; `revision_conflict` when the function is no longer at `revisionId`. Answers before AWS has applied it. */
export async function updateFunctionCode(target: AwsTarget, name: string, source: CodeSource, revisionId: string): Promise<UpdatedCode> {
  const request = { target, operation: "UpdateFunctionCode", resource: `the code of ${name}`, deadlineMs: UPLOAD_DEADLINE_MS };
  const command = new UpdateFunctionCodeCommand({ FunctionName: name, RevisionId: revisionId, ...inputOf(source) });
  return toUpdatedCode(await uploadToLambda(request, (client, options) => client.send(command, options)));
}

function inputOf(source: CodeSource) {
  if ("zip" in source) return { ZipFile: source.zip };
  if ("imageUri" in source) return { ImageUri: source.imageUri };
  return { S3Bucket: source.bucket, S3Key: source.key, S3ObjectVersion: source.objectVersion || undefined };
}

function toUpdatedCode(configuration: FunctionConfiguration): UpdatedCode {
  return { codeSha256: configuration.CodeSha256 ?? "", revisionId: configuration.RevisionId ?? "", lastUpdateStatus: configuration.LastUpdateStatus };
}
