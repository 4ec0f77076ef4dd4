import "server-only";
import type { FunctionConfiguration } from "@aws-sdk/client-lambda";

/** What two versions are compared by: label → text, without what is not set. Variables are compared apart. */
export function comparableSettings(configuration: FunctionConfiguration): Map<string, string> {
  const { VpcConfig, LoggingConfig, ImageConfigResponse } = configuration;
  const image = ImageConfigResponse?.ImageConfig;
  const all: [string, string | number | undefined][] = [
    ["Description", configuration.Description],
    ["Runtime", configuration.Runtime],
    ["Handler", configuration.Handler],
    ["Architecture", configuration.Architectures?.join(", ")],
    ["Memory", withUnit(configuration.MemorySize, "MB")],
    ["Timeout", withUnit(configuration.Timeout, "s")],
    ["Ephemeral storage", withUnit(configuration.EphemeralStorage?.Size, "MB")],
    ["Execution role", configuration.Role],
    ["Layers", configuration.Layers?.map(({ Arn }) => Arn).join("\n")],
    ["Subnets", VpcConfig?.SubnetIds?.join(", ")],
    ["Security groups", VpcConfig?.SecurityGroupIds?.join(", ")],
    ["File systems", configuration.FileSystemConfigs?.map(({ Arn, LocalMountPath }) => `${Arn} at ${LocalMountPath}`).join("\n")],
    ["Tracing", configuration.TracingConfig?.Mode],
    ["Log format", LoggingConfig?.LogFormat],
    ["Application log level", LoggingConfig?.ApplicationLogLevel],
    ["System log level", LoggingConfig?.SystemLogLevel],
    ["Log group", LoggingConfig?.LogGroup],
    ["Dead-letter queue", configuration.DeadLetterConfig?.TargetArn],
    ["KMS key", configuration.KMSKeyArn],
    ["SnapStart", configuration.SnapStart?.ApplyOn],
    ["Runtime version", configuration.RuntimeVersionConfig?.RuntimeVersionArn],
    ["Entry point", image?.EntryPoint?.join(" ")],
    ["Command", image?.Command?.join(" ")],
    ["Working directory", image?.WorkingDirectory],
    ["Package type", configuration.PackageType],
  ];
  return new Map(all.flatMap(([label, value]) => (value === undefined || value === "" ? [] : [[label, String(value)]])));
}

function withUnit(value: number | undefined, unit: string): string | undefined {
  return value === undefined ? undefined : `${value.toLocaleString("en")} ${unit}`;
}
