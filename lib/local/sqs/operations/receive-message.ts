import { attributesMd5, chosenAttributes } from "../message-attributes.ts";
import { md5Of, systemAttributes, type ReceivedMessage } from "../message.ts";
import { integer, texts, type Members } from "../members.ts";
import { findQueue, type SqsOperation } from "../operation.ts";
import { settingsOf } from "../queue-attributes.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
export const receiveMessage: SqsOperation = async (context, members) => {
  const queue = findQueue(context, members);
  const max = integer(members, "MaxNumberOfMessages", { min: 1, max: 10 }) ?? 1;
  const visibilityTimeoutSeconds = integer(members, "VisibilityTimeout", { min: 0, max: 43_200 });
  const waitSeconds = integer(members, "WaitTimeSeconds", { min: 0, max: 20 }) ?? settingsOf(queue).waitTimeSeconds;
  const options = visibilityTimeoutSeconds === undefined ? { max } : { max, visibilityTimeoutSeconds };
  const received = await context.queues.receiveWithin(queue, options, waitSeconds * 1_000, context.signal);
  return received.length === 0 ? {} : { Messages: received.map((message) => describe(message, members)) };
};

function describe(message: ReceivedMessage, members: Members): object {
  // `AttributeNames` is the older name of the same member.
  const wanted = [...texts(members, "AttributeNames"), ...texts(members, "MessageSystemAttributeNames")];
  const system = Object.entries(systemAttributes(message)).filter(([name]) => wanted.includes("All") || wanted.includes(name));
  const attributes = chosenAttributes(message.attributes, texts(members, "MessageAttributeNames"));
  const digest = attributesMd5(attributes);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: md5Of(message.body),
    Body: message.body,
    ...(system.length === 0 ? {} : { Attributes: Object.fromEntries(system) }),
    ...(digest === undefined ? {} : { MD5OfMessageAttributes: digest, MessageAttributes: attributes }),
  };
}
