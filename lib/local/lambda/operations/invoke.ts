import { emptyResponse } from "../../protocols/rest-json.ts";
import type { AwsRequest, AwsResponse } from "../../protocols/service.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import { utf8Text } from "../../protocols/utf8-text.ts";
import { Constraints } from "../constraints.ts";
import { functionArn } from "../function-arn.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import type { InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import { functionNotFound, functionPending, notSupportedHere } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";

const MAX_SYNC_BYTES = 6_291_456;
const MAX_ASYNC_BYTES = 1_048_576;
const MAX_CLIENT_CONTEXT_LENGTH = 3_583;
const EMPTY_EVENT = Buffer.from("{}");

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
  const record = context.store.find(region, functionName);
  if (!record || (qualifier !== undefined && qualifier !== "$LATEST")) {
    throw functionNotFound(region, functionName, qualifier ?? "$LATEST");
  }
  const invocation: InvocationRequest = {
    requestId: request.requestId,
    payload: readPayload(request, type === "Event" ? MAX_ASYNC_BYTES : MAX_SYNC_BYTES),
    invokedFunctionArn: functionArn(region, functionName, qualifier),
    ...optionalMembers(request),
  };
  if (record.state === "Pending") throw functionPending();
  const version = context.versionOf(record);
  if (type === "DryRun") return emptyResponse(204);
  if (type === "Event") {
    context.engine.enqueue(version, invocation);
    return emptyResponse(202);
  }
  return invokeResponse(await context.engine.invoke(version, invocation), logType === "Tail");
};

function readPayload({ body }: AwsRequest, maxBytes: number): Buffer {
  if (body.length === 0) return EMPTY_EVENT;
  if (body.length > maxBytes) {
    throw new ServiceError(
      "RequestTooLargeException",
      413,
      `Request must be smaller than ${maxBytes} bytes for the InvokeFunction operation`,
    );
  }
  try {
    JSON.parse(utf8Text(body));
  } catch (error) {
    throw invalidContent(
      `Could not parse request body into json: Could not parse payload into json: ${(error as SyntaxError).message}`,
    );
  }
  return body;
}

function optionalMembers({ headers }: AwsRequest): Pick<InvocationRequest, "clientContext" | "traceId"> {
  const members: Pick<InvocationRequest, "clientContext" | "traceId"> = {};
  const encoded = headers["x-amz-client-context"];
  if (typeof encoded === "string" && encoded !== "") members.clientContext = readClientContext(encoded);
  const traceId = headers["x-amzn-trace-id"];
  if (typeof traceId === "string") members.traceId = traceId;
  return members;
}

function readClientContext(encoded: string): string {
  if (encoded.length > MAX_CLIENT_CONTEXT_LENGTH) {
    throw invalidContent(`Client context must be no more than ${MAX_CLIENT_CONTEXT_LENGTH} bytes when base64-encoded.`);
  }
  const text = Buffer.from(encoded, "base64").toString("utf8");
  try {
    JSON.parse(text);
  } catch {
    throw invalidContent("Client context must be a valid Base64-encoded JSON object.");
  }
  return text;
}

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

function invalidContent(message: string): ServiceError {
  return new ServiceError("InvalidRequestContentException", 400, message);
}
