import { restJsonResponse } from "../../protocols/rest-json.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";
import { readPageSize } from "../page.ts";

const LARGEST_PAGE = 100;

/** Nothing creates mappings here. https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html */
export const listEventSourceMappings: Operation = (_context, { request }) => {
  readPageSize(request.query, LARGEST_PAGE);
  const functionName = request.query.get("FunctionName");
  if (functionName !== null) parseFunctionReference(request.region, functionName, READ_NAME);
  return restJsonResponse(200, { EventSourceMappings: [] });
};
