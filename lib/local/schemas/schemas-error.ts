import type { AwsResponse } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";

export function notFound(what: string): ServiceError {
  return new ServiceError("NotFoundException", 404, `${what} does not exist.`);
}

export function conflict(what: string): ServiceError {
  return new ServiceError("ConflictException", 409, `${what} already exists.`);
}

export function badRequest(message: string): ServiceError {
  return new ServiceError("BadRequestException", 400, message);
}

/** `{"Code", "Message"}`, as this service spells it. */
export function errorAnswer(error: ServiceError): AwsResponse {
  return {
    status: error.status,
    headers: { "content-type": "application/json", "x-amzn-errortype": error.errorType },
    body: JSON.stringify({ Code: error.errorType, Message: error.message }),
  };
}
