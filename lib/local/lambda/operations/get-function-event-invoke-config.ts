import { emptyResponse, restJsonResponse } from "../../protocols/rest-json.ts";
import { describeConfig } from "../async/event-invoke-config.ts";
import { assertTargetExists, findConfig, readTarget } from "../async/event-invoke-target.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";
import { LATEST } from "../qualified-version.ts";

const LARGEST_PAGE = 50;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html */
export const getFunctionEventInvokeConfig: Operation = (context, call) =>
  restJsonResponse(200, describeConfig(findConfig(context, readTarget(call))));

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionEventInvokeConfig.html */
export const deleteFunctionEventInvokeConfig: Operation = (context, call) => {
  const { region, functionName, qualifier } = findConfig(context, readTarget(call));
  context.tables.eventInvokeConfigs.remove(region, functionName, qualifier);
  return emptyResponse(204);
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html */
export const listFunctionEventInvokeConfigs: Operation = (context, call) => {
  const { region, functionName } = readTarget(call);
  assertTargetExists(context, { region, functionName, qualifier: LATEST });
  const { query } = call.request;
  const sorted = context.tables.eventInvokeConfigs.list(region, functionName).sort((a, b) => (a.qualifier < b.qualifier ? -1 : 1));
  const page = pageOf(sorted, ({ qualifier }) => qualifier, query.get("Marker"), readPageSize(query, LARGEST_PAGE));
  return restJsonResponse(200, {
    FunctionEventInvokeConfigs: page.items.map(describeConfig),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
