import { LOCAL_ACCOUNT_ID } from "../../../local-contract.ts";
import { requiredText, text } from "../members.ts";
import { queueUrl, type SqsOperation } from "../operation.ts";
import { queueDoesNotExist } from "../sqs-error.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
export const getQueueUrl: SqsOperation = (context, members) => {
  const account = text(members, "QueueOwnerAWSAccountId") ?? LOCAL_ACCOUNT_ID;
  const queue = context.queues.find(context.region, requiredText(members, "QueueName"));
  if (!queue || account !== LOCAL_ACCOUNT_ID) throw queueDoesNotExist();
  return { QueueUrl: queueUrl(context, queue) };
};
