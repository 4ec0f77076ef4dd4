import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { describeUpdatedUrl } from "../function-url-description.ts";
import { readUrlMembers, readUrlReference } from "../function-url-input.ts";
import type { FunctionUrlRecord } from "../function-url-record.ts";
import { resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { findQualified, LATEST } from "../qualified-version.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionUrlConfig.html */
export const updateFunctionUrlConfig: Operation = (context, call) => {
  const { region } = call.request;
  const constraints = new Constraints();
  const { cors, ...members } = readUrlMembers(restJsonBody(call.request.body), constraints);
  constraints.assert();
  const { functionName, qualifier } = readUrlReference(call);
  if (!findQualified(context, region, functionName, qualifier)) throw resourceNotFound("Function does not exist");
  const record = context.tables.urls.find(region, functionName, qualifier ?? LATEST);
  if (!record) throw resourceNotFound("The resource you requested does not exist.");

  const { cors: before, ...rest } = record;
  const next = cors ?? before;
  const updated: FunctionUrlRecord = {
    ...rest,
    ...members,
    ...(next && Object.keys(next).length > 0 ? { cors: next } : {}),
    modifiedMs: context.clock.now(),
  };
  context.tables.urls.put(region, functionName, qualifier ?? LATEST, updated);
  return restJsonResponse(200, describeUpdatedUrl(updated, context.urlLocation(updated)));
};
