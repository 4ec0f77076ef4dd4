import { expect, test } from "vitest";
import { matchReceipt } from "./receipt-match";

const ID = "b5f1c0de-0000-4000-8000-000000000001";
const record = (requestId: string) => JSON.stringify({ version: "1.0", requestContext: { requestId, condition: "RetriesExhausted", approximateInvokeCount: 3 }, requestPayload: {} });

test.each([
  ["an on-failure record", { body: record(ID), messageAttributes: {} }, { condition: "RetriesExhausted" }],
  ["a dead letter", { body: '{"raise_error":1}', messageAttributes: { RequestID: ID, ErrorCode: "200" } }, {}],
  ["another run's record", { body: record("other"), messageAttributes: {} }, undefined],
  ["another run's dead letter", { body: "{}", messageAttributes: { RequestID: "other" } }, undefined],
  ["an event that only names it", { body: JSON.stringify({ note: ID }), messageAttributes: {} }, undefined],
  ["no JSON", { body: `see ${ID}`, messageAttributes: {} }, undefined],
])("%s", (_name, message, expected) => {
  expect(matchReceipt(message, ID)).toEqual(expected);
});
