import { createHash } from "node:crypto";
import type { MessageAttributes } from "./message-attributes.ts";

/** A message as a sender gives it. */
export interface NewMessage {
  body: string;
  attributes?: MessageAttributes;
  /** 0 to 900; the queue's own delay when absent. */
  delaySeconds?: number;
  /** User or role session, for instance `AIDA…`. */
  senderId: string;
  /** X-Ray header. */
  traceHeader?: string;
}

/** A message in its queue. Times are epoch milliseconds. */
export interface Message {
  rowId: number;
  messageId: string;
  body: string;
  attributes: MessageAttributes;
  senderId: string;
  traceHeader?: string;
  /** Set once it was moved to a dead-letter queue: the queue it came from. */
  sourceQueueArn?: string;
  sentMs: number;
  visibleMs: number;
  firstReceivedMs?: number;
  receiveCount: number;
}

/** A message that was handed out until its visibility timeout. */
export interface ReceivedMessage extends Message {
  receiptHandle: string;
}

export function md5Of(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

/** The `Attributes` of a received message, all of them. */
export function systemAttributes(message: ReceivedMessage): Record<string, string> {
  return {
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedMs ?? message.sentMs),
    ApproximateReceiveCount: String(message.receiveCount),
    SenderId: message.senderId,
    SentTimestamp: String(message.sentMs),
    ...(message.traceHeader === undefined ? {} : { AWSTraceHeader: message.traceHeader }),
    ...(message.sourceQueueArn === undefined ? {} : { DeadLetterQueueSourceArn: message.sourceQueueArn }),
  };
}
