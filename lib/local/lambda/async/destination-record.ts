/**
 * What destinations receive, and what dead-letter queues do.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
import type { MessageAttributes } from "../../sqs/message-attributes.ts";
import type { AsyncOutcome } from "./async-outcome.ts";

const MAX_ERROR_MESSAGE_BYTES = 1_024;

/** JSON text of the invocation record, version 1.0. Payloads stand in it byte for byte. */
export function destinationRecord(outcome: AsyncOutcome, nowMs: number): string {
  const { requestId, functionArn, condition, invokeCount, payload, response } = outcome;
  const members = [
    member("version", "1.0"),
    member("timestamp", new Date(nowMs).toISOString()),
    member("requestContext", { requestId, functionArn, condition, approximateInvokeCount: invokeCount }),
    `"requestPayload":${jsonText(payload)}`,
  ];
  if (response) {
    const { executedVersion, functionError } = response;
    members.push(
      member("responseContext", { statusCode: 200, executedVersion, ...(functionError === undefined ? {} : { functionError }) }),
      `"responsePayload":${jsonText(response.payload)}`,
    );
  }
  return `{${members.join(",")}}`;
}

/** Attributes of the message in a dead-letter queue; its body is the event itself. */
export function deadLetterAttributes({ requestId, response }: AsyncOutcome): MessageAttributes {
  const message = response ? errorMessageOf(response.payload) : "Rate Exceeded.";
  return {
    RequestID: { DataType: "String", StringValue: requestId },
    ErrorCode: { DataType: "Number", StringValue: response ? "200" : "429" },
    // SQS refuses an attribute without content.
    ...(message === "" ? {} : { ErrorMessage: { DataType: "String", StringValue: message } }),
  };
}

function member(name: string, value: unknown): string {
  return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
}

/** A streamed answer may be anything: then it is a JSON string. */
function jsonText(payload: Buffer): string {
  const text = payload.toString("utf8");
  return parse(text) === undefined ? JSON.stringify(text) : text;
}

/** The first kilobyte, at whole characters. */
function errorMessageOf(payload: Buffer): string {
  const message = (parse(payload.toString("utf8")) as { errorMessage?: unknown } | null | undefined)?.errorMessage;
  if (typeof message !== "string") return "";
  let bytes = 0;
  let end = 0;
  for (const character of message) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_ERROR_MESSAGE_BYTES) break;
    end += character.length;
  }
  return message.slice(0, end);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
