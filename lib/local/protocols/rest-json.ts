/** Answers in REST-JSON 1, as Lambda writes them. https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
import type { AwsResponse } from "./service.ts";
import { ServiceError } from "./service-error.ts";

/** Lambda spells the member `Message` in these and `message` in all others. */
const CAPITAL_MESSAGE = new Set(["ResourceNotFoundException", "ServiceException", "AccessDeniedException"]);
/** Raised in front of the service: their body has no `Type`. */
const WITHOUT_TYPE = new Set([
  "AccessDeniedException",
  "ValidationException",
  "UnknownOperationException",
  "SerializationException",
  "RequestEntityTooLargeException",
  "MissingAuthenticationTokenException",
  "IncompleteSignatureException",
  "InvalidSignatureException",
  "UnrecognizedClientException",
  "InternalFailure",
]);

export function restJsonResponse(status: number, body: object): AwsResponse {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

export function emptyResponse(status: number, headers: Record<string, string> = {}): AwsResponse {
  return { status, headers, body: "" };
}

export function restJsonErrorResponse(error: ServiceError): AwsResponse {
  const type = error.status >= 500 ? "Service" : "User";
  const body = {
    ...(WITHOUT_TYPE.has(error.errorType) ? {} : { Type: type }),
    [CAPITAL_MESSAGE.has(error.errorType) ? "Message" : "message"]: error.message,
    ...error.members,
  };
  return {
    status: error.status,
    headers: { "content-type": "application/json", "x-amzn-errortype": error.errorType, ...error.headers },
    body: JSON.stringify(body),
  };
}

/** Body of a REST-JSON request; an empty one is `{}`. Throws `SerializationException` 400. */
export function restJsonBody(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw new ServiceError("SerializationException", 400, "Could not parse the request body as JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ServiceError("SerializationException", 400, "Start of structure or map found where not expected.");
  }
  return value as Record<string, unknown>;
}
