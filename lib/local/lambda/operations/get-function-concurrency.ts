import { restJsonResponse } from "../../protocols/rest-json.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";

/** `{}` when nothing is reserved. https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html */
export const getFunctionConcurrency: Operation = (context, call) => {
  const { reservedConcurrency } = findFunction(context, call, WRITE_NAME);
  const answer = reservedConcurrency === undefined ? {} : { ReservedConcurrentExecutions: reservedConcurrency };
  return restJsonResponse(200, answer);
};
