import { texts, textMap } from "../members.ts";
import { findQueue, type SqsOperation } from "../operation.ts";
import { queueArn } from "../queue.ts";
import { readAttributes, shownAttributes } from "../queue-attributes.ts";
import { unknownAttribute } from "../sqs-error.ts";

/** Not shown unless they were set. */
const OPTIONAL = new Set(["RedrivePolicy", "RedriveAllowPolicy", "Policy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds"]);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export const getQueueAttributes: SqsOperation = (context, members) => {
  const queue = findQueue(context, members);
  const wanted = texts(members, "AttributeNames");
  if (wanted.length === 0) return {};
  const { visible, inFlight, delayed } = context.queues.counts(queue);
  const all: Record<string, string> = {
    QueueArn: queueArn(queue.region, queue.name),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    CreatedTimestamp: String(Math.floor(queue.createdMs / 1_000)),
    LastModifiedTimestamp: String(Math.floor(queue.modifiedMs / 1_000)),
    ...shownAttributes(queue),
  };
  if (wanted.includes("All")) return { Attributes: all };
  const unknown = wanted.find((name) => !(name in all) && !OPTIONAL.has(name));
  if (unknown !== undefined) throw unknownAttribute(unknown);
  return { Attributes: Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name))) };
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export const setQueueAttributes: SqsOperation = (context, members) => {
  context.queues.setAttributes(findQueue(context, members), readAttributes(textMap(members, "Attributes")));
  return {};
};
