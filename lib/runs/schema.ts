import { z } from "zod";
import { functionNameSchema, quoted, regionSchema } from "@/lib/connections/schema";
import { receiptLineSchema } from "@/lib/cost/schema";

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
  /** Round trip seen by Warmstart. */
  roundTripMs: z.number().optional(),
});
export type Run = z.infer<typeof runSchema>;

export const runSummarySchema = runSchema.omit({ payload: true, response: true, logTail: true, costReceipt: true });
export type RunSummary = z.infer<typeof runSummarySchema>;
export const runListSchema = z.object({ runs: z.array(runSummarySchema), more: z.boolean() });
export type RunList = z.infer<typeof runListSchema>;

/** POST …/functions/[region]/[name]/runs: exactly one Invoke. `clickId` is a UUID made per click: the same one never invokes twice. */
export const runRequestSchema = z.object({
  clickId: z.uuid(),
  payload: z.string(),
  invocationType: invocationTypeSchema.default("RequestResponse"),
  qualifier: z.string().default("$LATEST"),
  testEventId: z.string().optional(),
});
export type RunRequest = z.input<typeof runRequestSchema>;
