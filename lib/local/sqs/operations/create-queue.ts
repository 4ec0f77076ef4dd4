import { requiredText, textMap } from "../members.ts";
import { queueUrl, type SqsOperation } from "../operation.ts";
import { readAttributes, shownAttributes } from "../queue-attributes.ts";
import { invalidParameter, queueNameExists, unsupportedHere } from "../sqs-error.ts";

const NAME = /^[\w-]{1,80}$/;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const createQueue: SqsOperation = (context, members) => {
  const { queues, region } = context;
  const name = requiredText(members, "QueueName");
  if (name.endsWith(".fifo")) throw unsupportedHere("FIFO queues");
  if (!NAME.test(name)) throw invalidParameter("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
  const attributes = readAttributes(textMap(members, "Attributes"));
  const existing = queues.find(region, name);
  if (existing) {
    const shown = shownAttributes(existing);
    const different = Object.entries(attributes).find(([attribute, value]) => (shown[attribute] ?? "") !== value);
    if (different) throw queueNameExists(different[0]);
    return { QueueUrl: queueUrl(context, existing) };
  }
  return { QueueUrl: queueUrl(context, queues.create(region, name, attributes, textMap(members, "tags"))) };
};
