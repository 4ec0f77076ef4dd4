import "server-only";
import {
  type FunctionConfiguration,
  type FunctionEventInvokeConfig,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  GetFunctionRecursionConfigCommand,
  GetFunctionUrlConfigCommand,
  type GetFunctionUrlConfigResponse,
  GetRuntimeManagementConfigCommand,
  ListTagsCommand,
} from "@aws-sdk/client-lambda";
import type { SettingGroup } from "@/lib/configuration/schema";
import { listSetting, type Settings } from "@/lib/configuration/settings";
import { type AppError, isAppError } from "@/lib/errors";
import { orNothing, readLambda } from "./lambda-request";
import type { AwsTarget } from "./target";
import { listProvisionedConcurrency, type ProvisionedConcurrency } from "./lambda-references";

/** What the eight operations say of one function; without any value of its variables. */
export interface FunctionSettingsRead {
  settings: Settings;
  revisionId: string;
  functionArn: string;
  packageType: "Zip" | "Image";
  architecture: "x86_64" | "arm64";
  lastUpdateStatus?: string;
  lastUpdateStatusReason?: string;
  vpcId?: string;
  functionUrl?: string;
  provisioned: ProvisionedConcurrency[];
  /** Groups that could not be read: their fields are missing. */
  problems: { group: SettingGroup; error: AppError }[];
}

/** Reads a function's settings; `groups` names which, all when absent. Throws only when the function itself cannot be read. */
export async function readSettings(target: AwsTarget, name: string, groups?: ReadonlySet<SettingGroup>): Promise<FunctionSettingsRead> {
  const FunctionName = name;
  const ask = <T>(operation: string, send: Parameters<typeof readLambda<T>>[1]) => readLambda({ target, operation, resource: `the function ${name}` }, send);
  const configuration = await ask("GetFunctionConfiguration", (client, options) => client.send(new GetFunctionConfigurationCommand({ FunctionName }), options));
  const arn = configuration.FunctionArn ?? name;
  let functionUrl: string | undefined;
  let provisioned: ProvisionedConcurrency[] = [];
  const readers: Record<Exclude<SettingGroup, "configuration">, () => Promise<Settings>> = {
    concurrency: async () => {
      const { ReservedConcurrentExecutions } = await ask("GetFunctionConcurrency", (client, options) => client.send(new GetFunctionConcurrencyCommand({ FunctionName }), options));
      return { reservedConcurrency: ReservedConcurrentExecutions ?? null };
    },
    provisioned: async () => {
      provisioned = await listProvisionedConcurrency(target, name);
      return Object.fromEntries(provisioned.map(({ functionArn, requested }) => [`provisioned:${functionArn.split(":")[7] ?? ""}`, requested]));
    },
    asynchronous: async () =>
      asynchronousSettings(await orNothing(ask("GetFunctionEventInvokeConfig", (client, options) => client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName }), options)))),
    url: async () => {
      const url = await orNothing(ask("GetFunctionUrlConfig", (client, options) => client.send(new GetFunctionUrlConfigCommand({ FunctionName }), options)));
      functionUrl = url?.FunctionUrl;
      return urlSettings(url);
    },
    runtimeManagement: async () => {
      const { UpdateRuntimeOn, RuntimeVersionArn } = await ask("GetRuntimeManagementConfig", (client, options) => client.send(new GetRuntimeManagementConfigCommand({ FunctionName }), options));
      return { updateRuntimeOn: UpdateRuntimeOn ?? "Auto", runtimeVersionArn: UpdateRuntimeOn === "Manual" ? (RuntimeVersionArn ?? null) : null };
    },
    recursion: async () => {
      const { RecursiveLoop } = await ask("GetFunctionRecursionConfig", (client, options) => client.send(new GetFunctionRecursionConfigCommand({ FunctionName }), options));
      return { recursiveLoop: RecursiveLoop ?? "Terminate" };
    },
    tags: async () => {
      const { Tags = {} } = await ask("ListTags", (client, options) => client.send(new ListTagsCommand({ Resource: arn }), options));
      return Object.fromEntries(Object.entries(Tags).map(([key, value]) => [`tag:${key}`, value]));
    },
  };
  const problems: FunctionSettingsRead["problems"] = [];
  const parts = await Promise.all(
    (Object.keys(readers) as (keyof typeof readers)[])
      .filter((group) => (groups?.has(group) ?? true) && !(group === "runtimeManagement" && configuration.PackageType === "Image"))
      .map(async (group): Promise<Settings> => {
        try {
          return await readers[group]();
        } catch (error) {
          if (!isAppError(error)) throw error;
          problems.push({ group, error });
          return {};
        }
      }),
  );
  return {
    settings: Object.assign(configurationSettings(configuration), ...parts),
    revisionId: configuration.RevisionId ?? "",
    functionArn: arn,
    packageType: configuration.PackageType === "Image" ? "Image" : "Zip",
    architecture: configuration.Architectures?.[0] === "arm64" ? "arm64" : "x86_64",
    lastUpdateStatus: configuration.LastUpdateStatus,
    lastUpdateStatusReason: configuration.LastUpdateStatusReason,
    vpcId: configuration.VpcConfig?.VpcId || undefined,
    functionUrl,
    provisioned,
    problems,
  };
}

