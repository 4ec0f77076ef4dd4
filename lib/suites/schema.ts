import { z } from "zod";
import { assertionResultSchema } from "@/lib/assertions/schema";
import { functionNameSchema, regionSchema } from "@/lib/connections/schema";
import { invocationTypeSchema, qualifierSchema, runOutcomeSchema } from "@/lib/runs/schema";

export const SUITE_NAME_MAX = 80;
export const SUITE_DESCRIPTION_MAX = 500;
/** Events in one suite. */
export const SUITE_ITEMS_MAX = 1_000;
/** Runs at a time: what one person may take of an account's concurrency without noticing. */
export const SUITE_CONCURRENCY_MAX = 20;
/** A verdict is looked for in so many graded runs back. */
export const FLAKY_WINDOW = 10;

/** One event at one function. The same event may stand in a suite several times, with other functions or qualifiers. */
export const suiteItemSchema = z.object({
  testEventId: z.string(),
  region: regionSchema,
  functionName: functionNameSchema,
  qualifier: qualifierSchema.default("$LATEST"),
});
export type SuiteItem = z.infer<typeof suiteItemSchema>;

/** waiting, running; passed, failed, ungraded = nothing asserted; error = not invoked or answer lost; cancelled. */
export const caseStatusSchema = z.enum(["waiting", "running", "passed", "failed", "ungraded", "error", "cancelled"]);
export type CaseStatus = z.infer<typeof caseStatusSchema>;

/** `ungraded`: nothing failed, and nothing was asserted either. `interrupted`: Warmstart stopped meanwhile. */
export const suiteRunStatusSchema = z.enum(["running", "passed", "failed", "ungraded", "cancelled", "interrupted"]);
export type SuiteRunStatus = z.infer<typeof suiteRunStatusSchema>;

/** Cases by status. */
export const caseCountsSchema = z.object({
  waiting: z.number(),
  running: z.number(),
  passed: z.number(),
  failed: z.number(),
  ungraded: z.number(),
  error: z.number(),
  cancelled: z.number(),
});
export type CaseCounts = z.infer<typeof caseCountsSchema>;

/** One event of a suite's run. What it took is there once its run has ended. */
export const suiteRunCaseSchema = z.object({
  id: z.string(),
  testEventId: z.string(),
  testEventName: z.string(),
  region: regionSchema,
  functionName: functionNameSchema,
  qualifier: z.string(),
  status: caseStatusSchema,
  /** The page of its run. */
  runId: z.string().optional(),
  /** Why it failed or was not run, in a sentence. */
  message: z.string().optional(),
  outcome: runOutcomeSchema.optional(),
  executedVersion: z.string().optional(),
  assertionResults: z.array(assertionResultSchema).optional(),
  durationMs: z.number().optional(),
  cold: z.boolean().optional(),
  costUsd: z.number().optional(),
});
export type SuiteRunCase = z.infer<typeof suiteRunCaseSchema>;

export const suiteRunSummarySchema = z.object({
  id: z.string(),
  suiteId: z.string(),
  /** Chosen for every event instead of its own. */
  qualifier: z.string().optional(),
  status: suiteRunStatusSchema,
  counts: caseCountsSchema,
  startedBy: z.string(),
  startedAtMs: z.number(),
  endedAtMs: z.number().optional(),
});
export type SuiteRunSummary = z.infer<typeof suiteRunSummarySchema>;

/** GET /api/[connection]/suite-runs/[id] */
export const suiteRunSchema = suiteRunSummarySchema.extend({
  suiteName: z.string(),
  cases: z.array(suiteRunCaseSchema),
  /** Someone asked for its end: what runs is awaited, what waits is not run. */
  cancelling: z.boolean(),
});
export type SuiteRun = z.infer<typeof suiteRunSchema>;

export const suiteRunListSchema = z.object({ runs: z.array(suiteRunSummarySchema) });

/** An item with what is known of its event today. */
export const suiteItemViewSchema = suiteItemSchema.extend({
  qualifier: z.string(),
  /** undefined = the event was deleted. */
  eventName: z.string().optional(),
  assertionCount: z.number(),
  invocationType: invocationTypeSchema.optional(),
  /** Both verdicts within the last graded runs of the same version. */
  flaky: z.object({ passed: z.number(), failed: z.number(), version: z.string() }).optional(),
});
export type SuiteItemView = z.infer<typeof suiteItemViewSchema>;

const suiteBase = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  concurrency: z.number(),
  updatedAtMs: z.number(),
  lastRun: suiteRunSummarySchema.optional(),
});

export const suiteSummarySchema = suiteBase.extend({ itemCount: z.number(), flakyCount: z.number(), functionCount: z.number() });
export type SuiteSummary = z.infer<typeof suiteSummarySchema>;

/** GET /api/[connection]/suites */
export const suiteListSchema = z.object({ suites: z.array(suiteSummarySchema) });

/** GET /api/[connection]/suites/[id] */
export const suiteSchema = suiteBase.extend({ items: z.array(suiteItemViewSchema) });
export type Suite = z.infer<typeof suiteSchema>;

export const suiteNameSchema = z
  .string()
  .trim()
  .min(1, "Give the suite a name.")
  .max(SUITE_NAME_MAX, `A suite's name has at most ${SUITE_NAME_MAX} characters.`);

const descriptionSchema = z.string().max(SUITE_DESCRIPTION_MAX, `A description has at most ${SUITE_DESCRIPTION_MAX} characters.`);

/** POST /api/[connection]/suites */
export const suiteInputSchema = z.object({ name: suiteNameSchema, description: descriptionSchema.default("") });
export type SuiteInput = z.input<typeof suiteInputSchema>;

/** PUT /api/[connection]/suites/[id]: what is undefined stays. `baseUpdatedAtMs` is what was read: a newer one answers 409. */
export const suiteUpdateSchema = z.object({
  baseUpdatedAtMs: z.number(),
  name: suiteNameSchema.optional(),
  description: descriptionSchema.optional(),
  items: z.array(suiteItemSchema).max(SUITE_ITEMS_MAX, `A suite has at most ${SUITE_ITEMS_MAX.toLocaleString("en")} events.`).optional(),
  concurrency: z.int().min(1).max(SUITE_CONCURRENCY_MAX).optional(),
});
export type SuiteUpdate = z.input<typeof suiteUpdateSchema>;

/** POST /api/[connection]/suites/[id]/runs. The same `clickId` never runs twice. */
export const suiteRunRequestSchema = z.object({
  clickId: z.uuid(),
  qualifier: qualifierSchema.optional(),
  concurrency: z.int().min(1).max(SUITE_CONCURRENCY_MAX).optional(),
  /** Only what failed or was not run in the last run. */
  failedOnly: z.boolean().default(false),
});
export type SuiteRunRequest = z.input<typeof suiteRunRequestSchema>;

/** An event that can be added; without `functionName` it is shared, and its function is chosen. */
export const suiteEventSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  region: regionSchema.optional(),
  functionName: functionNameSchema.optional(),
  assertionCount: z.number(),
});
export type SuiteEvent = z.infer<typeof suiteEventSchema>;

/** GET /api/[connection]/suites/events?search= */
export const suiteEventListSchema = z.object({ events: z.array(suiteEventSchema), more: z.boolean() });
