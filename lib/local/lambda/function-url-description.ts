import { functionArn } from "./function-arn.ts";
import type { FunctionUrlRecord } from "./function-url-record.ts";

/** CreateFunctionUrlConfig's members. `location`: the URL. Mode and Cors show when they were set. */
export function describeCreatedUrl(record: FunctionUrlRecord, location: string) {
  return {
    FunctionUrl: location,
    FunctionArn: functionArn(record.region, record.functionName, record.alias),
    AuthType: record.authType,
    ...(record.cors ? { Cors: record.cors } : {}),
    CreationTime: new Date(record.createdMs).toISOString(),
    ...(record.invokeMode ? { InvokeMode: record.invokeMode } : {}),
  };
}

/** Members of updates. */
export function describeUpdatedUrl(record: FunctionUrlRecord, location: string) {
  return { ...describeCreatedUrl(record, location), LastModifiedTime: new Date(record.modifiedMs).toISOString() };
}

/** Members of reads: AWS shows the default mode there. */
export function describeUrl(record: FunctionUrlRecord, location: string) {
  return { ...describeUpdatedUrl(record, location), InvokeMode: record.invokeMode ?? "BUFFERED" };
}
