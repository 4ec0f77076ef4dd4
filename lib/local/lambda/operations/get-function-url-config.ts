import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeUrl } from "../function-url-description.ts";
import { readUrlReference } from "../function-url-input.ts";
import { resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { LATEST } from "../qualified-version.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html */
export const getFunctionUrlConfig: Operation = (context, call) => {
  const { functionName, qualifier } = readUrlReference(call);
  const record = context.tables.urls.find(call.request.region, functionName, qualifier ?? LATEST);
  if (!record) throw resourceNotFound("The resource you requested does not exist.");
  return restJsonResponse(200, describeUrl(record, context.urlLocation(record)));
};
