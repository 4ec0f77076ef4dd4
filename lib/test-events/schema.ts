import { z } from "zod";
import { assertionSchema, verdictSchema } from "@/lib/assertions/schema";
import { connectionParamsSchema, functionNameSchema, regionSchema } from "@/lib/connections/schema";
import { invocationTypeSchema, runOutcomeSchema } from "@/lib/runs/schema";

export const TEST_EVENT_NAME_MAX = 80;
/** Lambda's synchronous request limit. */
export const PAYLOAD_MAX_BYTES = 6_291_456;
export const DESCRIPTION_MAX = 2_000;
export const TAG_MAX = 40;
export const TAGS_MAX = 20;
export const ASSERTIONS_MAX = 200;
/** Events that one import takes. */
export const IMPORT_MAX = 10_000;

const tagSchema = z
  .string()
  .trim()
  .min(1, "A tag needs a character.")
  .max(TAG_MAX, `A tag has at most ${TAG_MAX} characters.`);

/** What a person writes of an event. */
const contentSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the event a name.")
    .max(TEST_EVENT_NAME_MAX, { error: ({ input }) => `The name has ${String(input).length} characters; at most ${TEST_EVENT_NAME_MAX} are kept.` }),
  description: z.string().max(DESCRIPTION_MAX, `A description has at most ${DESCRIPTION_MAX.toLocaleString("en")} characters.`),
  tags: z.array(tagSchema).max(TAGS_MAX, `An event has at most ${TAGS_MAX} tags.`),
  /** JSON text, exactly as typed. */
  payload: z.string().max(PAYLOAD_MAX_BYTES, `The event is over ${PAYLOAD_MAX_BYTES.toLocaleString("en")} bytes, the most that Lambda takes.`),
  /** How it is meant to be invoked. */
  invocationType: invocationTypeSchema,
  /** JSON text; "" = none. */
  clientContext: z.string(),
  assertions: z.array(assertionSchema).max(ASSERTIONS_MAX, `An event has at most ${ASSERTIONS_MAX} assertions.`),
  /** Shared events show at every function of the connection. */
  shared: z.boolean(),
});
export type TestEventContent = z.infer<typeof contentSchema>;

/** The last run made with it from this function. */
export const lastRunSchema = z.object({
  id: z.string(),
  outcome: runOutcomeSchema,
  throttled: z.boolean(),
  /** undefined: nothing was asserted. */
  verdict: verdictSchema.optional(),
  startedAtMs: z.number(),
});
export type LastRun = z.infer<typeof lastRunSchema>;

