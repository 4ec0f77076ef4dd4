import "server-only";
import type { FunctionConfiguration } from "@aws-sdk/client-lambda";

/**
 * A function as Warmstart keeps it. The values of its variables are not part of it, so that nothing that is cached,
 * logged or sent can hold one.
 */
export interface LambdaFunction {
  name: string;
  functionArn: string;
  description: string;
  runtime?: string;
  handler?: string;
  packageType: "Zip" | "Image";
  architecture: "x86_64" | "arm64";
  memoryMb: number;
  timeoutSeconds: number;
  ephemeralStorageMb: number;
  codeSizeBytes: number;
  lastModifiedMs: number;
  roleArn: string;
  revisionId: string;
  /** Absent in ListFunctions. */
  state?: string;
  stateReason?: string;
  lastUpdateStatus?: string;
  lastUpdateStatusReason?: string;
  logGroup: string;
  logFormat: "Text" | "JSON";
  environmentKeys: string[];
  environmentError?: string;
  layers: string[];
}

/** AWS's answer with its documented defaults filled in. https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export function toLambdaFunction(configuration: FunctionConfiguration): LambdaFunction {
  const name = configuration.FunctionName ?? "";
  return {
    name,
    functionArn: configuration.FunctionArn ?? "",
    description: configuration.Description ?? "",
    runtime: configuration.Runtime,
    handler: configuration.Handler,
    packageType: configuration.PackageType === "Image" ? "Image" : "Zip",
    architecture: configuration.Architectures?.[0] === "arm64" ? "arm64" : "x86_64",
    memoryMb: configuration.MemorySize ?? 128,
    timeoutSeconds: configuration.Timeout ?? 3,
    ephemeralStorageMb: configuration.EphemeralStorage?.Size ?? 512,
    codeSizeBytes: configuration.CodeSize ?? 0,
    lastModifiedMs: parseLastModified(configuration.LastModified),
    roleArn: configuration.Role ?? "",
    revisionId: configuration.RevisionId ?? "",
    state: configuration.State,
    stateReason: configuration.StateReason,
    lastUpdateStatus: configuration.LastUpdateStatus,
    lastUpdateStatusReason: configuration.LastUpdateStatusReason,
    logGroup: configuration.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    logFormat: configuration.LoggingConfig?.LogFormat === "JSON" ? "JSON" : "Text",
    environmentKeys: Object.keys(configuration.Environment?.Variables ?? {}).sort(),
    environmentError: environmentErrorOf(configuration),
    layers: (configuration.Layers ?? []).flatMap((layer) => layer.Arn ?? []),
  };
}

/** Why AWS could not decrypt the variables, in its words. */
export function environmentErrorOf({ Environment }: FunctionConfiguration): string | undefined {
  return Environment?.Error && (Environment.Error.Message ?? Environment.Error.ErrorCode ?? "The variables cannot be decrypted.");
}

/** `2026-11-20T23:30:00.000+0000`: a zone without a colon, which the language's date format does not have. */
function parseLastModified(text: string | undefined): number {
  const ms = Date.parse((text ?? "").replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  return Number.isNaN(ms) ? 0 : ms;
}
