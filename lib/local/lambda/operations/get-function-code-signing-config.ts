import { restJsonResponse } from "../../protocols/rest-json.ts";
import { findVersion } from "../function-lookup.ts";
import { READ_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";

/** Always AWS's answer for none. https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html */
export const getFunctionCodeSigningConfig: Operation = (context, call) => {
  findVersion(context, call, READ_NAME);
  return restJsonResponse(200, {});
};