export const testEventSchema = contentSchema.extend({
  id: z.string(),
  /** Where a private event belongs. */
  region: regionSchema.optional(),
  functionName: functionNameSchema.optional(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
});
export type TestEvent = z.infer<typeof testEventSchema>;

/** An event of a list: a payload may be 6 MB. */
export const testEventSummarySchema = testEventSchema.omit({ payload: true, clientContext: true, assertions: true }).extend({
  assertionCount: z.number(),
  lastRun: lastRunSchema.optional(),
});
export type TestEventSummary = z.infer<typeof testEventSummarySchema>;

/** Address of one event: /api/[connection]/test-events/[id] */
export const testEventParamsSchema = connectionParamsSchema.extend({ id: z.string().min(1) });

/** GET …/functions/[region]/[name]/test-events */
export const testEventQuerySchema = z.object({
  /** In name, description and tags. */
  search: z.string().trim().max(200).optional(),
  tag: z.string().optional(),
  /** `next` of the page before. */
  after: z.string().optional(),
});
export type TestEventQuery = z.infer<typeof testEventQuerySchema>;

export const testEventListSchema = z.object({
  /** By name. */
  events: z.array(testEventSummarySchema),
  /** undefined = this was the last page. */
  next: z.string().optional(),
  /** Found by the search, on all pages. */
  total: z.number(),
  /** Of every event here, found or not, by name. */
  tags: z.array(z.string()),
});
export type TestEventList = z.infer<typeof testEventListSchema>;

/** GET …/test-events/set: whole events, to write them into a file. */
export const testEventSetQuerySchema = z.object({ tag: z.string().optional() });
export const testEventSetSchema = z.object({ events: z.array(testEventSchema) });

/** POST …/functions/[region]/[name]/test-events: an event needs a name, a payload and whether it is shared. */
export const testEventInputSchema = contentSchema.extend({
  description: contentSchema.shape.description.default(""),
  tags: contentSchema.shape.tags.default([]),
  invocationType: invocationTypeSchema.default("RequestResponse"),
  clientContext: contentSchema.shape.clientContext.default(""),
  assertions: contentSchema.shape.assertions.default([]),
});
export type TestEventInput = z.input<typeof testEventInputSchema>;

/** Why an event cannot be kept under a name, in a sentence. */
export function findNameProblem(name: string): string | undefined {
  return contentSchema.shape.name.safeParse(name).error?.issues[0]?.message;
}

/**
 * PUT /api/[connection]/test-events/[id]: what is undefined stays. `updatedAtMs` is the one that was read: a newer one answers
 * 409. `region` and `functionName` say to which function a shared event goes that shall no longer be shared; otherwise they
 * are not needed.
 */
export const testEventUpdateSchema = contentSchema.partial().extend({
  baseUpdatedAtMs: z.number(),
  region: regionSchema.optional(),
  functionName: functionNameSchema.optional(),
});
export type TestEventUpdate = z.infer<typeof testEventUpdateSchema>;

/** What an event was after one save. */
export const testEventVersionSchema = z.object({
  id: z.string(),
  savedBy: z.string(),
  savedAtMs: z.number(),
  content: contentSchema,
});
export type TestEventVersion = z.infer<typeof testEventVersionSchema>;

/** GET /api/[connection]/test-events/[id]/versions, newest first. */
export const testEventVersionListSchema = z.object({
  versions: z.array(testEventVersionSchema.omit({ content: true })),
  /** There are older ones. */
  more: z.boolean(),
});
export type TestEventVersionList = z.infer<typeof testEventVersionListSchema>;

type AssertionOf<A> = A extends { id: string } ? Omit<A, "id"> : never;
const fileAssertionSchema = z
  .record(z.string(), z.unknown())
  .transform((assertion) => ({ ...assertion, id: "" }))
  .pipe(assertionSchema)
  .transform(({ id: _id, ...assertion }) => assertion as AssertionOf<z.infer<typeof assertionSchema>>);

/** A set of test events as one file. `event` is JSON; `eventText` stands in its place where the text itself matters. */
export const eventSetFileSchema = z.object({
  format: z.literal("warmstart-test-events"),
  version: z.literal(1, { error: "This file is of a newer Warmstart." }),
  events: z
    .array(
      z
        .object({ ...contentSchema.partial().shape, name: contentSchema.shape.name, event: z.unknown().optional(), eventText: contentSchema.shape.payload.optional(), assertions: z.array(fileAssertionSchema).max(ASSERTIONS_MAX).optional() })
        .omit({ payload: true })
        .refine(({ event, eventText }) => event !== undefined || eventText !== undefined, "An event of the file has neither event nor eventText."),
    )
    .max(IMPORT_MAX, `At most ${IMPORT_MAX.toLocaleString("en")} events are imported at once.`),
});
export type EventSetFile = z.infer<typeof eventSetFileSchema>;

/** POST …/test-events/import: private ones go to the function of the address. */
export const importRequestSchema = z.object({
  events: z.array(testEventInputSchema).min(1, "There is no event to import.").max(IMPORT_MAX, `At most ${IMPORT_MAX.toLocaleString("en")} events are imported at once.`),
  /** When the name is taken: save over it (its history keeps what was), leave it, or give the new one another name. */
  onConflict: z.enum(["replace", "skip", "rename"]),
});
export type ImportRequest = z.input<typeof importRequestSchema>;

export const importResultSchema = z.object({
  created: z.number(),
  replaced: z.number(),
  /** The same is there already. */
  unchanged: z.number(),
  skipped: z.number(),
  /** The only event that was written, to show it. */
  eventId: z.string().optional(),
});
export type ImportResult = z.infer<typeof importResultSchema>;
