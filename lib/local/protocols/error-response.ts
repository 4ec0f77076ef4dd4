/** Errors that no service answered (signature, size, bug), in the protocol that the caller speaks. */
import type { IncomingHttpHeaders } from "node:http";
import { queryErrorResponse } from "./query-error.ts";
import { restJsonErrorResponse } from "./rest-json.ts";
import type { AwsResponse } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import { querySignatureError } from "./signature-v4.ts";

export function errorResponse(
  request: { headers: IncomingHttpHeaders; requestId: string },
  cause: unknown,
): AwsResponse {
  const error = cause instanceof ServiceError ? cause : internalFailure();
  if ((request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded")) {
    return queryErrorResponse(request.requestId, querySignatureError(error));
  }
  if (request.headers["x-amz-target"] !== undefined) return awsJsonError(error);
  return restJsonErrorResponse(error);
}

function awsJsonError(error: ServiceError): AwsResponse {
  return {
    status: error.status,
    headers: { "content-type": "application/x-amz-json-1.1", ...error.headers },
    body: JSON.stringify({ __type: error.errorType, message: error.message, ...error.members }),
  };
}

function internalFailure(): ServiceError {
  return new ServiceError(
    "InternalFailure",
    500,
    "The request processing has failed because of an unknown error, exception or failure.",
  );
}
