import { emptyResponse } from "../../protocols/rest-json.ts";
import type { AwsResponse } from "../../protocols/service.ts";
import { Constraints } from "../constraints.ts";
import { functionArn } from "../function-arn.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import type { InvocationResult } from "../invocation-engine.ts";
import { MAX_SYNC_BYTES, optionalMembers, readPayload } from "../invocation-input.ts";
import { functionNotFound, notSupportedHere } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { findQualified, LATEST } from "../qualified-version.ts";
import { eventFrame } from "../streaming/event-stream.ts";
import { ResponseStream } from "../streaming/response-stream.ts";
import { versionToRun } from "../version-to-run.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html */
export const invokeWithResponseStream: Operation = async (context, { request, labels }) => {
  const { region, headers, query, requestId } = request;
  const constraints = new Constraints();
  const type = constraints.oneOf(headers["x-amz-invocation-type"], "invocationType", ["RequestResponse", "DryRun"]);
  const logType = constraints.oneOf(headers["x-amz-log-type"], "logType", ["None", "Tail"]);
  constraints.assert();
  if (headers["x-amz-tenant-id"] !== undefined) throw notSupportedHere("TenantId");

  const reference = parseFunctionReference(region, labels["FunctionName"] ?? "", READ_NAME, query.get("Qualifier"));
  const { functionName, qualifier } = reference;
  const found = findQualified(context, region, functionName, qualifier);
  if (!found) throw functionNotFound(region, functionName, qualifier ?? LATEST);
  const payload = readPayload(request, MAX_SYNC_BYTES);
  const invokedFunctionArn = functionArn(region, functionName, qualifier);
  const version = versionToRun(context, found);
  if (type === "DryRun") return emptyResponse(204);

  const responseStream = new ResponseStream();
  const invocation = { requestId, payload, invokedFunctionArn, ...optionalMembers(request), responseStream };
  const result = context.engine.invoke(version, invocation).finally(() => responseStream.end());
  // A function that was not run at all is an ordinary error; one that has begun to answer is not.
  await Promise.race([responseStream.begun, result]);
  return streamedResponse(version.version, responseStream, result, logType === "Tail");
};

function streamedResponse(executedVersion: string, responseStream: ResponseStream, result: Promise<InvocationResult>, withLog: boolean): AwsResponse {
  return {
    status: 200,
    headers: { "content-type": "application/vnd.amazon.eventstream", "x-amz-executed-version": executedVersion },
    body: "",
    stream: frames(responseStream, result, withLog),
  };
}

async function* frames(responseStream: ResponseStream, running: Promise<InvocationResult>, withLog: boolean): AsyncGenerator<Buffer> {
  for await (const piece of responseStream.pieces()) yield payloadChunk(piece);
  const result = await running;
  const failed = result.functionError !== undefined;
  // A function that does not stream answers in one piece.
  if (!failed && result.payload.length > 0) yield payloadChunk(result.payload);
  const complete = {
    ...(failed ? { ErrorCode: result.functionError, ErrorDetails: result.payload.toString("utf8") } : {}),
    ...(withLog ? { LogResult: Buffer.from(result.logTail).toString("base64") } : {}),
  };
  yield eventFrame("InvokeComplete", "application/json", Buffer.from(JSON.stringify(complete)));
}

function payloadChunk(piece: Buffer): Buffer {
  return eventFrame("PayloadChunk", "application/octet-stream", piece);
}
