import { z } from "zod";
import { connectionIdSchema, functionNameSchema, regionSchema } from "@/lib/connections/schema";

const wholeNumber = (label: string, min: number, max: number, unit: string) => {
  const error = `${label} must be a whole number between ${min.toLocaleString("en")} and ${max.toLocaleString("en")} ${unit}.`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

const variableKey = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]+$/, "A variable's name begins with a letter and has letters, digits and underscores.");
const tagKey = z
  .string()
  .min(1, "Give the tag a key.")
  .max(128, "A tag's key has at most 128 characters.")
  .refine((key) => !/^aws:/i.test(key), "Keys that begin with aws: belong to AWS.");

/** What to change on every chosen function. */
export const bulkChangeSchema = z.discriminatedUnion("what", [
  z.object({ what: z.literal("memory"), memoryMb: wholeNumber("Memory", 128, 10_240, "MB") }),
  z.object({ what: z.literal("timeout"), timeoutSeconds: wholeNumber("Timeout", 1, 900, "s") }),
  z.object({ what: z.literal("runtime"), runtime: z.string().regex(/^[a-z0-9.]{2,40}$/, "Choose a runtime.") }),
  z.object({ what: z.literal("set_variable"), key: variableKey, value: z.string().max(4_096, "A value has at most 4,096 bytes.") }),
  z.object({ what: z.literal("remove_variable"), key: variableKey }),
  z.object({ what: z.literal("set_tag"), key: tagKey, value: z.string().max(256, "A tag's value has at most 256 characters.") }),
  z.object({ what: z.literal("remove_tag"), key: tagKey }),
  /** `days` absent = for ever. */
  z.object({ what: z.literal("log_retention"), days: z.number().int().optional() }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

export const placeSchema = z.object({ region: regionSchema, name: functionNameSchema });
export type Place = z.infer<typeof placeSchema>;

/** Functions that one edit may name. */
export const BULK_LIMIT = 500;
const functionsSchema = z.array(placeSchema).min(1, "Choose at least one function.").max(BULK_LIMIT, "Choose at most 500 functions at once.");

/** POST /api/[connection]/bulk-edits/preview */
export const bulkRequestSchema = z.object({ functions: functionsSchema, change: bulkChangeSchema });
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

const previewItemSchema = placeSchema.extend({
  result: z.enum(["changes", "unchanged", "refused"]),
  /** In words; never the value of a variable. */
  before: z.string(),
  after: z.string(),
  /** Why it would be refused. */
  reason: z.string().optional(),
});
export const bulkPreviewSchema = z.object({ items: z.array(previewItemSchema) });
export type BulkPreviewItem = z.infer<typeof previewItemSchema>;

/** POST /api/[connection]/bulk-edits: the functions that the preview said will change. `id` is the click's id. */
export const bulkStartSchema = bulkRequestSchema.extend({ id: z.uuid() });

export const bulkItemSchema = placeSchema.extend({
  status: z.enum(["waiting", "running", "done", "unchanged", "failed", "cancelled"]),
  changeId: z.string().optional(),
  error: z.string().optional(),
});

/** GET /api/[connection]/bulk-edits/[id] */
export const bulkEditSchema = z.object({
  id: z.string(),
  connection: connectionIdSchema,
  /** `Memory to 512 MB`. */
  words: z.string(),
  /** The bulk edit that this one takes back. */
  undoes: z.string().optional(),
  startedBy: z.string(),
  startedAtMs: z.number(),
  /** `interrupted`: the server was stopped in the middle; nothing goes on by itself. */
  state: z.enum(["running", "finished", "interrupted"]),
  items: z.array(bulkItemSchema),
});
export type BulkEdit = z.infer<typeof bulkEditSchema>;
