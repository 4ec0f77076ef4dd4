import { z } from "zod";
import { qualifierSchema } from "@/lib/versions/schema";

/**
 * - `works`: both halves are there, as far as Lambda's own API tells.
 * - `permission_only`: a source may invoke the function; whether it is set up to do so is written at the source.
 * - `never_fires`: something keeps it from ever invoking the function.
 */
export const verdictSchema = z.enum(["works", "permission_only", "never_fires"]);
export type TriggerVerdict = z.infer<typeof verdictSchema>;

export const mappingSchema = z.object({
  id: z.string(),
  sourceArn: z.string().optional(),
  state: z.string(),
  stateReason: z.string().optional(),
  lastProcessingResult: z.string().optional(),
  batchSize: z.number().optional(),
  windowSeconds: z.number().optional(),
  maximumConcurrency: z.number().optional(),
  startingPosition: z.string().optional(),
  filters: z.array(z.string()),
  onFailureArn: z.string().optional(),
  reportsItemFailures: z.boolean(),
  topics: z.array(z.string()),
  queues: z.array(z.string()),
});
export type Mapping = z.infer<typeof mappingSchema>;

export const statementSchema = z.object({
  statementId: z.string(),
  effect: z.enum(["Allow", "Deny"]),
  /** Service such as `s3.amazonaws.com`, account, ARN or `*`. */
  principal: z.string(),
  actions: z.array(z.string()),
  sourceArn: z.string().optional(),
  sourceAccount: z.string().optional(),
  organizationId: z.string().optional(),
  urlAuthType: z.string().optional(),
  viaUrl: z.boolean(),
  /** Conditions that none of the above shows, by their key. */
  otherConditions: z.array(z.string()),
});
export type PolicyStatement = z.infer<typeof statementSchema>;

export const urlSchema = z.object({ url: z.string(), authType: z.enum(["NONE", "AWS_IAM"]), invokeMode: z.string() });
export type TriggerUrl = z.infer<typeof urlSchema>;

const shared = {
  /** Stable over reads. */
  id: z.string(),
  /** What invokes: `SQS`, `S3`, `Function URL` … */
  source: z.string(),
  /** Name of the source, as far as it is known. */
  name: z.string(),
  /** What is invoked: `$LATEST`, a version or an alias. */
  qualifier: z.string(),
  verdict: verdictSchema,
  /** Why, in a sentence. */
  reason: z.string(),
  /** What is worth a look although it works. */
  notes: z.array(z.string()),
};
export const triggerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mapping"), ...shared, mapping: mappingSchema }),
  z.object({ kind: z.literal("permission"), ...shared, statement: statementSchema }),
  z.object({ kind: z.literal("url"), ...shared, url: urlSchema }),
]);
export type Trigger = z.infer<typeof triggerSchema>;

export const destinationSchema = z.object({
  qualifier: z.string(),
  /** When an event goes there. */
  when: z.enum(["success", "failure", "dead_letter", "batch_failure"]),
  targetArn: z.string(),
});
export type Destination = z.infer<typeof destinationSchema>;

/** GET …/triggers */
export const triggerListSchema = z.object({
  triggers: z.array(triggerSchema),
  destinations: z.array(destinationSchema),
  /** Versions and aliases that a permission can be given on. */
  qualifiers: z.array(z.string()),
  /** 0 = stopped: nothing fires. undefined = none, or not readable. */
  reservedConcurrency: z.number().optional(),
  /** What could not be read; the rest is shown. */
  problems: z.array(z.object({ what: z.string(), message: z.string(), iamAction: z.string().optional(), iamResource: z.string().optional() })),
});
export type TriggerList = z.infer<typeof triggerListSchema>;

const arnSchema = z.string().regex(/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{0,12}:.+$/, "This is no ARN, such as arn:aws:sqs:us-east-1:000000000000:orders.");
const count = (label: string, min: number, max: number) => {
  const error = `${label} must be a whole number between ${min} and ${max.toLocaleString("en")}.`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

/** Settings of a mapping that are changed here. https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html */
export const mappingEditSchema = z.object({
  enabled: z.boolean().optional(),
  batchSize: count("Batch size", 1, 10_000).optional(),
  windowSeconds: count("Batch window", 0, 300).optional(),
  /** null takes the limit away. */
  maximumConcurrency: count("Maximum concurrency", 2, 1_000).nullable().optional(),
  filters: z.array(z.string().min(1).max(4_096, "A filter has at most 4,096 characters.")).max(10, "A mapping has at most 10 filters.").optional(),
  onFailureArn: z.union([z.literal(""), arnSchema]).optional(),
});
export type MappingEdit = z.infer<typeof mappingEditSchema>;
/** PUT …/triggers/mappings/[id] */
export const mappingUpdateSchema = mappingEditSchema.refine((edit) => Object.keys(edit).length > 0, "Nothing was changed.");
export const mappingIdSchema = z.uuid("This is not the id of an event source mapping.");

/** POST …/triggers/mappings */
export const mappingCreationSchema = z.object({
  sourceArn: arnSchema,
  batchSize: count("Batch size", 1, 10_000),
  qualifier: qualifierSchema,
  startingPosition: z.enum(["LATEST", "TRIM_HORIZON"]).optional(),
});
export type MappingCreation = z.infer<typeof mappingCreationSchema>;

export const statementIdSchema = z.string().regex(/^[A-Za-z0-9-_.]{1,100}$/, "A statement's id has 1 to 100 letters, digits, hyphens and underscores.");
/** POST …/triggers/permissions */
export const permissionCreationSchema = z.object({
  statementId: z.string().regex(/^[A-Za-z0-9-_]{1,100}$/, "The id has 1 to 100 letters, digits, hyphens and underscores."),
  principal: z.string().regex(/^(\*|\d{12}|[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com|arn:aws[a-z-]*:.+)$/, "The principal is a service such as s3.amazonaws.com, an account of 12 digits, an ARN or *."),
  sourceArn: arnSchema.optional(),
  sourceAccount: z.string().regex(/^\d{12}$/, "An account has 12 digits.").optional(),
  qualifier: qualifierSchema,
});
export type PermissionCreation = z.infer<typeof permissionCreationSchema>;
/** DELETE …/triggers/permissions/[statementId]?qualifier= */
export const permissionRemovalSchema = z.object({ qualifier: qualifierSchema });

export const triggerChangedSchema = z.object({ changeId: z.string() });
