import { z } from "zod";

function wholeNumber(label: string, min: number, max: number, unit: string) {
  const error = `${label} must be a whole number between ${min.toLocaleString("en")} and ${max.toLocaleString("en")} ${unit}.`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** Fields of a function that Warmstart edits, with AWS's limits. https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html */
export const configurationFieldsSchema = z.object({
  memoryMb: wholeNumber("Memory", 128, 10_240, "MB"),
  timeoutSeconds: wholeNumber("Timeout", 1, 900, "s"),
  ephemeralStorageMb: wholeNumber("Ephemeral storage", 512, 10_240, "MB"),
  handler: z.string().regex(/^\S{1,128}$/, "A handler has 1 to 128 characters without white space."),
  description: z.string().max(256, "A description has at most 256 characters."),
});
export type ConfigurationFields = z.infer<typeof configurationFieldsSchema>;
export type ConfigurationField = keyof ConfigurationFields;

/** Values as AWS gave them: not checked, as an image has no handler. */
const seenFieldsSchema = z
  .object({ memoryMb: z.number(), timeoutSeconds: z.number(), ephemeralStorageMb: z.number(), handler: z.string(), description: z.string() })
  .partial();

/** PUT …/functions/[region]/[name]/configuration. `base` holds the values the person saw, for the fields in `changes`. */
export const configurationUpdateSchema = z.object({
  revisionId: z.string(),
  base: seenFieldsSchema,
  changes: configurationFieldsSchema.partial().refine((fields) => Object.keys(fields).length > 0, "Nothing was changed."),
});
export type ConfigurationUpdate = z.infer<typeof configurationUpdateSchema>;

/** `AppError.details.data` of a `revision_conflict` for configuration. */
export const configurationConflictSchema = z.object({
  revisionId: z.string(),
  /** One row per field that is not the same in all three. `both` = changed by both to different values. */
  fields: z.array(
    z.object({
      field: z.string(),
      base: z.union([z.string(), z.number()]).optional(),
      mine: z.union([z.string(), z.number()]).optional(),
      theirs: z.union([z.string(), z.number()]).optional(),
      both: z.boolean(),
    }),
  ),
});
export type ConfigurationConflict = z.infer<typeof configurationConflictSchema>;

/** One variable without its value. `fingerprint` changes when the value does and reveals nothing of it. */
export const environmentVariableSchema = z.object({
  key: z.string(),
  valueBytes: z.number(),
  fingerprint: z.string(),
});
/** GET …/functions/[region]/[name]/environment */
export const environmentSchema = z.object({
  revisionId: z.string(),
  variables: z.array(environmentVariableSchema),
  /** Bytes of all keys and values together; AWS allows 4,096. */
  totalBytes: z.number(),
  error: z.string().optional(),
});
export type Environment = z.infer<typeof environmentSchema>;

/** POST …/environment/reveal */
export const revealRequestSchema = z.object({ key: z.string() });
export const revealedValueSchema = z.object({ key: z.string(), value: z.string() });

/**
 * PUT …/environment: what to change, never the whole map. A key that is in neither stays as it is.
 * `base` holds the fingerprints the person saw, so that a change made meanwhile is found.
 */
export const environmentUpdateSchema = z.object({
  revisionId: z.string(),
  base: z.record(z.string(), z.string()),
  set: z.record(z.string(), z.string()),
  remove: z.array(z.string()),
  /** Old key → new key: the value moves without the browser having seen it. */
  rename: z.record(z.string(), z.string()).default({}),
});
export type EnvironmentUpdate = z.input<typeof environmentUpdateSchema>;

/** `AppError.details.data` of a `revision_conflict` for the environment: names only. */
export const environmentConflictSchema = z.object({
  revisionId: z.string(),
  /** The environment as it is now, to go on from. */
  current: environmentSchema,
  keys: z.array(
    z.object({
      key: z.string(),
      mine: z.enum(["set", "removed", "renamed", "untouched"]),
      theirs: z.enum(["added", "changed", "removed", "untouched"]),
      /** Both touched it. */
      both: z.boolean(),
    }),
  ),
});
export type EnvironmentConflict = z.infer<typeof environmentConflictSchema>;

/** Answer of both updates, once `LastUpdateStatus` is no longer InProgress. */
export const updateResultSchema = z.object({
  revisionId: z.string(),
  changeId: z.string(),
  lastUpdateStatus: z.string(),
});
export type UpdateResult = z.infer<typeof updateResultSchema>;
