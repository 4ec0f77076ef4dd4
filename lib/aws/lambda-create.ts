import "server-only";
import { CreateFunctionCommand, type CreateFunctionCommandInput, DeleteFunctionCommand, GetFunctionCommand } from "@aws-sdk/client-lambda";
import { z } from "zod";
import { readLambda, writeLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

const text = z.string().optional();
const names = z.array(z.string()).optional();

/**
 * All that CreateFunction takes besides name and code, in AWS's own words, so that a function can be made again as it was.
 * Holds the values of variables: kept sealed, never sent to the browser.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 */
export const blueprintSchema = z.object({
  PackageType: z.enum(["Zip", "Image"]).optional(),
  Runtime: text,
  Role: z.string(),
  Handler: text,
  Description: text,
  Timeout: z.number().optional(),
  MemorySize: z.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
  Tags: z.record(z.string(), z.string()).optional(),
  Layers: names,
  VpcConfig: z.object({ SubnetIds: names, SecurityGroupIds: names, Ipv6AllowedForDualStack: z.boolean().optional() }).optional(),
  DeadLetterConfig: z.object({ TargetArn: text }).optional(),
  KMSKeyArn: text,
  TracingConfig: z.object({ Mode: text }).optional(),
  FileSystemConfigs: z.array(z.object({ Arn: z.string(), LocalMountPath: z.string() })).optional(),
  ImageConfig: z.object({ EntryPoint: names, Command: names, WorkingDirectory: text }).optional(),
  Architectures: names,
  EphemeralStorage: z.object({ Size: z.number() }).optional(),
  SnapStart: z.object({ ApplyOn: text }).optional(),
  LoggingConfig: z.object({ LogFormat: text, ApplicationLogLevel: text, SystemLogLevel: text, LogGroup: text }).optional(),
});
export type Blueprint = z.infer<typeof blueprintSchema>;

export interface ReadBlueprint {
  blueprint: Blueprint;
  reservedConcurrency?: number;
  codeSha256: string;
  codeSizeBytes: number;
  /** Presigned, for ten minutes: never leaves the server. undefined for an image. */
  location?: string;
  imageUri?: string;
  /** Variables that AWS cannot decrypt would be lost. */
  environmentError?: string;
}

/** A function as it is, ready to be made again. */
export async function readBlueprint(target: AwsTarget, name: string): Promise<ReadBlueprint> {
  const request = { target, operation: "GetFunction", resource: `the function ${name}` };
  const { Configuration = {}, Code, Tags, Concurrency } = await readLambda(request, (client, options) => client.send(new GetFunctionCommand({ FunctionName: name }), options));
  const { Environment, VpcConfig, DeadLetterConfig, Layers, SnapStart, ImageConfigResponse, FileSystemConfigs } = Configuration;
  return {
    blueprint: blueprintSchema.parse({
      PackageType: Configuration.PackageType,
      Runtime: Configuration.Runtime,
      Role: Configuration.Role,
      Handler: Configuration.Handler,
      Description: Configuration.Description || undefined,
      Timeout: Configuration.Timeout,
      MemorySize: Configuration.MemorySize,
      Environment: Environment?.Variables && { Variables: Environment.Variables },
      Tags: Tags && Object.keys(Tags).length > 0 ? Tags : undefined,
      Layers: Layers && Layers.length > 0 ? Layers.map(({ Arn }) => Arn) : undefined,
      VpcConfig: VpcConfig?.SubnetIds && VpcConfig.SubnetIds.length > 0 ? VpcConfig : undefined,
      DeadLetterConfig: DeadLetterConfig?.TargetArn ? DeadLetterConfig : undefined,
      KMSKeyArn: Configuration.KMSKeyArn,
      TracingConfig: Configuration.TracingConfig,
      FileSystemConfigs: FileSystemConfigs && FileSystemConfigs.length > 0 ? FileSystemConfigs : undefined,
      ImageConfig: ImageConfigResponse?.ImageConfig,
      Architectures: Configuration.Architectures,
      EphemeralStorage: Configuration.EphemeralStorage,
      SnapStart: SnapStart?.ApplyOn && SnapStart.ApplyOn !== "None" ? { ApplyOn: SnapStart.ApplyOn } : undefined,
      // A group of the function's own name is AWS's default, and another one in a copy.
      LoggingConfig: Configuration.LoggingConfig && {
        ...Configuration.LoggingConfig,
        LogGroup: Configuration.LoggingConfig.LogGroup === `/aws/lambda/${name}` ? undefined : Configuration.LoggingConfig.LogGroup,
      },
    }),
    reservedConcurrency: Concurrency?.ReservedConcurrentExecutions,
    codeSha256: Configuration.CodeSha256 ?? "",
    codeSizeBytes: Configuration.CodeSize ?? 0,
    location: Code?.ImageUri ? undefined : Code?.Location,
    imageUri: Code?.ImageUri,
    environmentError: Environment?.Error && (Environment.Error.Message ?? Environment.Error.ErrorCode ?? "The variables cannot be decrypted."),
  };
}

/** 50 MB take their time on a slow line. */
const UPLOAD_DEADLINE_MS = 5 * 60_000;

/** Answers before AWS has set it up: its state is Pending. Not retried. */
export async function createFunction(target: AwsTarget, name: string, blueprint: Blueprint, code: { zip: Uint8Array } | { imageUri: string }): Promise<void> {
  const request = { target, operation: "CreateFunction", resource: `the function ${name}`, deadlineMs: UPLOAD_DEADLINE_MS, secrets: Object.values(blueprint.Environment?.Variables ?? {}) };
  // The members are AWS's own, read from AWS or checked by our schema: the enumerations are AWS's to judge.
  const settings = blueprint as Omit<CreateFunctionCommandInput, "FunctionName" | "Code">;
  const command = new CreateFunctionCommand({ ...settings, FunctionName: name, Code: "zip" in code ? { ZipFile: code.zip } : { ImageUri: code.imageUri } });
  await writeLambda(request, (client, options) => client.send(command, options));
}

/** With all its versions, aliases, policy and URL. Event source mappings stay. https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html */
export async function deleteFunction(target: AwsTarget, name: string): Promise<void> {
  const request = { target, operation: "DeleteFunction", resource: `the function ${name}` };
  await writeLambda(request, (client, options) => client.send(new DeleteFunctionCommand({ FunctionName: name }), options));
}
