import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { iamActionOf, mapAwsError } from "./errors";

const context = { service: "lambda", operation: "ListFunctions", resource: "the functions of eu-west-1", region: "eu-west-1" };
const invokeContext = { ...context, operation: "Invoke", resource: "the function checkout" };

function sdkError(name: string, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400, requestId: "request-1" }, ...more });
}

describe("denied access", () => {
  test("names action, resource and principal of AWS's sentence", () => {
    const message =
      "User: arn:aws:sts::123456789012:assumed-role/viewer/anna is not authorized to perform: lambda:ListFunctions on resource: * because no identity-based policy allows the lambda:ListFunctions action";
    const error = mapAwsError(sdkError("AccessDeniedException", message), context);
    expect(error.code).toBe("access_denied");
    expect(error.message).toBe("No permission for lambda:ListFunctions on *.");
    expect(error.details).toMatchObject({ iamAction: "lambda:ListFunctions", iamResource: "*", awsRequestId: "request-1" });
    expect(error.details.hint).toContain("arn:aws:sts::123456789012:assumed-role/viewer/anna");
  });

  test("says that an explicit deny is not cured by an allow", () => {
    const message =
      "User: arn:aws:iam::123456789012:user/a is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:checkout with an explicit deny in a service control policy";
    const error = mapAwsError(sdkError("AccessDeniedException", message), invokeContext);
    expect(error.details.iamResource).toBe("arn:aws:lambda:eu-west-1:123456789012:function:checkout");
    expect(error.details.hint).toContain("service control policy");
  });

  test("falls back to the operation's own action", () => {
    const error = mapAwsError(sdkError("AccessDenied", "Access denied"), { ...context, service: "cloudwatch", operation: "GetMetricData" });
    expect(error.details.iamAction).toBe("cloudwatch:GetMetricData");
    expect(iamActionOf({ service: "lambda", operation: "Invoke" })).toBe("lambda:InvokeFunction");
  });
});

test.each([
  ["ConcurrentInvocationLimitExceeded", "pool"],
  ["FunctionInvocationRateLimitExceeded", "ten requests a second"],
  ["ReservedFunctionConcurrentInvocationLimitExceeded", "reserved concurrency is used up"],
  ["ReservedFunctionInvocationRateLimitExceeded", "reserved concurrency"],
  ["CallerRateLimitExceeded", "faster than AWS allows"],
  ["ConcurrentSnapshotCreateLimitExceeded", "SnapStart"],
])("a 429 for %s says what that means", (Reason, words) => {
  const error = mapAwsError(sdkError("TooManyRequestsException", "Rate Exceeded.", { Reason }), invokeContext);
  expect(error.code).toBe("throttled");
  expect(error.message).toContain(words);
  expect(error.details.data).toEqual({ reason: Reason });
});

test.each([
  ["ThrottlingException", "throttled"],
  ["ExpiredTokenException", "credentials"],
  ["InvalidClientTokenId", "credentials"],
  ["UnrecognizedClientException", "credentials"],
  ["CredentialsProviderError", "credentials"],
  ["ResourceNotFoundException", "not_found"],
  ["ResourceConflictException", "conflict"],
  ["PreconditionFailedException", "revision_conflict"],
  ["RequestTooLargeException", "payload_too_large"],
  ["InvalidRequestContentException", "bad_request"],
  ["InvalidParameterValueException", "bad_request"],
  ["SomethingNewException", "aws_error"],
])("%s is %s", (name, code) => {
  expect(mapAwsError(sdkError(name, "AWS says so"), context).code).toBe(code);
});

test("a name that is taken is not called busy", () => {
  const error = mapAwsError(sdkError("ResourceConflictException", "Alias already exists: arn:aws:lambda:us-east-1:1:function:f:prod"), context);
  expect(error.code).toBe("conflict");
  expect(error.message).toMatch(/^It is there already: Alias already exists/);
});

test("what is not known keeps AWS's words, without secrets", () => {
  const error = mapAwsError(sdkError("KMSAccessDeniedException", "cannot use key for hunter2-value"), { ...context, secrets: ["hunter2-value"] });
  expect(error.message).toBe("ListFunctions failed: cannot use key for •••.");
  expect(JSON.stringify(error.details)).not.toContain("hunter2");
});

describe("a lost connection", () => {
  test.each([
    ["ECONNREFUSED", "unreachable", false],
    ["ENOTFOUND", "unreachable", false],
    ["ECONNRESET", "unreachable", true],
    ["ETIMEDOUT", "timeout", true],
  ])("%s is %s; delivered perhaps: %s", (code, expected, maybeDelivered) => {
    const error = mapAwsError(Object.assign(new Error("connect"), { code }), { ...context, host: "lambda.eu-west-1.amazonaws.com" });
    expect(error.code).toBe(expected);
    expect(error.message).toContain("lambda.eu-west-1.amazonaws.com");
    expect(error.details.data).toEqual({ maybeDelivered });
  });

  test("is found in the parts of a host with two addresses", () => {
    const parts = [Object.assign(new Error("v6"), { code: "ECONNREFUSED", address: "::1", port: 1 })];
    expect(mapAwsError(new AggregateError(parts, ""), context).message).toContain("::1:1");
  });
});

test("an AppError passes as it is, anything else gets a sentence", () => {
  const error = new AppError("conflict", "as it was");
  expect(mapAwsError(error, context)).toBe(error);
  expect(mapAwsError("text", context)).toMatchObject({ code: "aws_error", message: "ListFunctions failed: Error." });
});
