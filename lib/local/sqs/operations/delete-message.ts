import { runBatch } from "../batch.ts";
import { requiredText } from "../members.ts";
import { findQueue, type SqsOperation } from "../operation.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html */
export const deleteMessage: SqsOperation = (context, members) => {
  context.queues.delete(findQueue(context, members), requiredText(members, "ReceiptHandle"));
  return {};
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html */
export const deleteMessageBatch: SqsOperation = (context, members) => {
  const queue = findQueue(context, members);
  return runBatch(members, (entry) => {
    context.queues.delete(queue, requiredText(entry, "ReceiptHandle"));
    return {};
  });
};
