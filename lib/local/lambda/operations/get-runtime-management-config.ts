import { restJsonResponse } from "../../protocols/rest-json.ts";
import { findVersion } from "../function-lookup.ts";
import { READ_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";
import { describeRuntimeManagement } from "../runtime-management.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetRuntimeManagementConfig.html */
export const getRuntimeManagementConfig: Operation = (context, call) =>
  restJsonResponse(200, describeRuntimeManagement(findVersion(context, call, READ_NAME)));
