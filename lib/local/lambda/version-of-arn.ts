import { ServiceError } from "../protocols/service-error.ts";
import type { FunctionVersion } from "./function-version.ts";
import type { LambdaContext } from "./operation.ts";
import { findQualified } from "./qualified-version.ts";
import { versionToRun } from "./version-to-run.ts";

/** What an ARN, with or without qualifier, stands for now; `undefined` when that is not there or not ready. */
export function versionOfArn(context: Pick<LambdaContext, "store" | "tables" | "versionOf">, functionArn: string): FunctionVersion | undefined {
  const [, , , region = "", , , functionName = "", qualifier] = functionArn.split(":");
  const found = findQualified(context, region, functionName, qualifier);
  try {
    return found && versionToRun(context, found);
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
