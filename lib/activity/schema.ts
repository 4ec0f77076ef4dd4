import { z } from "zod";
import { functionNameSchema, regionSchema } from "@/lib/connections/schema";

/** What can be changed from Warmstart: one kind for each group of AWS operations, so that Activity can be filtered by it. */
export const changeKindSchema = z.enum([
  "configuration",
  "environment",
  "reveal",
  "undo",
  "code",
  "version",
  "alias",
  "concurrency",
  "asynchronous",
  "url",
  "trigger",
  "permission",
  "layer",
  "tags",
  "log_retention",
  "create",
  "delete",
  "emergency_stop",
  "emergency_restore",
  "shared_event",
]);
export type ChangeKind = z.infer<typeof changeKindSchema>;

/**
 * One part of a change. Values of variables are never sent: before/after are then undefined.
 *
 * - `configuration`: a setting that the Configuration page saves, by its key (`memoryMb`, `reservedConcurrency`, `tag:team`).
 * - `variable`: an environment variable, by its name.
 * - `tag`: a tag, by its key.
 * - `setting`: anything else; `field` is its name as the page shows it (`Reserved concurrency`, `Weight of version 3`).
 */
export const changedFieldSchema = z.object({
  field: z.string(),
  kind: z.enum(["configuration", "variable", "tag", "setting"]),
  action: z.enum(["added", "removed", "changed", "renamed"]),
  before: z.union([z.string(), z.number()]).optional(),
  after: z.union([z.string(), z.number()]).optional(),
});
export type ChangedField = z.infer<typeof changedFieldSchema>;

/** `intended` = recorded before the call; its outcome is not (yet) known. */
export const changeStatusSchema = z.enum(["intended", "done", "failed"]);

/** A change made from Warmstart. */
export const changeSchema = z.object({
  id: z.string(),
  region: regionSchema,
  functionName: functionNameSchema,
  status: changeStatusSchema,
  kind: changeKindSchema,
  fields: z.array(changedFieldSchema),
  error: z.string().optional(),
  /** Who made it; undefined for changes from before this was kept. */
  changedBy: z.string().optional(),
  /** Path of the page it was made from. */
  page: z.string().optional(),
  /** Id of the bulk edit that it belongs to. */
  batchId: z.string().optional(),
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

/** A change as Activity lists it: whether it can be undone is asked of AWS when somebody wants to. */
export const listedChangeSchema = changeSchema.omit({ undoable: true, undoRefusal: true });
export type ListedChange = z.infer<typeof listedChangeSchema>;

/** One or several of a query string. */
function several<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(schema).max(100).optional());
}

/** GET /api/[connection]/activity?function=&kind=&who=&status=&q=&from=&until=&batch=&after=&limit= */
export const activityQuerySchema = z.object({
  /** `region/name`. */
  function: several(z.string().regex(/^[a-z0-9-]+\/[A-Za-z0-9_-]{1,64}$/, "A function is written as region/name.")),
  kind: several(changeKindSchema),
  who: several(z.string().max(200)),
  status: several(changeStatusSchema),
  q: z.string().max(200).optional(),
  /** Epoch milliseconds. */
  from: z.coerce.number().int().optional(),
  until: z.coerce.number().int().optional(),
  batch: z.string().max(64).optional(),
  /** `next` of the page before. */
  after: z.string().regex(/^\d+~[\w-]+$/, "This page cannot be continued: open Activity again.").optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ActivityQuery = z.infer<typeof activityQuerySchema>;

/** Newest first. */
export const activityPageSchema = z.object({
  changes: z.array(listedChangeSchema),
  /** Where to go on; undefined at the end. */
  next: z.string().optional(),
  /** What there is to filter by, each with its number of changes. Only on the first page. */
  choices: z
    .object({
      functions: z.array(z.object({ value: z.string(), count: z.number() })),
      kinds: z.array(z.object({ value: changeKindSchema, count: z.number() })),
      people: z.array(z.object({ value: z.string(), count: z.number() })),
    })
    .optional(),
});
export type ActivityPage = z.infer<typeof activityPageSchema>;

/** POST /api/[connection]/changes/[id]/undo: the change that took it back. */
export const undoResultSchema = z.object({ changeId: z.string() });
