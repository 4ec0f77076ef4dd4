import { emptyResponse } from "../../protocols/rest-json.ts";
import { readUrlReference } from "../function-url-input.ts";
import { resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { LATEST } from "../qualified-version.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionUrlConfig.html */
export const deleteFunctionUrlConfig: Operation = (context, call) => {
  const { region } = call.request;
  const { functionName, qualifier } = readUrlReference(call);
  const { urls } = context.tables;
  if (!urls.find(region, functionName, qualifier ?? LATEST)) {
    throw resourceNotFound("The resource you requested does not exist.");
  }
  urls.remove(region, functionName, qualifier ?? LATEST);
  return emptyResponse(204);
};
