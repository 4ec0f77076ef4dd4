/** Answers in AWS-JSON 1.0 and 1.1. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
import type { AwsRequest, AwsResponse } from "./service.ts";
import { ServiceError } from "./service-error.ts";

export type AwsJsonVersion = "1.0" | "1.1";

/** Operation in `x-amz-target: <prefix>.<Operation>`; `undefined` for another or no target. */
export function targetOperation(request: AwsRequest, prefix: string): string | undefined {
  const target = request.headers["x-amz-target"];
  if (typeof target !== "string" || !target.startsWith(`${prefix}.`)) return undefined;
  return target.slice(prefix.length + 1);
}

/** The request's body as an object; throws `SerializationException` 400. */
export function jsonBody(request: AwsRequest): Record<string, unknown> {
  if (request.body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString("utf8"));
  } catch {
    throw new ServiceError("SerializationException", 400, "Could not parse the request body as JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ServiceError("SerializationException", 400, "Start of structure or map found where not expected.");
  }
  return value as Record<string, unknown>;
}

export function jsonResponse(request: AwsRequest, body: object, version: AwsJsonVersion): AwsResponse {
  return respond(request, 200, JSON.stringify(body), version, {});
}

export function jsonErrorResponse(request: AwsRequest, error: ServiceError, version: AwsJsonVersion): AwsResponse {
  const body = JSON.stringify({ __type: error.errorType, message: error.message, ...error.members });
  return respond(request, error.status, body, version, error.headers);
}

function respond(
  request: AwsRequest,
  status: number,
  body: string,
  version: AwsJsonVersion,
  headers: Readonly<Record<string, string>>,
): AwsResponse {
  return {
    status,
    headers: {
      "content-type": `application/x-amz-json-${version}`,
      "x-amzn-requestid": request.requestId,
      ...headers,
    },
    body,
  };
}
