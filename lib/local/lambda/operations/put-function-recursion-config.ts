import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html */
export const putFunctionRecursionConfig: Operation = (context, call) => {
  const value = restJsonBody(call.request.body)["RecursiveLoop"];
  const constraints = new Constraints();
  const recursiveLoop = constraints.oneOf(value, "recursiveLoop", ["Allow", "Terminate"]) ?? "Terminate";
  if (value == null) constraints.failNull("recursiveLoop");
  constraints.assert();
  context.store.put({ ...findFunction(context, call, WRITE_NAME), recursiveLoop });
  return restJsonResponse(200, { RecursiveLoop: recursiveLoop });
};
