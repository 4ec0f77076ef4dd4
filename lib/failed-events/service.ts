import "server-only";
import { getDelivery } from "@/lib/aws/lambda-delivery";
import { listEventSourceMappings } from "@/lib/aws/lambda-event-sources";
import { getRedriveTarget, peekMessages } from "@/lib/aws/sqs";
import type { AwsTarget } from "@/lib/aws/target";
import { requireMode } from "@/lib/connections/service";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import type { FailureQueue, FailureQueueList, PeekedMessage } from "./schema";

/** Messages shown of a queue. */
const PEEK_MAX = 50;

/** Where the failed events of a function end, as far as the permissions reach: its dead-letter queue, its on-failure destinations, and the dead-letter queues of the queues that it reads. */
export async function listFailureQueues(place: FunctionPlace): Promise<FailureQueueList> {
  const target = targetOf(place);
  const problems: FailureQueueList["problems"] = [];
  const attempt = async <T>(act: Promise<T>): Promise<T | undefined> => {
    try {
      return await act;
    } catch (error) {
      if (!isAppError(error)) throw error;
      problems.push({ message: error.message, iamAction: error.details.iamAction });
      return undefined;
    }
  };
  const [delivery, mappings = []] = await Promise.all([attempt(getDelivery(target, place.functionName, "$LATEST")), attempt(listEventSourceMappings(target, place.functionName))]);
  const sources = mappings.flatMap(({ sourceArn }) => (sourceArn && isQueue(sourceArn) ? [sourceArn] : []));
  const redrives = await Promise.all(sources.map(async (sourceArn) => ({ sourceArn, arn: await attempt(getRedriveTarget(target, sourceArn)) })));
  const destinations = [delivery?.onFailure, ...mappings.map(({ onFailureArn }) => onFailureArn)].filter((arn) => arn !== undefined);
  const found: FailureQueue[] = [
    ...(delivery?.deadLetter ? [{ arn: delivery.deadLetter, kind: "dead_letter" as const }] : []),
    ...destinations.map((arn) => ({ arn, kind: "on_failure" as const })),
    ...redrives.flatMap(({ arn, sourceArn }) => (arn ? [{ arn, kind: "source" as const, sourceArn }] : [])),
  ];
  const distinct = [...new Map(found.map((queue) => [`${queue.kind} ${queue.arn}`, queue])).values()];
  return { queues: distinct.filter(({ arn }) => isQueue(arn)), others: distinct.filter(({ arn }) => !isQueue(arn)).map(({ arn }) => arn), problems };
}

/**
 * Looks at the messages of one of the function's own failure queues; nothing is taken out, but each look raises the messages'
 * receive count, so mode `invoke` is asked for. Any other queue is refused.
 */
export async function peekFailures(place: FunctionPlace, queueArn: string): Promise<{ messages: PeekedMessage[] }> {
  await requireMode(place.connection, "invoke");
  const { queues } = await listFailureQueues(place);
  if (!queues.some(({ arn }) => arn === queueArn)) throw new AppError("bad_request", "Failed events of this function do not end in that queue.", { hint: "Its configuration may have changed: reload the page." });
  return { messages: await peekMessages(targetOf(place), queueArn, PEEK_MAX) };
}

function isQueue(arn: string): boolean {
  return arn.split(":")[2] === "sqs";
}

function targetOf({ connection, region }: FunctionPlace): AwsTarget {
  return { connectionId: connection, region };
}
