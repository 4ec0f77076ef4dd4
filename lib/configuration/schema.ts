import { z } from "zod";
import { changedFieldSchema } from "@/lib/activity/schema";

/** Operations that save settings. */
export const saveOperationSchema = z.enum([
  "UpdateFunctionConfiguration",
  "PutFunctionConcurrency",
  "DeleteFunctionConcurrency",
  "PutProvisionedConcurrencyConfig",
  "DeleteProvisionedConcurrencyConfig",
  "PutFunctionEventInvokeConfig",
  "DeleteFunctionEventInvokeConfig",
  "CreateFunctionUrlConfig",
  "UpdateFunctionUrlConfig",
  "DeleteFunctionUrlConfig",
  "PutRuntimeManagementConfig",
  "PutFunctionRecursionConfig",
  "TagResource",
  "UntagResource",
]);
export type SaveOperation = z.infer<typeof saveOperationSchema>;

/** One AWS call of a save: the settings it changes, and its members but for the function's name. */
export const plannedCallSchema = z.object({
  operation: saveOperationSchema,
  fields: z.array(z.string()),
  input: z.record(z.string(), z.unknown()),
});
export type PlannedCall = z.infer<typeof plannedCallSchema>;

/** A call with what became of it. `running` in a save that is not at work any more: the answer was lost. */
export const callStateSchema = plannedCallSchema.extend({
  state: z.enum(["waiting", "running", "done", "failed"]),
  error: z.string().optional(),
});
export type CallState = z.infer<typeof callStateSchema>;

/** Settings by field; null = none is set, missing = not read. See `settings.ts`. */
export const settingsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Settings that one operation reads. */
export const settingGroupSchema = z.enum(["configuration", "concurrency", "provisioned", "asynchronous", "url", "runtimeManagement", "recursion", "tags"]);
export type SettingGroup = z.infer<typeof settingGroupSchema>;

/** GET …/functions/[region]/[name]/configuration, without variables. */
export const functionSettingsSchema = z.object({
  settings: settingsSchema,
  functionArn: z.string(),
  packageType: z.enum(["Zip", "Image"]),
  architecture: z.enum(["x86_64", "arm64"]),
  vpcId: z.string().optional(),
  functionUrl: z.string().optional(),
  /** State of each provisioned concurrency, by version or alias. */
  provisioned: z.array(z.object({ qualifier: z.string(), status: z.string().optional() })),
  /** Groups that could not be read: their fields are missing. */
  problems: z.array(
    z.object({ group: settingGroupSchema, message: z.string(), hint: z.string().optional(), iamAction: z.string().optional(), iamResource: z.string().optional() }),
  ),
  /** The newest save, when some of its calls were made and others not. */
  unfinished: z.object({ changeId: z.string(), calls: z.array(callStateSchema), error: z.string().optional(), atMs: z.number() }).optional(),
});
export type FunctionSettingsAnswer = z.infer<typeof functionSettingsSchema>;

/** PUT …/functions/[region]/[name]/configuration. `base` holds what the person saw: a change made meanwhile is found by it. */
export const configurationUpdateSchema = z.object({
  base: settingsSchema,
  changes: settingsSchema.refine((fields) => Object.keys(fields).length > 0, "Nothing was changed."),
});
export type ConfigurationUpdate = z.infer<typeof configurationUpdateSchema>;

/** GET …/configuration/restore?before=: what going back to the state before a change would do now. */
export const restorePlanSchema = z.object({
  fields: z.array(changedFieldSchema),
  /** Why it cannot be done. */
  refusal: z.string().optional(),
});

/** POST …/configuration/restore */
export const restoreRequestSchema = z.object({ before: z.string() });

/** POST …/configuration/resume: makes the calls of a save that are left. */
export const resumeRequestSchema = z.object({ changeId: z.string() });

const settingValueSchema = z.union([z.string(), z.number(), z.null()]);

/** `AppError.details.data` of a `revision_conflict` for configuration. */
export const configurationConflictSchema = z.object({
  /** One row per field that is not the same in all three. `both` = changed by both to different values. */
  fields: z.array(z.object({ field: z.string(), base: settingValueSchema, mine: settingValueSchema, theirs: settingValueSchema, both: z.boolean() })),
});
export type ConfigurationConflict = z.infer<typeof configurationConflictSchema>;

/** `AppError.details.data` of a save that came to a halt. */
export const haltedSaveSchema = z.object({ changeId: z.string(), calls: z.array(callStateSchema) });

/** One variable without its value. `fingerprint` changes when the value does and reveals nothing of it. */
export const environmentVariableSchema = z.object({
  key: z.string(),
  valueBytes: z.number(),
  fingerprint: z.string(),
  /** Why it looks like a secret, in a sentence. */
  secretHint: z.string().optional(),
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
