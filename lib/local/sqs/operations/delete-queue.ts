import { findQueue, type SqsOperation } from "../operation.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html */
export const deleteQueue: SqsOperation = (context, members) => {
  context.queues.remove(findQueue(context, members));
  return {};
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html */
export const purgeQueue: SqsOperation = (context, members) => {
  context.queues.purge(findQueue(context, members));
  return {};
};
