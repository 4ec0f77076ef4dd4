import { z } from "zod";
import { functionNameSchema, regionSchema } from "@/lib/connections/schema";
import { runOutcomeSchema } from "@/lib/runs/schema";

export const TEST_EVENT_NAME_MAX = 80;
/** Lambda's synchronous request limit. */
export const PAYLOAD_MAX_BYTES = 6_291_456;

export const testEventSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** JSON text, exactly as typed. */
  payload: z.string(),
  /** Shared events show at every function of the connection. */
  shared: z.boolean(),
  /** Where a private event belongs. */
  region: regionSchema.optional(),
  functionName: functionNameSchema.optional(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  /** The last run made with it from this function. */
  lastRun: z.object({ id: z.string(), outcome: runOutcomeSchema, throttled: z.boolean(), startedAtMs: z.number() }).optional(),
});
export type TestEvent = z.infer<typeof testEventSchema>;

export const testEventListSchema = z.object({ events: z.array(testEventSchema) });
export type TestEventList = z.infer<typeof testEventListSchema>;

/** POST …/functions/[region]/[name]/test-events and PUT /api/[connection]/test-events/[id] */
export const testEventInputSchema = z.object({
  name: z.string().trim().min(1, "Give the event a name.").max(TEST_EVENT_NAME_MAX, { error: ({ input }) => `The name has ${String(input).length} characters; at most ${TEST_EVENT_NAME_MAX} are kept.` }),
  payload: z.string().max(PAYLOAD_MAX_BYTES, `The event is over ${PAYLOAD_MAX_BYTES.toLocaleString("en")} bytes, the most that Lambda takes.`),
  shared: z.boolean(),
});
/** Why an event cannot be kept under a name, in a sentence. */
export function findNameProblem(name: string): string | undefined {
  return testEventInputSchema.shape.name.safeParse(name).error?.issues[0]?.message;
}

export type TestEventInput = z.infer<typeof testEventInputSchema>;

/**
 * PUT carries the `updatedAtMs` that was read: a newer one answers 409. `region` and `functionName` say to which function a
 * shared event goes that shall no longer be shared; otherwise they are not needed.
 */
export const testEventUpdateSchema = testEventInputSchema.partial().extend({
  baseUpdatedAtMs: z.number(),
  region: regionSchema.optional(),
  functionName: functionNameSchema.optional(),
});
export type TestEventUpdate = z.infer<typeof testEventUpdateSchema>;
