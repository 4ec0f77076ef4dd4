/** What functions receive from queues. https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
import { attributesMd5, type MessageAttributes } from "../../sqs/message-attributes.ts";
import { md5Of, systemAttributes, type ReceivedMessage } from "../../sqs/message.ts";
import { queueArn, type Queue } from "../../sqs/queue.ts";
import type { FilterPattern } from "./filter-pattern.ts";

/** One of the event's `Records`. */
export function sqsRecord(message: ReceivedMessage, queue: Queue): object {
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: recordAttributes(message.attributes),
    md5OfMessageAttributes: attributesMd5(message.attributes) ?? null,
    md5OfBody: md5Of(message.body),
    eventSource: "aws:sqs",
    eventSourceARN: queueArn(queue.region, queue.name),
    awsRegion: queue.region,
  };
}

function recordAttributes(attributes: MessageAttributes): object {
  const entries = Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
    name,
    {
      ...(StringValue === undefined ? {} : { stringValue: StringValue }),
      ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
      dataType: DataType,
    },
  ]);
  return Object.fromEntries(entries) as object;
}

/** Filters see a JSON body as what it stands for, any other as text. Any one of `filters` will do. */
export function passesFilters(message: ReceivedMessage, queue: Queue, filters: readonly FilterPattern[]): boolean {
  if (filters.length === 0) return true;
  const record = { ...sqsRecord(message, queue), body: parsedBody(message.body) };
  return filters.some((filter) => filter(record));
}

function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
