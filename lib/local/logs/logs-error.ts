import { ServiceError } from "../protocols/service-error.ts";

/** CloudWatch Logs answers every fault of the caller's with status 400. */
export function invalidParameter(message: string): ServiceError {
  return new ServiceError("InvalidParameterException", 400, message);
}

export function noSuchGroup(): ServiceError {
  return new ServiceError("ResourceNotFoundException", 400, "The specified log group does not exist.");
}

export function noSuchStream(): ServiceError {
  return new ServiceError("ResourceNotFoundException", 400, "The specified log stream does not exist.");
}

export function alreadyExists(what: "group" | "stream"): ServiceError {
  return new ServiceError("ResourceAlreadyExistsException", 400, `The specified log ${what} already exists`);
}

export function invalidNextToken(): ServiceError {
  return invalidParameter("The specified nextToken is invalid.");
}
