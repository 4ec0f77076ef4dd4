import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { outcomeOfFailure, readInvokeAnswer, readStreamAnswer, throttleReasonOf } from "./run-outcome";

const ID = "79b5e81f-9cdd-4145-b1f6-7c50ef8a2a36";
const tail = (rest: string) => `START RequestId: ${ID} Version: $LATEST\nEND RequestId: ${ID}\nREPORT RequestId: ${ID}\tDuration: 3.00 ms\tBilled Duration: 3 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB\t${rest}\n`;

describe("answers", () => {
  test("success keeps the response as it came and reads the report", () => {
    const end = readInvokeAnswer({ statusCode: 200, payload: '{"errorType":"not an error"}', logTail: tail(""), requestId: ID });
    expect(end).toMatchObject({ outcome: "success", response: '{"errorType":"not an error"}', report: { durationMs: 3 } });
    expect(end.errorType).toBeUndefined();
  });

  test("a function error", () => {
    const payload = '{"errorType":"ValueError","errorMessage":"no stock","stackTrace":[]}';
    expect(readInvokeAnswer({ statusCode: 200, payload, functionError: "Unhandled" })).toMatchObject({
      outcome: "function_error",
      errorType: "ValueError",
      errorMessage: "no stock",
      response: payload,
    });
  });

  test.each([
    { payload: `{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: ${ID} Error: Task timed out after 3.00 seconds"}`, logTail: "" },
    { payload: `{"errorMessage":"2024-03-04T17:22:38.033Z ${ID} Task timed out after 3.00 seconds"}`, logTail: "" },
    { payload: "{}", logTail: tail("Status: timeout") },
  ])("a timeout: $payload", ({ payload, logTail }) => {
    expect(readInvokeAnswer({ statusCode: 200, payload, functionError: "Unhandled", logTail, requestId: ID }).outcome).toBe("timeout");
  });

  test("a response that only speaks of a timeout is a success", () => {
    expect(readInvokeAnswer({ statusCode: 200, payload: '{"errorMessage":"Task timed out after 3.00 seconds"}' }).outcome).toBe("success");
  });

  test.each([
    [202, "accepted"],
    [204, "dry_run_ok"],
  ])("%i is %s", (statusCode, outcome) => {
    expect(readInvokeAnswer({ statusCode, payload: "" })).toEqual({ outcome });
  });

  test.each(["", "not json", "null", '{"errorType":7}'])("an error document of another form: %j", (payload) => {
    const end = readInvokeAnswer({ statusCode: 200, payload, functionError: "Handled" });
    expect(end.outcome).toBe("function_error");
    expect(end.errorType).toBeUndefined();
  });
});

describe("streams", () => {
  test.each([
    ["its end", { complete: true, logTail: tail("") }, { outcome: "success", response: "so far", report: { durationMs: 3 } }],
    ["an error amid it", { complete: true, errorCode: "Runtime.TruncatedResponse", errorDetails: '{"errorType":"RangeError","errorMessage":"too far"}' }, { outcome: "function_error", errorType: "RangeError", errorMessage: "too far", response: "so far" }],
    ["an error without a document", { complete: true, errorCode: "Runtime.StreamError", errorDetails: "broke" }, { outcome: "function_error", errorType: "Runtime.StreamError", errorMessage: "broke" }],
    ["a timeout", { complete: true, errorCode: "Sandbox.Timedout", errorDetails: "Task timed out after 3.00 seconds" }, { outcome: "timeout" }],
    ["no end", { complete: false }, { outcome: "unknown", response: "so far", problem: expect.stringContaining("broke off") }],
  ])("%s", (_name, end, expected) => {
    expect(readStreamAnswer({ requestId: ID, ...end }, "so far")).toMatchObject(expected);
  });
});

describe("failures", () => {
  const network = (code: "unreachable" | "timeout", maybeDelivered?: boolean) => new AppError(code, "", { data: { maybeDelivered } });
  const answered = (awsErrorName: string) => new AppError("aws_error", "", { awsErrorName, awsRequestId: ID });

  test.each([
    { error: new AppError("throttled", ""), outcome: "not_run" },
    { error: new AppError("access_denied", ""), outcome: "not_run" },
    { error: new AppError("not_found", ""), outcome: "not_run" },
    { error: answered("InvalidZipFileException"), outcome: "not_run" },
    { error: answered("ServiceException"), outcome: "unknown" },
    { error: new AppError("aws_error", "", { awsErrorName: "AbortError" }), outcome: "unknown" },
    { error: new AppError("internal", ""), outcome: "unknown" },
    { error: network("unreachable", false), outcome: "not_run" },
    { error: network("unreachable", true), outcome: "unknown" },
    { error: network("timeout", true), outcome: "unknown" },
    { error: network("timeout"), outcome: "unknown" },
  ])("$error.code $error.details: $outcome", ({ error, outcome }) => {
    expect(outcomeOfFailure(error)).toBe(outcome);
  });

  test("the reason of a throttle", () => {
    const data = { reason: "ReservedFunctionConcurrentInvocationLimitExceeded" };
    expect(throttleReasonOf(new AppError("throttled", "", { data }))).toBe(data.reason);
    expect(throttleReasonOf(new AppError("throttled", ""))).toBeUndefined();
  });
});
