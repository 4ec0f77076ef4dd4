import { z } from "zod";
import { verdictSchema } from "@/lib/assertions/schema";
import { functionNameSchema, regionSchema } from "@/lib/connections/schema";
import { qualifierSchema, runOutcomeSchema } from "@/lib/runs/schema";

export const COMPARISON_EVENTS_MAX = 10;
export const WARM_RUNS_MAX = 50;

export const sideSchema = z.enum(["left", "right"]);
export type Side = z.infer<typeof sideSchema>;

/** What is compared. */
export const comparisonPlanSchema = z.object({
  events: z.array(z.object({ id: z.string(), name: z.string() })),
  left: z.string(),
  right: z.string(),
  /** Warm runs of each event on each side; cold ones come on top. */
  warmRuns: z.number(),
});
export type ComparisonPlan = z.infer<typeof comparisonPlanSchema>;

export const comparisonStatusSchema = z.enum(["running", "done", "cancelled", "interrupted"]);

/** One run of a comparison, with its figures only. */
export const comparisonSampleSchema = z.object({
  runId: z.string(),
  testEventId: z.string().optional(),
  side: sideSchema,
  outcome: runOutcomeSchema,
  verdict: verdictSchema.optional(),
  /** What answered: of an alias with weights not always the same. */
  executedVersion: z.string().optional(),
  durationMs: z.number().optional(),
  initDurationMs: z.number().optional(),
  memoryMb: z.number().optional(),
  maxMemoryUsedMb: z.number().optional(),
  costUsd: z.number().optional(),
  problem: z.string().optional(),
});
export type ComparisonSample = z.infer<typeof comparisonSampleSchema>;

export const comparisonSummarySchema = z.object({
  id: z.string(),
  region: regionSchema,
  functionName: functionNameSchema,
  plan: comparisonPlanSchema,
  status: comparisonStatusSchema,
  /** Why it ended early, in a sentence. */
  problem: z.string().optional(),
  startedBy: z.string(),
  startedAtMs: z.number(),
  endedAtMs: z.number().optional(),
});
export type ComparisonSummary = z.infer<typeof comparisonSummarySchema>;

/** GET /api/[connection]/comparisons/[id] */
export const comparisonSchema = comparisonSummarySchema.extend({
  /** In the order in which they ran. */
  samples: z.array(comparisonSampleSchema),
  /** By event: places of the response that differ between runs of one and the same side, as JSONPath. */
  varying: z.record(z.string(), z.array(z.string())),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** GET …/functions/[region]/[name]/comparisons, newest first. */
export const comparisonListSchema = z.object({ comparisons: z.array(comparisonSummarySchema) });

/** POST …/functions/[region]/[name]/comparisons. The same `clickId` never runs twice. */
export const comparisonRequestSchema = z
  .object({
    clickId: z.uuid(),
    testEventIds: z.array(z.string()).min(1, "Choose an event.").max(COMPARISON_EVENTS_MAX, `At most ${COMPARISON_EVENTS_MAX} events are compared at once.`),
    left: qualifierSchema,
    right: qualifierSchema,
    warmRuns: z.int().min(1).max(WARM_RUNS_MAX),
  })
  .refine(({ left, right }) => left !== right, "Choose two different qualifiers.");
export type ComparisonRequest = z.infer<typeof comparisonRequestSchema>;
