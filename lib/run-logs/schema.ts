import { z } from "zod";

/** One execution of an event, as the log shows it. An asynchronous event may have three, all under one request id. */
export const attemptSchema = z.object({
  startedAtMs: z.number(),
  endedAtMs: z.number().optional(),
  version: z.string().optional(),
  logStream: z.string(),
  /** `running`: the log has its START and no REPORT yet. */
  ended: z.enum(["running", "success", "error", "timeout"]),
  errorType: z.string().optional(),
  durationMs: z.number().optional(),
  billedDurationMs: z.number().optional(),
  /** Present = cold start. */
  initDurationMs: z.number().optional(),
  memoryMb: z.number().optional(),
  maxMemoryUsedMb: z.number().optional(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** Where the function's asynchronous events go afterwards, and how often they are tried. */
export const deliverySchema = z.object({
  onSuccess: z.string().optional(),
  onFailure: z.string().optional(),
  /** ARN of the dead-letter queue or topic. */
  deadLetter: z.string().optional(),
  maximumRetryAttempts: z.number(),
  maximumEventAgeSeconds: z.number(),
});
export type Delivery = z.infer<typeof deliverySchema>;

const missingSchema = z.object({ message: z.string(), iamAction: z.string().optional(), iamResource: z.string().optional() });

/** A record about this run that was seen in a queue. */
export const receiptSchema = z.object({
  queueArn: z.string(),
  messageId: z.string(),
  /** `requestContext.condition` of a destination's record; absent in a dead-letter queue. */
  condition: z.string().optional(),
  seenAtMs: z.number(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** What the log says of an asynchronous run (`asynchronous`), or of a run whose answer never came (`lost_answer`). */
export const followUpSchema = z.object({
  kind: z.enum(["asynchronous", "lost_answer"]),
  /**
   * `looking`: not in the log yet; `running`: started; `retrying`: failed and due again; `ended`: nothing more comes;
   * `not_seen`: looked long enough; `several`: more than one invocation could be it; `unreadable`: the log cannot be read.
   */
  state: z.enum(["looking", "running", "retrying", "ended", "not_seen", "several", "unreadable"]),
  /** How it was found: by its request id, or as the only invocation of that time. */
  certainty: z.enum(["request_id", "only_one"]).optional(),
  /** With `several`: how many. */
  candidates: z.number().optional(),
  attempts: z.array(attemptSchema),
  delivery: deliverySchema.optional(),
  receipt: receiptSchema.optional(),
  /** When the queues were last looked into. */
  receiptLookedAtMs: z.number().optional(),
  lookedAtMs: z.number(),
  logGroup: z.string().optional(),
  problem: missingSchema.optional(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

/** The whole log of a run's invocation. */
export const runLogSchema = z.object({
  events: z.array(z.object({ timestampMs: z.number(), message: z.string() })),
  /** `log`: read from CloudWatch Logs; `tail`: the last 4 KB that came with the answer; `none`: there is nothing. */
  source: z.enum(["log", "tail", "none"]),
  /** true: there may be more than is here. */
  partial: z.boolean(),
  logGroup: z.string().optional(),
  logStream: z.string().optional(),
  /** Why it is not the whole log. */
  problem: missingSchema.optional(),
});
export type RunLog = z.infer<typeof runLogSchema>;
