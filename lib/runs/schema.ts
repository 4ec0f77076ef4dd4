import { z } from "zod";
import { assertionResultSchema, assertionSchema, verdictSchema } from "@/lib/assertions/schema";
import { functionNameSchema, quoted, regionSchema } from "@/lib/connections/schema";
import { receiptLineSchema } from "@/lib/cost/schema";
import { followUpSchema } from "@/lib/run-logs/schema";

/**
 * How a run ended. `function_error`: the function threw; `timeout`: it ran out of time; `not_run`:
 * AWS refused (throttle, bad payload, no permission); `unknown`: the answer was lost on the way.
 */
export const runOutcomeSchema = z.enum([
  "running",
  "success",
  "function_error",
  "timeout",
  "accepted",
  "dry_run_ok",
  "not_run",
  "unknown",
]);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

/** The id of the click that made it. */
export const runIdSchema = z.uuid({ error: ({ input }) => `${quoted(input)} is not the id of a run.` });

export const invocationTypeSchema = z.enum(["RequestResponse", "Event", "DryRun"]);

export const runSchema = z.object({
  id: z.string(),
  region: regionSchema,
  functionName: functionNameSchema,
  qualifier: z.string(),
  invocationType: invocationTypeSchema,
  testEventId: z.string().optional(),
  testEventName: z.string().optional(),
  /** JSON text sent. */
  payload: z.string(),
  outcome: runOutcomeSchema,
  /** Function's answer, or its error document. Cut in lists. */
  response: z.string().optional(),
  errorType: z.string().optional(),
  errorMessage: z.string().optional(),
  /** Why AWS refused, in a sentence; with `throttleReason` for a 429. */
  problem: z.string().optional(),
  problemHint: z.string().optional(),
  throttleReason: z.string().optional(),
  statusCode: z.number().optional(),
  requestId: z.string().optional(),
  executedVersion: z.string().optional(),
  logTail: z.string().optional(),
  durationMs: z.number().optional(),
  billedDurationMs: z.number().optional(),
  /** Present = cold start. */
  initDurationMs: z.number().optional(),
  memoryMb: z.number().optional(),
  maxMemoryUsedMb: z.number().optional(),
  /** undefined when there is no REPORT line or no price for the region. */
  costUsd: z.number().optional(),
  /** Arithmetic behind `costUsd`, one line each. */
  costReceipt: z.array(receiptLineSchema).optional(),
  startedAtMs: z.number(),
  endedAtMs: z.number().optional(),
  /** Round trip seen by Warmstart. */
  roundTripMs: z.number().optional(),
  startedBy: z.string().optional(),
  /** JSON text sent as the client context. */
  clientContext: z.string().optional(),
  /** The answer came as a stream: `response` has at most `STREAM_KEPT_BYTES` of its `responseBytes`. */
  streamed: z.boolean().optional(),
  responseBytes: z.number().optional(),
  firstByteMs: z.number().optional(),
  /** undefined: nothing was asserted. */
  verdict: verdictSchema.optional(),
  assertionResults: z.array(assertionResultSchema).optional(),
  /** What the log says of an asynchronous run, or of one whose answer was lost. */
  followUp: followUpSchema.optional(),
  /** The suite's run or the comparison that it belongs to. */
  batchId: z.string().optional(),
});
export type Run = z.infer<typeof runSchema>;

/** What a list leaves out: a payload and a response may be 6 MB each. */
export const runSummarySchema = runSchema.omit({ payload: true, response: true, logTail: true, costReceipt: true, clientContext: true, assertionResults: true });
export type RunSummary = z.infer<typeof runSummarySchema>;

/** Which runs a list has. */
export const runFilterSchema = z.object({
  outcome: runOutcomeSchema.optional(),
  /** Id of a test event. */
  event: z.string().optional(),
  /** In names, errors, request ids, events and responses. */
  text: z.string().trim().min(1).max(200).optional(),
});
export type RunFilter = z.infer<typeof runFilterSchema>;

export const runListSchema = z.object({
  runs: z.array(runSummarySchema),
  /** There is more behind `next`. */
  more: z.boolean(),
  /** What to ask for as `after`: of a search, the place up to which it looked, whether it found something or not. */
  next: z.string().optional(),
  /** Start of the oldest run that a search has looked at. */
  searchedToMs: z.number().optional(),
});
export type RunList = z.infer<typeof runListSchema>;

/** A stream's answer is kept up to this size; AWS allows 200 MB. */
export const STREAM_KEPT_BYTES = 6_291_456;

/** `$LATEST`, a version's number or an alias. */
export const qualifierSchema = z.string().regex(/^(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9_-]{1,128})$/, {
  error: ({ input }) => `${quoted(input)} is neither $LATEST nor a version or alias.`,
});

/** POST …/functions/[region]/[name]/runs: exactly one Invoke. `clickId` is a UUID made per click: the same one never invokes twice. */
export const runRequestSchema = z.object({
  clickId: z.uuid(),
  payload: z.string(),
  invocationType: invocationTypeSchema.default("RequestResponse"),
  /** Take the answer as a stream (InvokeWithResponseStream); of synchronous runs only. */
  streamed: z.boolean().default(false),
  qualifier: qualifierSchema.default("$LATEST"),
  testEventId: z.string().optional(),
  /** JSON text; of synchronous runs only, as AWS passes it to no others. */
  clientContext: z.string().optional(),
  /** Edited and not saved yet: held against the run in the place of the event's own. */
  assertions: z.array(assertionSchema).max(200).optional(),
  batchId: z.string().optional(),
});
export type RunRequest = z.input<typeof runRequestSchema>;

/** One piece of a streamed answer, as a line of GET /api/[connection]/runs/[id]/stream. */
export const streamPieceSchema = z.object({
  /** Since the click. */
  atMs: z.number(),
  text: z.string(),
  /** Bytes so far, this piece included. */
  totalBytes: z.number(),
});
export type StreamPiece = z.infer<typeof streamPieceSchema>;

/** What a run can be started against. */
export const qualifierListSchema = z.object({
  /** Newest first, without $LATEST; numbers with their descriptions. */
  versions: z.array(z.object({ version: z.string(), description: z.string() })),
  /** `second`: another version and its share of the calls, above 0 and below 1. */
  aliases: z.array(z.object({ name: z.string(), version: z.string(), second: z.object({ version: z.string(), weight: z.number() }).optional() })),
  /** The function's URL, or that of one of its aliases. */
  functionUrl: z.object({ url: z.string(), authType: z.enum(["NONE", "AWS_IAM"]) }).optional(),
  /** What could not be read, with the missing permission. */
  problems: z.array(z.object({ message: z.string(), iamAction: z.string().optional() })),
});
export type QualifierList = z.infer<typeof qualifierListSchema>;
