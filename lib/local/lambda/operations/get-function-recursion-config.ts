import { restJsonResponse } from "../../protocols/rest-json.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionRecursionConfig.html */
export const getFunctionRecursionConfig: Operation = (context, call) => {
  const { recursiveLoop = "Terminate" } = findFunction(context, call, WRITE_NAME);
  return restJsonResponse(200, { RecursiveLoop: recursiveLoop });
};
