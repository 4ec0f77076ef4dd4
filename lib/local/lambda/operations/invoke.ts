import { emptyResponse } from "../../protocols/rest-json.ts";
import type { AwsResponse } from "../../protocols/service.ts";
import { Constraints } from "../constraints.ts";
import { functionArn } from "../function-arn.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import type { InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import { MAX_ASYNC_BYTES, MAX_SYNC_BYTES, optionalMembers, readPayload } from "../invocation-input.ts";
import { functionNotFound, notSupportedHere } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { findQualified, LATEST } from "../qualified-version.ts";
import { versionToRun } from "../version-to-run.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export const invoke: Operation = async (context, { request, labels }) => {
  const { region, headers } = request;
  const constraints = new Constraints();
  const type =
    constraints.oneOf(headers["x-amz-invocation-type"], "invocationType", ["Event", "RequestResponse", "DryRun"]) ??
    "RequestResponse";
  const logType = constraints.oneOf(headers["x-amz-log-type"], "logType", ["None", "Tail"]);
  constraints.assert();
  if (headers["x-amz-tenant-id"] !== undefined) throw notSupportedHere("TenantId");
  if (headers["x-amz-durable-execution-name"] !== undefined) throw notSupportedHere("DurableExecutionName");

  const { functionName, qualifier } = parseFunctionReference(
    region,
    labels["FunctionName"] ?? "",
    READ_NAME,
    request.query.get("Qualifier"),
  );
  const found = findQualified(context, region, functionName, qualifier);
  if (!found) throw functionNotFound(region, functionName, qualifier ?? LATEST);
  const invocation: InvocationRequest = {
    requestId: request.requestId,
    payload: readPayload(request, type === "Event" ? MAX_ASYNC_BYTES : MAX_SYNC_BYTES),
    invokedFunctionArn: functionArn(region, functionName, qualifier),
    ...optionalMembers(request),
  };
  const version = versionToRun(context, found);
  if (type === "DryRun") return emptyResponse(204);
  if (type === "Event") {
    context.engine.enqueue(version, invocation);
    return emptyResponse(202);
  }
  return invokeResponse(await context.engine.invoke(version, invocation), logType === "Tail");
};

function invokeResponse(result: InvocationResult, withLog: boolean): AwsResponse {
  return {
    status: 200,
    headers: {
      "content-type": "application/json",
      "x-amz-executed-version": result.executedVersion,
      ...(result.functionError === undefined ? {} : { "x-amz-function-error": result.functionError }),
      ...(withLog ? { "x-amz-log-result": Buffer.from(result.logTail).toString("base64") } : {}),
    },
    body: result.payload,
  };
}
