import { ACCOUNT, type EventField, type EventTemplate, FIRST_RECORD, REGION, TIME, TIME_MS } from "./event-template";
import { md5 } from "./md5";

const ORDER = JSON.stringify({ orderId: "o-1001", status: "paid" });
const queueArn = (name: string) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;

function sqs(queue: string, body: string, attributes: object = {}) {
  return {
    Records: [
      {
        messageId: "059f36b4-87a3-44ab-83d2-661975830a7d",
        receiptHandle: "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a8fV1Qm0Z1kYq8rG4nWJ2wQhT7uXc==",
        body,
        attributes: { ApproximateReceiveCount: "1", SentTimestamp: String(TIME_MS), SenderId: "AIDAEXAMPLE1234567890", ApproximateFirstReceiveTimestamp: String(TIME_MS + 22), ...attributes },
        messageAttributes: { source: { stringValue: "checkout", stringListValues: [], binaryListValues: [], dataType: "String" } },
        md5OfBody: md5(body),
        eventSource: "aws:sqs",
        eventSourceARN: queueArn(queue),
        awsRegion: REGION,
      },
    ],
  };
}

const SQS_FIELDS: readonly EventField[] = [
  { label: "Message body", path: [...FIRST_RECORD, "body"], also: [{ path: [...FIRST_RECORD, "md5OfBody"], from: md5 }] },
  { label: "Queue ARN", path: [...FIRST_RECORD, "eventSourceARN"] },
  { label: "Message group", path: [...FIRST_RECORD, "attributes", "MessageGroupId"] },
  { label: "Times received", path: [...FIRST_RECORD, "attributes", "ApproximateReceiveCount"] },
];
const SQS_MARKS = [[[...FIRST_RECORD, "eventSource"], "aws:sqs"]] as const;

const twoMessages = {
  Records: [...sqs("orders", ORDER).Records, ...sqs("orders", JSON.stringify({ orderId: "o-1002", status: "paid" })).Records.map((record) => ({ ...record, messageId: "2e1424d4-f796-459a-8184-9c92662be6da" }))],
};

/** Capital first letters, and `SigningCertUrl`, are SNS's own. */
function sns(topic: string, subject: string | null, message: string) {
  return {
    Records: [
      {
        EventSource: "aws:sns",
        EventVersion: "1.0",
        EventSubscriptionArn: `arn:aws:sns:${REGION}:${ACCOUNT}:${topic}:21be56ed-a058-49f5-8c98-aedd2564c486`,
        Sns: {
          Type: "Notification",
          MessageId: "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
          TopicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:${topic}`,
          Subject: subject,
          Message: message,
          Timestamp: TIME,
          SignatureVersion: "1",
          Signature: "tcc6faL2yUC6dgZdmrwh1Y4cGa/ebXEkAi6RibDsvpi+tE/1+82j65r==",
          SigningCertUrl: `https://sns.${REGION}.amazonaws.com/SimpleNotificationService-ac565b8b1a6c5d002d285f9598aa1d9b.pem`,
          UnsubscribeUrl: `https://sns.${REGION}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:${REGION}:${ACCOUNT}:${topic}:21be56ed-a058-49f5-8c98-aedd2564c486`,
          MessageAttributes: { warehouse: { Type: "String", Value: "berlin" } },
        },
      },
    ],
  };
}

export const SNS_FIELDS: readonly EventField[] = [
  { label: "Message", path: [...FIRST_RECORD, "Sns", "Message"] },
  { label: "Subject", path: [...FIRST_RECORD, "Sns", "Subject"] },
  { label: "Topic ARN", path: [...FIRST_RECORD, "Sns", "TopicArn"] },
];
export const SNS_MARKS = [[[...FIRST_RECORD, "EventSource"], "aws:sns"]] as const;
export const snsNotification = sns;

export const QUEUE_TEMPLATES: readonly EventTemplate[] = [
  { id: "sqs", group: "Queues and topics", label: "SQS", name: "sqs-message", payload: sqs("orders", ORDER), marks: SQS_MARKS, fields: SQS_FIELDS },
  { id: "sqs-batch", group: "Queues and topics", label: "SQS, batch of two", name: "sqs-batch", payload: twoMessages, marks: SQS_MARKS, fields: SQS_FIELDS },
  {
    id: "sqs-fifo",
    group: "Queues and topics",
    label: "SQS FIFO",
    name: "sqs-fifo-message",
    payload: sqs("orders.fifo", ORDER, { SequenceNumber: "18849496460467696128", MessageGroupId: "customer-42", MessageDeduplicationId: "o-1001-paid" }),
    marks: SQS_MARKS,
    fields: SQS_FIELDS,
  },
  { id: "sns", group: "Queues and topics", label: "SNS", name: "sns-notification", payload: sns("stock-changes", "Stock changed", JSON.stringify({ sku: "MUG-BLUE", quantity: 12 })), marks: SNS_MARKS, fields: SNS_FIELDS },
];
