import type { Queue } from "../queue.ts";
import { integer, text, type Members } from "../members.ts";
import { findQueue, queueUrl, type SqsContext, type SqsOperation } from "../operation.ts";
import { queueArn } from "../queue.ts";
import { settingsOf } from "../queue-attributes.ts";

const MAX_RESULTS = 1_000;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html */
export const listQueues: SqsOperation = (context, members) => {
  const prefix = text(members, "QueueNamePrefix") ?? "";
  const found = context.queues.list(context.region).filter(({ name }) => name.startsWith(prefix));
  const { urls, nextToken } = page(context, members, found);
  return { ...(urls.length === 0 ? {} : { QueueUrls: urls }), ...nextToken };
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html */
export const listDeadLetterSourceQueues: SqsOperation = (context, members) => {
  const queue = findQueue(context, members);
  const arn = queueArn(queue.region, queue.name);
  const sources = context.queues.list(context.region).filter((other) => settingsOf(other).redrive?.deadLetterTargetArn === arn);
  const { urls, nextToken } = page(context, members, sources);
  return { queueUrls: urls, ...nextToken };
};

/** The token is the last name of the page. Without `MaxResults` AWS answers up to 1,000 and no token. */
function page(context: SqsContext, members: Members, queues: readonly Queue[]): { urls: string[]; nextToken: { NextToken?: string } } {
  const maxResults = integer(members, "MaxResults", { min: 1, max: MAX_RESULTS });
  const after = Buffer.from(text(members, "NextToken") ?? "", "base64").toString();
  const rest = queues.filter(({ name }) => name > after);
  const shown = rest.slice(0, maxResults ?? MAX_RESULTS);
  const last = shown.at(-1);
  const hasMore = maxResults !== undefined && last !== undefined && rest.length > shown.length;
  return {
    urls: shown.map((queue) => queueUrl(context, queue)),
    nextToken: hasMore ? { NextToken: Buffer.from(last.name).toString("base64") } : {},
  };
}
