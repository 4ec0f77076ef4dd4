/**
 * How AWS shows a function. CreateFunction, reads and lists differ in their members:
 * https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html and API_ListFunctions.html
 */
import { createHash } from "node:crypto";
import { functionArn } from "./function-arn.ts";
import { codeSha256Of, type FunctionRecord } from "./function-record.ts";

/** Members of ListFunctions and ListVersionsByFunction. `qualifier` goes into the ARN. */
export function describeListed(record: FunctionRecord, qualifier?: string) {
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
    Version: "$LATEST",
    ...(configuration.Environment ? { Environment: { Variables: configuration.Environment } } : {}),
    TracingConfig: { Mode: configuration.TracingMode },
    RevisionId: record.revisionId,
    PackageType: "Zip",
    Architectures: configuration.Architectures,
    EphemeralStorage: { Size: configuration.EphemeralStorageSize },
    SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
    LoggingConfig: configuration.LoggingConfig,
  };
}

/** Members of CreateFunction's answer: with the state, without `LastUpdateStatus`. */
export function describeCreated(record: FunctionRecord, qualifier?: string) {
  return {
    ...describeListed(record, qualifier),
    State: record.state,
    ...(record.state === "Pending"
      ? { StateReason: "The function is being created.", StateReasonCode: "Creating" }
      : {}),
    RuntimeVersionConfig: {
      RuntimeVersionArn: runtimeVersionArn(record.region, record.current.configuration.Runtime),
    },
  };
}

/** Members of the reads and of the answers to updates. */
export function describeRead(record: FunctionRecord, qualifier?: string) {
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
function lastModifiedText(epochMs: number): string {
  return new Date(epochMs).toISOString().replace("Z", "+0000");
}

function runtimeVersionArn(region: string, runtime: string): string {
  return `arn:aws:lambda:${region}::runtime:${createHash("sha256").update(runtime).digest("hex")}`;
}
