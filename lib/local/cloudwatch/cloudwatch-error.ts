import { ServiceError } from "../protocols/service-error.ts";

/** Name of the exception in the model to the error code of the Query protocol, where they differ. */
const QUERY_CODES: Readonly<Record<string, string>> = {
  InvalidParameterValueException: "InvalidParameterValue",
  InvalidParameterCombinationException: "InvalidParameterCombination",
  MissingRequiredParameterException: "MissingParameter",
  ValidationException: "ValidationError",
  UnknownOperationException: "InvalidAction",
};

/** The code that XML answers and the header `x-amzn-query-error` carry. */
export function queryCodeOf(error: ServiceError): string {
  return QUERY_CODES[error.errorType] ?? error.errorType;
}

/** What does not even fit the model, or an expression that cannot be computed. */
export function validationError(message: string): ServiceError {
  return new ServiceError("ValidationException", 400, message);
}

/** AWS's text for a member that breaks its constraint; `name` begins with a small letter there. */
export function constraintError(value: string | number | null, name: string, rule: string): ServiceError {
  const shown = value === null ? "null" : `'${value}'`;
  return validationError(
    `1 validation error detected: Value ${shown} at '${name}' failed to satisfy constraint: ${rule}`,
  );
}

export function invalidValue(message: string): ServiceError {
  return new ServiceError("InvalidParameterValueException", 400, message);
}

export function invalidCombination(message: string): ServiceError {
  return new ServiceError("InvalidParameterCombinationException", 400, message);
}

export function missingParameter(message: string): ServiceError {
  return new ServiceError("MissingRequiredParameterException", 400, message);
}

export function invalidNextToken(): ServiceError {
  return new ServiceError("InvalidNextToken", 400, "Invalid nextToken");
}
