import { texts, textMap } from "../members.ts";
import { findQueue, type SqsOperation } from "../operation.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html */
export const tagQueue: SqsOperation = (context, members) => {
  const queue = findQueue(context, members);
  context.queues.setTags(queue, { ...queue.tags, ...textMap(members, "Tags") });
  return {};
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_UntagQueue.html */
export const untagQueue: SqsOperation = (context, members) => {
  const queue = findQueue(context, members);
  const removed = new Set(texts(members, "TagKeys"));
  context.queues.setTags(queue, Object.fromEntries(Object.entries(queue.tags).filter(([key]) => !removed.has(key))));
  return {};
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueueTags.html */
export const listQueueTags: SqsOperation = (context, members) => {
  const { tags } = findQueue(context, members);
  return Object.keys(tags).length === 0 ? {} : { Tags: tags };
};
