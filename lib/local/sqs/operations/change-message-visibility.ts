import { runBatch } from "../batch.ts";
import { integer, requiredText, type Members } from "../members.ts";
import { findQueue, type SqsContext, type SqsOperation } from "../operation.ts";
import type { Queue } from "../queue.ts";
import { missingParameter } from "../sqs-error.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html */
export const changeMessageVisibility: SqsOperation = (context, members) => change(context, findQueue(context, members), members);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html */
export const changeMessageVisibilityBatch: SqsOperation = (context, members) => {
  const queue = findQueue(context, members);
  return runBatch(members, (entry) => change(context, queue, entry));
};

function change({ queues }: SqsContext, queue: Queue, members: Members): object {
  const handle = requiredText(members, "ReceiptHandle");
  const seconds = integer(members, "VisibilityTimeout", { min: 0, max: 43_200 });
  if (seconds === undefined) throw missingParameter("VisibilityTimeout");
  queues.changeVisibility(queue, handle, seconds);
  return {};
}
