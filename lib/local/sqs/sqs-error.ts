/** Refusals of SQS with AWS's texts. Clients of the Query protocol know them by `queryCode`. */
import { ServiceError } from "../protocols/service-error.ts";

export class SqsError extends ServiceError {
  /** For instance `AWS.SimpleQueueService.NonExistentQueue`. */
  readonly queryCode: string;

  constructor(errorType: string, message: string, queryCode = errorType) {
    super(errorType, 400, message);
    this.queryCode = queryCode;
  }
}

export function queueDoesNotExist(): SqsError {
  return new SqsError("QueueDoesNotExist", "The specified queue does not exist.", "AWS.SimpleQueueService.NonExistentQueue");
}

export function queueNameExists(attribute: string): SqsError {
  const message = `A queue already exists with the same name and a different value for attribute ${attribute}`;
  return new SqsError("QueueNameExists", message, "QueueAlreadyExists");
}

export function missingParameter(name: string): SqsError {
  return new SqsError("MissingRequiredParameterException", `The request must contain the parameter ${name}.`, "MissingParameter");
}

export function invalidParameter(message: string): SqsError {
  return new SqsError("InvalidParameterValueException", message, "InvalidParameterValue");
}

/** A number out of its range, as ReceiveMessage and its kin say it. */
export function outOfRange(name: string, value: unknown, range: { min: number; max: number }): SqsError {
  return invalidParameter(`Value ${String(value)} for parameter ${name} is invalid. Reason: Must be between ${range.min} and ${range.max}, if provided.`);
}

export function unknownAttribute(name: string): SqsError {
  return new SqsError("InvalidAttributeName", `Unknown Attribute ${name}.`);
}

export function invalidAttributeValue(name: string): SqsError {
  return new SqsError("InvalidAttributeValue", `Invalid value for the parameter ${name}.`);
}

export function invalidReceiptHandle(handle: string): SqsError {
  return new SqsError("ReceiptHandleIsInvalid", `The input receipt handle "${handle}" is not a valid receipt handle.`);
}

/** AWS takes it, the local region does not. */
export function unsupportedHere(what: string): SqsError {
  return new SqsError("UnsupportedOperation", `The local region does not support ${what} yet.`, "AWS.SimpleQueueService.UnsupportedOperation");
}
