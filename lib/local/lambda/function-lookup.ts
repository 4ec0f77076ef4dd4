import { functionNotFound, invalidParameter } from "./lambda-errors.ts";
import type { FunctionRecord } from "./function-record.ts";
import { parseFunctionReference, type READ_NAME } from "./function-reference.ts";
import type { LambdaCall, LambdaContext } from "./operation.ts";

const LATEST = "$LATEST";

/**
 * The function that the path names, for operations that take a version too. `qualifier` is set when
 * the caller gave one (always `$LATEST`: no other version exists here). Throws AWS's 404.
 */
export function findVersion(
  context: LambdaContext,
  call: LambdaCall,
  rule: typeof READ_NAME,
): { record: FunctionRecord; qualifier?: string } {
  const { region, query } = call.request;
  const reference = parseFunctionReference(
    region,
    call.labels["FunctionName"] ?? "",
    rule,
    query.get("Qualifier"),
  );
  const { functionName, qualifier } = reference;
  const record = context.store.find(region, functionName);
  if (!record || (qualifier !== undefined && qualifier !== LATEST)) {
    throw functionNotFound(region, functionName, qualifier);
  }
  return qualifier === undefined ? { record } : { record, qualifier };
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
