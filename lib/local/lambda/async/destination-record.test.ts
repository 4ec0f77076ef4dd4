import { describe, expect, it } from "vitest";
import type { AsyncOutcome } from "./async-outcome.ts";
import { deadLetterAttributes, destinationRecord } from "./destination-record.ts";

const functionArn = "arn:aws:lambda:us-east-1:000000000000:function:probe:$LATEST";
const outcome = (members: Partial<AsyncOutcome>): AsyncOutcome => ({
  requestId: "r-1",
  region: "us-east-1",
  functionName: "probe",
  functionArn,
  payload: Buffer.from('{"raise_error":1}'),
  condition: "RetriesExhausted",
  invokeCount: 3,
  ...members,
});
const failed = (document: string) => ({ payload: Buffer.from(document), functionError: "Unhandled" as const, executedVersion: "$LATEST" });

describe("a destination record", () => {
  it("has AWS's members after a failure", () => {
    const text = destinationRecord(outcome({ response: failed('{"errorMessage":"no","errorType":"Exception"}') }), 0);
    expect(JSON.parse(text)).toEqual({
      version: "1.0",
      timestamp: "1970-01-01T00:00:00.000Z",
      requestContext: { requestId: "r-1", functionArn, condition: "RetriesExhausted", approximateInvokeCount: 3 },
      requestPayload: { raise_error: 1 },
      responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
      responsePayload: { errorMessage: "no", errorType: "Exception" },
    });
  });

  it("has no response when the function never ran", () => {
    const record = JSON.parse(destinationRecord(outcome({ condition: "ZeroReservedConcurrency", invokeCount: 0 }), 0)) as object;
    expect(Object.keys(record)).toEqual(["version", "timestamp", "requestContext", "requestPayload"]);
  });

  it("keeps numbers that JavaScript would round, and text that is no JSON", () => {
    const response = { payload: Buffer.from("once upon"), executedVersion: "1" };
    const text = destinationRecord(outcome({ payload: Buffer.from('{"id":12345678901234567890}'), condition: "Success", response }), 0);
    expect(text).toContain('"requestPayload":{"id":12345678901234567890}');
    expect(text).toContain('"responsePayload":"once upon"');
  });
});

describe("attributes of a dead letter", () => {
  it("name request, status and message", () => {
    expect(deadLetterAttributes(outcome({ response: failed('{"errorMessage":"Test exception (this is intentional)"}') }))).toEqual({
      RequestID: { DataType: "String", StringValue: "r-1" },
      ErrorCode: { DataType: "Number", StringValue: "200" },
      ErrorMessage: { DataType: "String", StringValue: "Test exception (this is intentional)" },
    });
  });

  it.each([
    ["x".repeat(1_025), 1_024],
    ["é".repeat(513), 1_024],
    ["€".repeat(400), 1_023],
  ])("cut the message to a kilobyte of whole characters", (errorMessage, bytes) => {
    const { ErrorMessage } = deadLetterAttributes(outcome({ response: failed(JSON.stringify({ errorMessage })) }));
    expect(Buffer.byteLength(ErrorMessage?.StringValue ?? "")).toBe(bytes);
  });

  it("tell a throttle from an error", () => {
    expect(deadLetterAttributes(outcome({}))["ErrorCode"]?.StringValue).toBe("429");
    expect(deadLetterAttributes(outcome({ response: failed("[]") }))).not.toHaveProperty("ErrorMessage");
  });
});
