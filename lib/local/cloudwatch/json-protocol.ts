import { jsonErrorResponse, jsonResponse } from "../protocols/aws-json.ts";
import type { AwsRequest, AwsResponse } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";
import { queryCodeOf } from "./cloudwatch-error.ts";

/** AWS-JSON 1.0: times are epoch seconds, maps objects. */
export function jsonAnswer(request: AwsRequest, result: object): AwsResponse {
  return jsonResponse(request, jsonOf(result) as object, "1.0");
}

/** Beside the exception's name in `__type` the header carries the code that the Query protocol would. */
export function jsonError(request: AwsRequest, error: ServiceError): AwsResponse {
  const fault = error.status >= 500 ? "Receiver" : "Sender";
  const { status, message } = error;
  const qualified = new ServiceError(`com.amazonaws.cloudwatch.v2010_08_01#${error.errorType}`, status, message, {
    headers: { ...error.headers, "x-amzn-query-error": `${queryCodeOf(error)};${fault}` },
  });
  return jsonErrorResponse(request, qualified, "1.0");
}

function jsonOf(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value instanceof Map) return Object.fromEntries(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonOf(item)]));
}
