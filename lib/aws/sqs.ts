import "server-only";
import { GetQueueAttributesCommand, GetQueueUrlCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { callAws } from "./call";
import { type AwsTarget, sqsClient } from "./clients";

export interface ReceivedMessage {
  messageId: string;
  body: string;
  attributes: Record<string, string>;
  messageAttributes: Record<string, string>;
}

/** SQS answers at most so many at a time. */
const BATCH = 10;

/**
 * Looks at messages without taking them: they stay visible to everybody, in no promised order, and each look raises their
 * receive count. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export async function peekMessages(target: AwsTarget, queueArn: string, maxMessages: number): Promise<ReceivedMessage[]> {
  const client = await sqsClient(target);
  const url = await getQueueUrl(target, queueArn);
  const call = { target, service: "sqs", operation: "ReceiveMessage", resource: `the queue ${nameOf(queueArn)}` } as const;
  const found = new Map<string, ReceivedMessage>();
  // Two looks that bring nothing new: what there is was seen, as far as one can know.
  for (let idle = 0; idle < 2 && found.size < maxMessages; ) {
    const command = new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: BATCH, VisibilityTimeout: 0, WaitTimeSeconds: 1, MessageSystemAttributeNames: ["All"], MessageAttributeNames: ["All"] });
    const { Messages = [] } = await callAws(call, (abortSignal) => client.send(command, { abortSignal }));
    const before = found.size;
    for (const { MessageId = "", Body = "", Attributes = {}, MessageAttributes = {} } of Messages) {
      const messageAttributes = Object.fromEntries(Object.entries(MessageAttributes).map(([name, { StringValue = "" }]) => [name, StringValue]));
      found.set(MessageId, { messageId: MessageId, body: Body, attributes: { ...Attributes }, messageAttributes });
    }
    if (Messages.length === 0) break;
    idle = found.size === before ? idle + 1 : 0;
  }
  return [...found.values()].slice(0, maxMessages);
}

/** Where a queue puts what was received too often; undefined when nowhere. */
export async function getRedriveTarget(target: AwsTarget, queueArn: string): Promise<string | undefined> {
  const client = await sqsClient(target);
  const url = await getQueueUrl(target, queueArn);
  const call = { target, service: "sqs", operation: "GetQueueAttributes", resource: `the queue ${nameOf(queueArn)}` } as const;
  const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["RedrivePolicy"] });
  const { Attributes } = await callAws(call, (abortSignal) => client.send(command, { abortSignal }));
  return deadLetterArn(Attributes?.RedrivePolicy);
}

async function getQueueUrl(target: AwsTarget, queueArn: string): Promise<string> {
  const client = await sqsClient(target);
  const call = { target, service: "sqs", operation: "GetQueueUrl", resource: `the queue ${nameOf(queueArn)}` } as const;
  const command = new GetQueueUrlCommand({ QueueName: nameOf(queueArn), QueueOwnerAWSAccountId: queueArn.split(":")[4] });
  const { QueueUrl } = await callAws(call, (abortSignal) => client.send(command, { abortSignal }));
  return QueueUrl ?? "";
}

function deadLetterArn(policy: string | undefined): string | undefined {
  try {
    const { deadLetterTargetArn } = JSON.parse(policy ?? "{}") as { deadLetterTargetArn?: unknown };
    return typeof deadLetterTargetArn === "string" ? deadLetterTargetArn : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(arn: string): string {
  return arn.split(":").at(-1) ?? arn;
}
