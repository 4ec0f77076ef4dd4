/** Calls of SQS that the shop makes. */
import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";
import type { SampleQueue } from "./sample-function.ts";
import type { SignedCall } from "./signed-client.ts";

/** Answers the queue that is there if it has the same attributes. */
export function createQueueCall(region: string, { name, attributes }: SampleQueue): SignedCall {
  return sqsCall(region, "CreateQueue", { QueueName: name, Attributes: attributes });
}

export function sendMessageCall(region: string, queueName: string, body: string): SignedCall {
  // Of the URL only account and name count.
  return sqsCall(region, "SendMessage", { QueueUrl: `/${LOCAL_ACCOUNT_ID}/${queueName}`, MessageBody: body });
}

function sqsCall(region: string, operation: string, body: object): SignedCall {
  const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": `AmazonSQS.${operation}` };
  return { service: "sqs", region, method: "POST", path: "/", headers, body };
}
