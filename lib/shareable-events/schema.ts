import { z } from "zod";
import { invocationTypeSchema } from "@/lib/runs/schema";

/** A test event in AWS's schema registry: Lambda's console and SAM show it to everybody who may read it. */
export const shareableEventSchema = z.object({
  name: z.string().regex(/^[A-Za-z0-9._-]{1,25}$/, "AWS takes names of 1 to 25 letters, digits, dots, hyphens and underscores."),
  /** JSON text. */
  payload: z.string(),
  invocationType: invocationTypeSchema,
});

/** GET …/functions/[region]/[name]/shareable-events, by name. Names are whatever was saved there. */
export const shareableEventListSchema = z.object({ events: z.array(shareableEventSchema.extend({ name: z.string() })) });
export type ShareableEventList = z.infer<typeof shareableEventListSchema>;

/** POST …/shareable-events: without `replace` a name that is taken answers 409. */
export const shareableEventInputSchema = shareableEventSchema.extend({ replace: z.boolean() });
export type ShareableEventInput = z.infer<typeof shareableEventInputSchema>;
