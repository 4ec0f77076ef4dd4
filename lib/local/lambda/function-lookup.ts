import { functionNotFound, invalidParameter } from "./lambda-errors.ts";
import type { FunctionRecord } from "./function-record.ts";
import { parseFunctionReference, type READ_NAME } from "./function-reference.ts";
import type { LambdaCall, LambdaContext } from "./operation.ts";
import { findQualified, type QualifiedVersion } from "./qualified-version.ts";

/**
 * The version that the path names, for operations that take one. `qualifier` is set when the caller gave one: a
 * version or an alias. Throws AWS's 404.
 */
export function findVersion(
  context: LambdaContext,
  call: LambdaCall,
  rule: typeof READ_NAME,
): QualifiedVersion & { qualifier?: string } {
  const { region, query } = call.request;
  const reference = parseFunctionReference(
    region,
    call.labels["FunctionName"] ?? "",
    rule,
    query.get("Qualifier"),
  );
  const { functionName, qualifier } = reference;
  const found = findQualified(context, region, functionName, qualifier);
  if (!found) throw functionNotFound(region, functionName, qualifier);
  return qualifier === undefined ? found : { ...found, qualifier };
}

/** The function that the path names, for operations on the function as a whole. */
export function findFunction(context: LambdaContext, call: LambdaCall, rule: typeof READ_NAME): FunctionRecord {
  const { region } = call.request;
  const { functionName, qualifier } = parseFunctionReference(region, call.labels["FunctionName"] ?? "", rule);
  if (qualifier !== undefined) {
    throw invalidParameter(
      "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.",
    );
  }
  const record = context.store.find(region, functionName);
  if (!record) throw functionNotFound(region, functionName);
  return record;
}
