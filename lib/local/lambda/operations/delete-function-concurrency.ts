import { emptyResponse } from "../../protocols/rest-json.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html */
export const deleteFunctionConcurrency: Operation = (context, call) => {
  const { reservedConcurrency, ...rest } = findFunction(context, call, WRITE_NAME);
  if (reservedConcurrency !== undefined) context.store.put(rest);
  return emptyResponse(204);
};
