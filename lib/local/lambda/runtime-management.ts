import { functionArn } from "./function-arn.ts";
import type { QualifiedVersion } from "./qualified-version.ts";

/** https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html */
export function describeRuntimeManagement({ version, qualifier }: QualifiedVersion & { qualifier?: string }) {
  const { region, functionName, runtimeManagement = { updateRuntimeOn: "Auto" } } = version;
  return {
    UpdateRuntimeOn: runtimeManagement.updateRuntimeOn,
    FunctionArn: functionArn(region, functionName, qualifier),
    ...("runtimeVersionArn" in runtimeManagement ? { RuntimeVersionArn: runtimeManagement.runtimeVersionArn } : {}),
  };
}
