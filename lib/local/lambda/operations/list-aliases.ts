import { restJsonResponse } from "../../protocols/rest-json.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";
import { readPageSize } from "../page.ts";

const LARGEST_PAGE = 50;

/** Nothing creates aliases here. https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html */
export const listAliases: Operation = (context, call) => {
  readPageSize(call.request.query, LARGEST_PAGE);
  findFunction(context, call, WRITE_NAME);
  return restJsonResponse(200, { Aliases: [] });
};
