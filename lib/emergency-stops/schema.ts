import { z } from "zod";
import { functionNameSchema, regionSchema } from "@/lib/connections/schema";
import { regionProblemSchema } from "@/lib/functions/schema";

/** A function switched off by reserved concurrency 0, with its way back. */
export const emergencyStopSchema = z.object({
  id: z.string(),
  region: regionSchema,
  functionName: functionNameSchema,
  /** Reserved concurrency before; undefined = none was set. */
  previousReserved: z.number().optional(),
  /** When Warmstart takes it back by itself; undefined = by hand only. */
  restoreAtMs: z.number().optional(),
  /** `stopping`: written before the call, its answer not known. `failed`: it could not be taken back; `error` says why. */
  status: z.enum(["stopping", "stopped", "restored", "failed"]),
  error: z.string().optional(),
  startedBy: z.string(),
  stoppedAtMs: z.number(),
});
export type EmergencyStop = z.infer<typeof emergencyStopSchema>;

/** GET /api/[connection]/emergency-stops: those that are not over, oldest first. */
export const emergencyStopListSchema = z.object({ stops: z.array(emergencyStopSchema) });

/** What happens to one way in while nothing runs. */
export const consequenceSchema = z.object({
  /** What waits comes later; what is rejected is the caller's to repeat; what is lost does not come again. */
  effect: z.enum(["waits", "rejected", "lost", "none"]),
  /** `SQS queue orders`, `Function URL`, `S3 bucket uploads`. */
  source: z.string(),
  sentence: z.string(),
});
export type Consequence = z.infer<typeof consequenceSchema>;

/** GET …/functions/[region]/[name]/emergency-stop: what a stop will do. */
export const stopPreviewSchema = z.object({
  /** Reserved concurrency now; undefined = none. */
  reservedConcurrency: z.number().optional(),
  consequences: z.array(consequenceSchema),
  /** What could not be read: ways in that are missing above. */
  problems: z.array(regionProblemSchema),
});
export type StopPreview = z.infer<typeof stopPreviewSchema>;

/** POST …/functions/[region]/[name]/emergency-stop. `minutes` undefined = until somebody takes it back. */
export const stopRequestSchema = z.object({
  minutes: z.number().int().min(1, "The shortest time is one minute.").max(10_080, "The longest time is a week.").optional(),
});
