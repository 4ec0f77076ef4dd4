import { emptyResponse } from "../../protocols/rest-json.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import { functionNotFound, invalidParameter } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html */
export const deleteFunction: Operation = (context, { request, labels }) => {
  const { region, query } = request;
  const { functionName, qualifier } = parseFunctionReference(
    region,
    labels["FunctionName"] ?? "",
    READ_NAME,
    query.get("Qualifier"),
  );
  if (qualifier === "$LATEST") {
    throw invalidParameter("$LATEST version cannot be deleted without deleting the function.");
  }
  if (qualifier !== undefined && !/^\d+$/.test(qualifier)) {
    throw invalidParameter("Deletion of aliases is not currently supported.");
  }
  const record = context.store.find(region, functionName);
  if (!record) throw functionNotFound(region, functionName);
  // Deleting a version that does not exist succeeds on AWS; only `$LATEST` exists here.
  if (qualifier === undefined) context.lifecycle.remove(record);
  return emptyResponse(204);
};
