import { functionArn } from "../function-arn.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import { resourceNotFound } from "../lambda-errors.ts";
import type { LambdaCall, LambdaContext } from "../operation.ts";
import { findQualified, LATEST } from "../qualified-version.ts";
import type { EventInvokeConfig } from "./event-invoke-config.ts";

/** Whose settings a call is about. */
export interface EventInvokeTarget {
  region: string;
  functionName: string;
  /** `$LATEST` when the caller gave none. */
  qualifier: string;
}

export function readTarget({ request, labels }: LambdaCall): EventInvokeTarget {
  const { region, query } = request;
  const { functionName, qualifier = LATEST } = parseFunctionReference(region, labels["FunctionName"] ?? "", READ_NAME, query.get("Qualifier"));
  return { region, functionName, qualifier };
}

/** Throws AWS's 404 when function, version or alias do not exist. */
export function assertTargetExists(context: LambdaContext, { region, functionName, qualifier }: EventInvokeTarget): void {
  if (!findQualified(context, region, functionName, qualifier)) throw resourceNotFound("The function doesn't exist.");
}

/** Throws AWS's 404 when there are no settings; for a function that is not there, too. */
export function findConfig(context: LambdaContext, { region, functionName, qualifier }: EventInvokeTarget): EventInvokeConfig {
  const config = context.tables.eventInvokeConfigs.find(region, functionName, qualifier);
  if (!config) throw resourceNotFound(`The function ${functionArn(region, functionName, qualifier)} doesn't have an EventInvokeConfig`);
  return config;
}

export function functionExists(context: LambdaContext, arn: string): boolean {
  const [, , , region = "", , , functionName = "", qualifier] = arn.split(":");
  return findQualified(context, region, functionName, qualifier) !== undefined;
}
