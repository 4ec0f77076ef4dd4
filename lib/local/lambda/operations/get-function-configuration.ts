import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeRead } from "../function-description.ts";
import { findVersion } from "../function-lookup.ts";
import { READ_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export const getFunctionConfiguration: Operation = (context, call) => {
  const { version, qualifier } = findVersion(context, call, READ_NAME);
  return restJsonResponse(200, describeRead(version, qualifier));
};