/** With AWS's documented defaults filled in. https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
function configurationSettings(configuration: FunctionConfiguration): Settings {
  const { VpcConfig, LoggingConfig, FileSystemConfigs } = configuration;
  const isImage = configuration.PackageType === "Image";
  const image = configuration.ImageConfigResponse?.ImageConfig;
  return {
    memoryMb: configuration.MemorySize ?? 128,
    timeoutSeconds: configuration.Timeout ?? 3,
    ephemeralStorageMb: configuration.EphemeralStorage?.Size ?? 512,
    ...(isImage
      ? { imageEntryPoint: listSetting(image?.EntryPoint), imageCommand: listSetting(image?.Command), imageWorkingDirectory: image?.WorkingDirectory || null }
      : { handler: configuration.Handler ?? "", runtime: configuration.Runtime ?? "", layers: listSetting(configuration.Layers?.flatMap(({ Arn }) => Arn ?? [])) }),
    description: configuration.Description ?? "",
    kmsKeyArn: configuration.KMSKeyArn || null,
    roleArn: configuration.Role ?? "",
    subnetIds: listSetting(VpcConfig?.SubnetIds, { sorted: true }),
    securityGroupIds: listSetting(VpcConfig?.SecurityGroupIds, { sorted: true }),
    ipv6AllowedForDualStack: String(VpcConfig?.Ipv6AllowedForDualStack ?? false),
    fileSystemArn: FileSystemConfigs?.[0]?.Arn ?? null,
    fileSystemMountPath: FileSystemConfigs?.[0]?.LocalMountPath ?? null,
    tracingMode: configuration.TracingConfig?.Mode ?? "PassThrough",
    logFormat: LoggingConfig?.LogFormat ?? "Text",
    applicationLogLevel: LoggingConfig?.ApplicationLogLevel ?? null,
    systemLogLevel: LoggingConfig?.SystemLogLevel ?? null,
    logGroup: LoggingConfig?.LogGroup ?? `/aws/lambda/${configuration.FunctionName ?? ""}`,
    snapStartApplyOn: configuration.SnapStart?.ApplyOn ?? "None",
    deadLetterTargetArn: configuration.DeadLetterConfig?.TargetArn || null,
  };
}

function asynchronousSettings(config: FunctionEventInvokeConfig | undefined): Settings {
  return {
    maximumRetryAttempts: config?.MaximumRetryAttempts ?? null,
    maximumEventAgeSeconds: config?.MaximumEventAgeInSeconds ?? null,
    onSuccessDestination: config?.DestinationConfig?.OnSuccess?.Destination || null,
    onFailureDestination: config?.DestinationConfig?.OnFailure?.Destination || null,
  };
}

function urlSettings(url: GetFunctionUrlConfigResponse | undefined): Settings {
  const { Cors } = url ?? {};
  return {
    urlAuthType: url?.AuthType ?? null,
    urlInvokeMode: url ? (url.InvokeMode ?? "BUFFERED") : null,
    urlAllowOrigins: listSetting(Cors?.AllowOrigins),
    urlAllowMethods: listSetting(Cors?.AllowMethods),
    urlAllowHeaders: listSetting(Cors?.AllowHeaders),
    urlExposeHeaders: listSetting(Cors?.ExposeHeaders),
    urlMaxAgeSeconds: Cors?.MaxAge ?? null,
    urlAllowCredentials: Cors?.AllowCredentials ? "true" : null,
  };
}
