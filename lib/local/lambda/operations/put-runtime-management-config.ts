import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { findVersion } from "../function-lookup.ts";
import { READ_NAME } from "../function-reference.ts";
import { invalidParameter } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { LATEST } from "../qualified-version.ts";
import { describeRuntimeManagement } from "../runtime-management.ts";

const RUNTIME_VERSION_ARN =
  "arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}::runtime:.+";

/** Kept and shown: the machine's own interpreters run. https://docs.aws.amazon.com/lambda/latest/api/API_PutRuntimeManagementConfig.html */
export const putRuntimeManagementConfig: Operation = (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const updateRuntimeOn = constraints.oneOf(body["UpdateRuntimeOn"], "updateRuntimeOn", ["Auto", "FunctionUpdate", "Manual"]);
  const runtimeVersionArn = constraints.text(body["RuntimeVersionArn"], "runtimeVersionArn", { pattern: RUNTIME_VERSION_ARN });
  if (body["UpdateRuntimeOn"] == null) constraints.failNull("updateRuntimeOn");
  constraints.assert();
  if (updateRuntimeOn === "Manual" && runtimeVersionArn === undefined) {
    throw invalidParameter("A RuntimeVersionArn must be provided when UpdateRuntimeOn is set to Manual.");
  }
  if (updateRuntimeOn !== "Manual" && runtimeVersionArn !== undefined) {
    throw invalidParameter("A RuntimeVersionArn can only be provided when UpdateRuntimeOn is set to Manual.");
  }
  const found = findVersion(context, call, READ_NAME);
  const { function: owner, version } = found;
  const runtimeManagement = {
    updateRuntimeOn: updateRuntimeOn ?? "Auto",
    ...(runtimeVersionArn === undefined ? {} : { runtimeVersionArn }),
  };
  if (version.version === LATEST) context.store.put({ ...owner, runtimeManagement });
  else context.tables.versions.put(owner.region, owner.functionName, version.version, { ...version, runtimeManagement });
  return restJsonResponse(200, describeRuntimeManagement({ ...found, version: { ...version, runtimeManagement } }));
};
