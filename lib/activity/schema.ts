import { z } from "zod";
import { functionNameSchema, regionSchema } from "@/lib/connections/schema";

/** One field or variable of a change. Values of variables are never sent: before/after are then undefined. */
export const changedFieldSchema = z.object({
  field: z.string(),
  kind: z.enum(["configuration", "variable"]),
  action: z.enum(["added", "removed", "changed", "renamed"]),
  before: z.union([z.string(), z.number()]).optional(),
  after: z.union([z.string(), z.number()]).optional(),
});
export type ChangedField = z.infer<typeof changedFieldSchema>;

/** A change made from Warmstart. `intended` = recorded before the call, outcome not (yet) known. */
export const changeSchema = z.object({
  id: z.string(),
  region: regionSchema,
  functionName: functionNameSchema,
  status: z.enum(["intended", "done", "failed"]),
  kind: z.enum(["configuration", "environment", "reveal", "undo"]),
  fields: z.array(changedFieldSchema),
  error: z.string().optional(),
  /** Id of the change that this one took back. */
  undoes: z.string().optional(),
  /** Id of the change that took this one back. */
  undoneBy: z.string().optional(),
  /** False with the reason when it cannot be undone (someone changed it since, a reveal …). */
  undoable: z.boolean(),
  undoRefusal: z.string().optional(),
  atMs: z.number(),
});
export type Change = z.infer<typeof changeSchema>;

/** GET …/functions/[region]/[name]/changes , newest first; POST /api/[connection]/changes/[id]/undo → updateResult */
export const changeListSchema = z.object({ changes: z.array(changeSchema) });
export type ChangeList = z.infer<typeof changeListSchema>;
