import { z } from "zod";

/** GET /api/[connection]/local-region (only for the local connection); same shape as `LocalRegionStatus`. */
export const localRegionStatusSchema = z.object({
  /** What really runs the functions; absent in an older local region, a language where the machine has none. */
  interpreters: z.object({ nodejs: z.string().optional(), python: z.string().optional() }).optional(),
  traffic: z.object({ enabled: z.boolean(), paused: z.boolean() }),
  simulatedHistory: z
    .object({
      fromMs: z.number(),
      untilMs: z.number(),
      functions: z.array(z.object({ region: z.string(), functionName: z.string() })),
    })
    .optional(),
});
export type LocalRegionStatusView = z.infer<typeof localRegionStatusSchema>;

/** PUT /api/[connection]/local-region */
export const trafficUpdateSchema = z.object({ paused: z.boolean() });
