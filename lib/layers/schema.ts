import { z } from "zod";
import { regionSchema } from "@/lib/connections/schema";
import { regionProblemSchema } from "@/lib/functions/schema";

export const layerSchema = z.object({
  region: regionSchema,
  name: z.string(),
  /** Without a version. */
  arn: z.string(),
  /** Of another account: its versions are not listed. */
  foreignAccount: z.string().optional(),
  /** Newest first; only those that are used when it is another account's. */
  versions: z.array(
    z.object({
      version: z.number(),
      description: z.string(),
      createdMs: z.number().optional(),
      runtimes: z.array(z.string()),
      architectures: z.array(z.string()),
      /** No longer in the list: functions keep it, no other can take it. */
      deleted: z.boolean(),
      usedBy: z.array(z.string()),
    }),
  ),
});
export type Layer = z.infer<typeof layerSchema>;

/** GET /api/[connection]/layers?regions= */
export const layerListSchema = z.object({ layers: z.array(layerSchema), problems: z.array(regionProblemSchema) });
export type LayerList = z.infer<typeof layerListSchema>;
