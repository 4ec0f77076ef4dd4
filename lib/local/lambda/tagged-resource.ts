import { Constraints } from "./constraints.ts";
import type { FunctionRecord } from "./function-record.ts";
import { parseFunctionReference, READ_NAME } from "./function-reference.ts";
import { functionNotFound, invalidParameter, notSupportedHere } from "./lambda-errors.ts";
import type { LambdaCall, LambdaContext } from "./operation.ts";

const TAGGABLE =
  "arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)";

/** The function whose ARN the path carries as `Resource`. Throws AWS's `ServiceError`. */
export function findTaggedFunction(context: LambdaContext, call: LambdaCall): FunctionRecord {
  const arn = call.labels["Resource"] ?? "";
  const { region } = call.request;
  const constraints = new Constraints();
  constraints.text(arn, "resource", { pattern: TAGGABLE });
  constraints.assert();
  if (!arn.includes(":function:")) throw notSupportedHere("tags on other resources than functions");
  const { functionName, qualifier } = parseFunctionReference(region, arn, READ_NAME);
  if (qualifier !== undefined) {
    throw invalidParameter(
      "Tags on function aliases and versions are not supported. Please specify a function ARN.",
    );
  }
  const record = context.store.find(region, functionName);
  if (!record) throw functionNotFound(region, functionName);
  return record;
}
