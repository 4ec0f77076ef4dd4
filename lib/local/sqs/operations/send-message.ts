import { batchEntries, runBatch } from "../batch.ts";
import { attributesMd5, attributesSizeBytes, readMessageAttributes } from "../message-attributes.ts";
import { md5Of } from "../message.ts";
import { integer, requiredText, text, type Members } from "../members.ts";
import { findQueue, OWN_SENDER_ID, type SqsContext, type SqsOperation } from "../operation.ts";
import type { Queue } from "../queue.ts";
import { SqsError } from "../sqs-error.ts";

const MAX_BATCH_BYTES = 1_048_576;
/** What XML 1.0 has no way to write. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
export const sendMessage: SqsOperation = (context, members) => send(context, findQueue(context, members), members);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
export const sendMessageBatch: SqsOperation = (context, members) => {
  const queue = findQueue(context, members);
  const sizeBytes = batchEntries(members).reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (sizeBytes > MAX_BATCH_BYTES) {
    const message = `Batch requests cannot be longer than ${MAX_BATCH_BYTES} bytes. You have sent ${sizeBytes} bytes.`;
    throw new SqsError("BatchRequestTooLong", message, "AWS.SimpleQueueService.BatchRequestTooLong");
  }
  return runBatch(members, (entry) => send(context, queue, entry));
};

function send({ queues }: SqsContext, queue: Queue, members: Members): object {
  const body = requiredText(members, "MessageBody");
  if (FORBIDDEN.test(body)) {
    const message = "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF";
    throw new SqsError("InvalidMessageContents", message);
  }
  const attributes = readMessageAttributes(members["MessageAttributes"]);
  const delaySeconds = integer(members, "DelaySeconds", { min: 0, max: 900 });
  const traceHeader = traceHeaderOf(members["MessageSystemAttributes"]);
  const sent = queues.send(queue, {
    body,
    attributes,
    senderId: OWN_SENDER_ID,
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
    ...(traceHeader === undefined ? {} : { traceHeader }),
  });
  const attributesDigest = attributesMd5(attributes);
  return {
    MessageId: sent.messageId,
    MD5OfMessageBody: md5Of(body),
    ...(attributesDigest === undefined ? {} : { MD5OfMessageAttributes: attributesDigest }),
  };
}

function traceHeaderOf(systemAttributes: unknown): string | undefined {
  return readMessageAttributes(systemAttributes)["AWSTraceHeader"]?.StringValue;
}

function sizeOf(entry: Members): number {
  return Buffer.byteLength(text(entry, "MessageBody") ?? "") + attributesSizeBytes(readMessageAttributes(entry["MessageAttributes"]));
}
