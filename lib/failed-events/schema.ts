import { z } from "zod";

/** A queue in which failed events of a function end. */
export const failureQueueSchema = z.object({
  arn: z.string(),
  /** `source`: of the queue that the function reads, so its messages are not events but records' bodies. */
  kind: z.enum(["dead_letter", "on_failure", "source"]),
  /** The queue that the function reads, with `source`. */
  sourceArn: z.string().optional(),
});
export type FailureQueue = z.infer<typeof failureQueueSchema>;

/** GET …/functions/[region]/[name]/failed-events */
export const failureQueueListSchema = z.object({
  queues: z.array(failureQueueSchema),
  /** Destinations that keep nothing to read: topics, buses, functions, buckets. */
  others: z.array(z.string()),
  /** What could not be read, with the missing permission. */
  problems: z.array(z.object({ message: z.string(), iamAction: z.string().optional() })),
});
export type FailureQueueList = z.infer<typeof failureQueueListSchema>;

/** POST …/failed-events: looks into one of these queues. */
export const peekRequestSchema = z.object({ queueArn: z.string().regex(/^arn:[\w-]+:sqs:[\w-]+:\d{12}:[\w.-]+$/, "This is not the ARN of an SQS queue.") });

export const peekedMessageSchema = z.object({
  messageId: z.string(),
  body: z.string(),
  attributes: z.record(z.string(), z.string()),
  messageAttributes: z.record(z.string(), z.string()),
});
export const peekedMessageListSchema = z.object({ messages: z.array(peekedMessageSchema) });
export type PeekedMessage = z.infer<typeof peekedMessageSchema>;
