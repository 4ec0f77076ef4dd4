import { expect, test } from "vitest";
import { eventOfMessage, findFailedEvent } from "./failure-event";

const EVENT = { orderId: "o-1001" };
/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const RECORD = {
  version: "1.0",
  timestamp: "2026-11-14T18:16:05.568Z",
  requestContext: { requestId: "e4b46cbf-b738-xmpl-8880-a18cdf61200e", functionArn: "arn:aws:lambda:us-east-2:123456789012:function:my-function:$LATEST", condition: "RetriesExhausted", approximateInvokeCount: 3 },
  requestPayload: EVENT,
  responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
  responsePayload: { errorType: "TypeError", errorMessage: "basket is empty" },
};
const FOUND = { event: EVENT, reason: "RetriesExhausted: basket is empty", requestId: "e4b46cbf-b738-xmpl-8880-a18cdf61200e" };
const DEAD = { RequestID: "8f507cfc-xmpl-4697-b07a-ac58fc914c95", ErrorCode: "200", ErrorMessage: "Task timed out after 3.00 seconds" };

test.each<[string, string, object]>([
  ["an on-failure record", JSON.stringify(RECORD), FOUND],
  ["the record on an event bus", JSON.stringify({ version: "0", "detail-type": "Lambda Function Invocation Result - Failure", source: "lambda", detail: RECORD }), FOUND],
  ["the record through a topic", JSON.stringify({ Type: "Notification", TopicArn: "arn:aws:sns:us-east-1:123456789012:failed", Message: JSON.stringify(RECORD) }), FOUND],
  ["what receive-message prints", JSON.stringify({ Messages: [{ MessageId: "m", ReceiptHandle: "r", Body: JSON.stringify(EVENT), MessageAttributes: { ErrorMessage: { StringValue: "boom", DataType: "String" }, RequestID: { StringValue: "r-1", DataType: "String" } } }] }), { event: EVENT, reason: "boom", requestId: "r-1" }],
  ["a line of the text format", `2026-11-13T15:08:50.123Z\t8f507cfc-xmpl\tERROR\tfailed with [3] {"orderId":"o-1001"}`, { event: EVENT, source: "a log line" }],
  ["a line of the JSON format", JSON.stringify({ timestamp: "2026-11-13T15:08:50.123Z", level: "ERROR", requestId: "r-2", message: EVENT }), { event: EVENT, requestId: "r-2" }],
  ["a line of the JSON format with text", JSON.stringify({ timestamp: "2026-11-13T15:08:50.123Z", level: "INFO", requestId: "r-2", message: 'got {"orderId":"o-1001"} today' }), { event: EVENT }],
  ["an event as it is", JSON.stringify(EVENT), { event: EVENT, source: "JSON" }],
  ["brackets in texts", 'x {"a":"} ] {","b":[1]} y', { event: { a: "} ] {", b: [1] } }],
  ["the longer of two", 'a {"x":1} b {"longer":[1,2,3]}', { event: { longer: [1, 2, 3] } }],
])("%s", (_what, text, found) => {
  expect(findFailedEvent(text)).toMatchObject(found);
});

test.each<[string, RegExp]>([
  ["  ", /nothing to read/],
  ["2026-11-13 ERROR { orderId: 'o-1001' }", /no JSON in this text/],
  ["{".repeat(5_000), /no JSON in this text/],
  [JSON.stringify({ requestContext: { requestId: "r", functionArn: "arn" }, version: "1.0", KinesisBatchInfo: { shardId: "shardId-000000000001" } }), /does not hold its data/],
])("%j has none, and says why", (text, problem) => {
  expect(findFailedEvent(text)).toEqual({ problem: expect.stringMatching(problem) });
});

test("a dead-letter queue's message is the event, with why it failed", () => {
  expect(eventOfMessage({ body: JSON.stringify(EVENT), messageAttributes: DEAD })).toEqual({ event: EVENT, source: "a dead-letter queue's message", reason: DEAD.ErrorMessage, requestId: DEAD.RequestID });
  expect(eventOfMessage({ body: JSON.stringify(RECORD) })).toMatchObject(FOUND);
  expect(eventOfMessage({ body: "hello" })).toHaveProperty("problem");
});

test("a message of the queue that the function reads comes back within SQS's records, without its receipt handle", () => {
  const sourceArn = "arn:aws:sqs:us-east-1:123456789012:orders";
  const found = eventOfMessage({ messageId: "m-1", body: "hello", attributes: { ApproximateReceiveCount: "4" }, messageAttributes: { trace: "t" } }, { sourceArn, region: "us-east-1" });
  expect(found).toMatchObject({
    event: { Records: [{ messageId: "m-1", body: "hello", receiptHandle: "not-a-real-receipt-handle", eventSource: "aws:sqs", eventSourceARN: sourceArn, attributes: { ApproximateReceiveCount: "4" }, messageAttributes: { trace: { stringValue: "t", dataType: "String" } } }] },
  });
});
