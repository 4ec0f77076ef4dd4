import "server-only";
import { type FunctionConfiguration, GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { callAws } from "./call";
import { type AwsTarget, lambdaClient } from "./clients";
import { environmentErrorOf, toLambdaFunction } from "./lambda-function-shape";

/** What Warmstart edits. Holds the values of the variables: for the configuration service only, never cached or sent. */
export interface FunctionSettings {
  revisionId: string;
  memoryMb: number;
  timeoutSeconds: number;
  ephemeralStorageMb: number;
  handler?: string;
  description: string;
  runtime?: string;
  architecture: "x86_64" | "arm64";
  lastUpdateStatus?: string;
  lastUpdateStatusReason?: string;
  environment: Record<string, string>;
  /** AWS could not decrypt the variables: `environment` is then empty and must not be written back. */
  environmentError?: string;
}

/** `environment` replaces the whole map; what is undefined stays as it is. */
export interface FunctionSettingsUpdate {
  revisionId: string;
  memoryMb?: number;
  timeoutSeconds?: number;
  ephemeralStorageMb?: number;
  handler?: string;
  description?: string;
  environment?: Record<string, string>;
}

/** Of `$LATEST`, or of a version or alias. */
export async function getConfiguration(target: AwsTarget, name: string, { qualifier }: { qualifier?: string } = {}): Promise<FunctionSettings> {
  const client = await lambdaClient(target, "read");
  const resource = qualifier === undefined ? `the function ${name}` : `${name}:${qualifier}`;
  const call = { target, service: "lambda", operation: "GetFunctionConfiguration", resource } as const;
  const command = new GetFunctionConfigurationCommand({ FunctionName: name, Qualifier: qualifier });
  return toSettings(await callAws(call, (abortSignal) => client.send(command, { abortSignal })));
}

/**
 * Guarded by the revision: `revision_conflict` when the function changed since, `conflict` while another update is in
 * progress. Not retried. https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
export async function updateConfiguration(target: AwsTarget, name: string, update: FunctionSettingsUpdate): Promise<FunctionSettings> {
  const client = await lambdaClient(target, "write");
  const command = new UpdateFunctionConfigurationCommand({
    FunctionName: name,
    RevisionId: update.revisionId,
    MemorySize: update.memoryMb,
    Timeout: update.timeoutSeconds,
    EphemeralStorage: update.ephemeralStorageMb === undefined ? undefined : { Size: update.ephemeralStorageMb },
    Handler: update.handler,
    Description: update.description,
    Environment: update.environment && { Variables: update.environment },
  });
  const secrets = Object.values(update.environment ?? {});
  const call = { target, service: "lambda", operation: "UpdateFunctionConfiguration", resource: `the function ${name}`, secrets } as const;
  return toSettings(await callAws(call, (abortSignal) => client.send(command, { abortSignal })));
}

function toSettings(configuration: FunctionConfiguration): FunctionSettings {
  const shape = toLambdaFunction(configuration);
  return {
    revisionId: shape.revisionId,
    memoryMb: shape.memoryMb,
    timeoutSeconds: shape.timeoutSeconds,
    ephemeralStorageMb: shape.ephemeralStorageMb,
    handler: shape.handler,
    description: shape.description,
    runtime: shape.runtime,
    architecture: shape.architecture,
    lastUpdateStatus: shape.lastUpdateStatus,
    lastUpdateStatusReason: shape.lastUpdateStatusReason,
    environment: { ...configuration.Environment?.Variables },
    environmentError: environmentErrorOf(configuration),
  };
}
