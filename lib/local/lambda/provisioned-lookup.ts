import { Constraints } from "./constraints.ts";
import { parseFunctionReference, WRITE_NAME } from "./function-reference.ts";
import { aliasNotFound, functionNotFound, invalidParameter } from "./lambda-errors.ts";
import type { LambdaCall, LambdaContext } from "./operation.ts";
import { findQualified, LATEST, type QualifiedVersion } from "./qualified-version.ts";

/** The version or alias that the call names; `refusal` is AWS's text for `$LATEST`. Throws its 404 and 400. */
export function findProvisionable(
  context: LambdaContext,
  { request, labels }: LambdaCall,
  refusal = "The function resource provided must be an alias or a published version.",
): QualifiedVersion & { qualifier: string } {
  const { region, query } = request;
  const constraints = new Constraints();
  if (!query.has("Qualifier")) constraints.failNull("qualifier");
  constraints.assert();
  const { functionName, qualifier = LATEST } = parseFunctionReference(
    region,
    labels["FunctionName"] ?? "",
    WRITE_NAME,
    query.get("Qualifier"),
  );
  if (qualifier === LATEST) throw invalidParameter(refusal);
  const found = findQualified(context, region, functionName, qualifier);
  if (!found) {
    throw /^\d+$/.test(qualifier)
      ? functionNotFound(region, functionName, qualifier)
      : aliasNotFound(region, functionName, qualifier);
  }
  return { ...found, qualifier };
}
