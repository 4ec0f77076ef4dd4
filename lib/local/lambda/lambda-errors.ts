/** Lambda's refusals with AWS's literal texts. */
import { ServiceError } from "../protocols/service-error.ts";
import { functionArn } from "./function-arn.ts";

export function functionNotFound(region: string, functionName: string, qualifier?: string): ServiceError {
  return resourceNotFound(`Function not found: ${functionArn(region, functionName, qualifier)}`);
}

export function aliasNotFound(region: string, functionName: string, name: string): ServiceError {
  return resourceNotFound(`Cannot find alias arn: ${functionArn(region, functionName, name)}`);
}

export function resourceNotFound(message: string): ServiceError {
  return new ServiceError("ResourceNotFoundException", 404, message);
}

export function invalidParameter(message: string): ServiceError {
  return new ServiceError("InvalidParameterValueException", 400, message);
}

/** AWS takes it, the local region does not: said plainly instead of dropped silently. */
export function notSupportedHere(member: string): ServiceError {
  return invalidParameter(`The local region does not support ${member} yet.`);
}

export function functionPending(): ServiceError {
  return conflict(
    "The operation cannot be performed at this time. The function is currently in the following state: Pending",
  );
}

export function updateInProgress(region: string, functionName: string): ServiceError {
  return conflict(
    `The operation cannot be performed at this time. An update is in progress for resource: ${functionArn(region, functionName)}`,
  );
}

export function conflict(message: string): ServiceError {
  return new ServiceError("ResourceConflictException", 409, message);
}

export function revisionMismatch(): ServiceError {
  return new ServiceError(
    "PreconditionFailedException",
    412,
    "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id",
  );
}

export function policyRevisionMismatch(): ServiceError {
  return new ServiceError(
    "PreconditionFailedException",
    412,
    "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id",
  );
}
