import { jsonBody, jsonErrorResponse, jsonResponse, targetOperation } from "../protocols/aws-json.ts";
import { queryErrorResponse } from "../protocols/query-error.ts";
import type { AwsRequest, AwsResponse, ServiceHandler } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";
import type { Members } from "./members.ts";
import type { SqsOperation } from "./operation.ts";
import { changeMessageVisibility, changeMessageVisibilityBatch } from "./operations/change-message-visibility.ts";
import { createQueue } from "./operations/create-queue.ts";
import { deleteMessage, deleteMessageBatch } from "./operations/delete-message.ts";
import { deleteQueue, purgeQueue } from "./operations/delete-queue.ts";
import { getQueueUrl } from "./operations/get-queue-url.ts";
import { listDeadLetterSourceQueues, listQueues } from "./operations/list-queues.ts";
import { getQueueAttributes, setQueueAttributes } from "./operations/queue-attributes.ts";
import { listQueueTags, tagQueue, untagQueue } from "./operations/queue-tags.ts";
import { receiveMessage } from "./operations/receive-message.ts";
import { sendMessage, sendMessageBatch } from "./operations/send-message.ts";
import { formAnswer, formMembers } from "./query-form.ts";
import type { Queues } from "./queues.ts";
import { SqsError } from "./sqs-error.ts";

const OPERATIONS = new Map<string, SqsOperation>(
  Object.entries({
    ChangeMessageVisibility: changeMessageVisibility,
    ChangeMessageVisibilityBatch: changeMessageVisibilityBatch,
    CreateQueue: createQueue,
    DeleteMessage: deleteMessage,
    DeleteMessageBatch: deleteMessageBatch,
    DeleteQueue: deleteQueue,
    GetQueueAttributes: getQueueAttributes,
    GetQueueUrl: getQueueUrl,
    ListDeadLetterSourceQueues: listDeadLetterSourceQueues,
    ListQueueTags: listQueueTags,
    ListQueues: listQueues,
    PurgeQueue: purgeQueue,
    ReceiveMessage: receiveMessage,
    SendMessage: sendMessage,
    SendMessageBatch: sendMessageBatch,
    SetQueueAttributes: setQueueAttributes,
    TagQueue: tagQueue,
    UntagQueue: untagQueue,
  }),
);

/** SQS over AWS-JSON 1.0 (today's clients) and Query/XML (those before 2024). */
export function createSqsService(queues: Queues): ServiceHandler {
  const run = async (request: AwsRequest, name: string, members: Members): Promise<object> => {
    const operation = OPERATIONS.get(name);
    if (!operation) throw new ServiceError("InvalidAction", 400, `The local region does not support ${name || "this request"} of SQS.`);
    const origin = `http://${request.headers.host ?? ""}`;
    return operation({ queues, region: request.region, origin, signal: request.signal }, members);
  };
  return async (request) => (request.headers["x-amz-target"] === undefined ? answerForm(request, run) : answerJson(request, run));
}

type Run = (request: AwsRequest, operation: string, members: Members) => Promise<object>;

async function answerJson(request: AwsRequest, run: Run): Promise<AwsResponse> {
  try {
    return jsonResponse(request, await run(request, targetOperation(request, "AmazonSQS") ?? "", jsonBody(request)), "1.0");
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const code = error instanceof SqsError ? error.queryCode : error.errorType;
    // Clients that grew up with the Query protocol know errors by its codes.
    const headers = { ...error.headers, "x-amzn-query-error": `${code};${error.status >= 500 ? "Receiver" : "Sender"}` };
    const qualified = new ServiceError(`com.amazonaws.sqs#${error.errorType}`, error.status, error.message, { headers });
    return jsonErrorResponse(request, qualified, "1.0");
  }
}

async function answerForm(request: AwsRequest, run: Run): Promise<AwsResponse> {
  try {
    const { operation, members } = formMembers(request);
    return formAnswer(request, operation, await run(request, operation, members));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const code = error instanceof SqsError ? error.queryCode : error.errorType;
    return queryErrorResponse(request.requestId, new ServiceError(code, error.status, error.message));
  }
}
