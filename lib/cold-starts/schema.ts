import { z } from "zod";
import { windowSchema } from "@/lib/metrics/schema";

/** GET …/functions/[region]/[name]/cold-starts?range= , read from REPORT lines. */
export const coldStartsSchema = z.object({
  window: windowSchema,
  timestampsMs: z.array(z.number()),
  /** Cold starts per bucket. */
  cold: z.array(z.number()),
  /** INIT percentiles per bucket in ms; null where none. */
  initP50: z.array(z.number().nullable()),
  initP95: z.array(z.number().nullable()),
  totals: z.object({
    cold: z.number(),
    initP50: z.number().nullable(),
    initP95: z.number().nullable(),
    initMsSum: z.number(),
  }),
  /** Which lines were read, for instance `REPORT lines of /aws/lambda/checkout`. */
  source: z.string(),
  /** false when the log was too long to read whole: then everything after `readUntilMs` is missing. */
  complete: z.boolean(),
  readUntilMs: z.number().optional(),
  loadedAtMs: z.number(),
});
export type ColdStarts = z.infer<typeof coldStartsSchema>;
