/**
 * How AWS shows a function. CreateFunction, reads and lists differ in their members:
 * https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html and API_ListFunctions.html
 */
import { functionArn } from "./function-arn.ts";
import { codeSha256Of, type VersionRecord } from "./function-record.ts";
import type { FunctionConfiguration } from "./function-version.ts";
import { runtimeVersion } from "./engine/runtime-version.ts";

/** Nothing here is in a VPC: an id of AWS's form would pretend to be one. */
const LOCAL_VPC_ID = "vpc-local";

/** Members of ListFunctions and ListVersionsByFunction. `qualifier` goes into the ARN. */
export function describeListed(record: VersionRecord, qualifier?: string) {
  const { configuration, code } = record.current;
  return {
    FunctionName: record.functionName,
    FunctionArn: functionArn(record.region, record.functionName, qualifier),
    Runtime: configuration.Runtime,
    Role: configuration.Role,
    Handler: configuration.Handler,
    CodeSize: code.sizeBytes,
    Description: configuration.Description,
    Timeout: configuration.Timeout,
    MemorySize: configuration.MemorySize,
    LastModified: lastModifiedText(record.lastModifiedMs),
    CodeSha256: codeSha256Of(code),
    Version: record.version,
    ...(configuration.Environment ? { Environment: { Variables: configuration.Environment } } : {}),
    TracingConfig: { Mode: configuration.TracingMode },
    RevisionId: record.revisionId,
    PackageType: "Zip",
    Architectures: configuration.Architectures,
    EphemeralStorage: { Size: configuration.EphemeralStorageSize },
    SnapStart: { ApplyOn: configuration.SnapStartApplyOn ?? "None", OptimizationStatus: "Off" },
    LoggingConfig: configuration.LoggingConfig,
    ...describeAttached(configuration),
  };
}

/** Members that show only when they were set. */
function describeAttached(configuration: FunctionConfiguration) {
  const { Layers = [], VpcConfig, FileSystemConfigs = [], KMSKeyArn, DeadLetterTargetArn } = configuration;
  return {
    ...(Layers.length > 0 ? { Layers: Layers.map(({ arn, sizeBytes }) => ({ Arn: arn, CodeSize: sizeBytes })) } : {}),
    ...(VpcConfig ? { VpcConfig: { ...VpcConfig, VpcId: VpcConfig.SubnetIds.length > 0 ? LOCAL_VPC_ID : "" } } : {}),
    ...(FileSystemConfigs.length > 0 ? { FileSystemConfigs } : {}),
    ...(KMSKeyArn ? { KMSKeyArn } : {}),
    ...(DeadLetterTargetArn ? { DeadLetterConfig: { TargetArn: DeadLetterTargetArn } } : {}),
  };
}

/** Members of CreateFunction's answer: with the state, without `LastUpdateStatus`. */
export function describeCreated(record: VersionRecord, qualifier?: string) {
  return {
    ...describeListed(record, qualifier),
    State: record.state,
    ...(record.state === "Pending"
      ? { StateReason: "The function is being created.", StateReasonCode: "Creating" }
      : {}),
    RuntimeVersionConfig: {
      RuntimeVersionArn: runtimeVersion(record.region, record.current.configuration.Runtime).arn,
    },
  };
}

/** Members of the reads and of the answers to updates. */
export function describeRead(record: VersionRecord, qualifier?: string) {
  // AWS leaves the status out while a published version is being made.
  if (record.version !== "$LATEST" && record.state === "Pending") return describeCreated(record, qualifier);
  return {
    ...describeCreated(record, qualifier),
    LastUpdateStatus: record.state === "Pending" ? "InProgress" : record.lastUpdateStatus,
    // AWS sends this reason, worded for a creation, during updates too.
    ...(record.state === "Pending" || record.lastUpdateStatus === "InProgress"
      ? { LastUpdateStatusReason: "The function is being created.", LastUpdateStatusReasonCode: "Creating" }
      : {}),
  };
}

/** `2026-11-20T15:38:02.123+0000` */
export function lastModifiedText(epochMs: number): string {
  return new Date(epochMs).toISOString().replace("Z", "+0000");
}
