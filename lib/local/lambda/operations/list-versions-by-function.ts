import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeListed } from "../function-description.ts";
import { findFunction } from "../function-lookup.ts";
import { READ_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";
import { readPageSize } from "../page.ts";

const LARGEST_PAGE = 50;

/** Nothing publishes versions here: `$LATEST` is all. https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
export const listVersionsByFunction: Operation = (context, call) => {
  readPageSize(call.request.query, LARGEST_PAGE);
  const record = findFunction(context, call, READ_NAME);
  return restJsonResponse(200, { Versions: [describeListed(record, "$LATEST")] });
};
