import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeUrl } from "../function-url-description.ts";
import { readUrlReference } from "../function-url-input.ts";
import { resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";

const LARGEST_PAGE = 50;

/** The function's own, then its aliases' by name. https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionUrlConfigs.html */
export const listFunctionUrlConfigs: Operation = (context, call) => {
  const { region, query } = call.request;
  const pageSize = readPageSize(query, LARGEST_PAGE);
  const { functionName } = readUrlReference(call);
  if (!context.store.find(region, functionName)) throw resourceNotFound("Function does not exist");
  const records = context.tables.urls.list(region, functionName).sort((a, b) => ((a.alias ?? "") < (b.alias ?? "") ? -1 : 1));
  const page = pageOf(records, ({ alias = "" }) => alias, query.get("Marker"), pageSize);
  return restJsonResponse(200, {
    FunctionUrlConfigs: page.items.map((record) => describeUrl(record, context.urlLocation(record))),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
