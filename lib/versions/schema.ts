import { z } from "zod";

export const LATEST = "$LATEST";

/** A published version's number; `$LATEST` where that is said. */
export const versionNumberSchema = z.string().regex(/^\d{1,10}$/, "A version is a number.");
export const aliasNameSchema = z
  .string()
  .regex(/^(?!\d+$)[A-Za-z0-9-_]{1,128}$/, "An alias has 1 to 128 letters, digits, hyphens and underscores, and is not only a number.");
/** What can be compared: `$LATEST`, a version or an alias. */
export const qualifierSchema = z.string().regex(/^(\$LATEST|[A-Za-z0-9-_]{1,128})$/, "This is no version and no alias.");

export const functionVersionSchema = z.object({
  /** `$LATEST` or a number. */
  version: z.string(),
  description: z.string(),
  lastModifiedMs: z.number(),
  codeSha256: z.string(),
  codeSizeBytes: z.number(),
  /** undefined for an image. */
  runtime: z.string().optional(),
  architecture: z.enum(["x86_64", "arm64"]),
  memoryMb: z.number(),
  timeoutSeconds: z.number(),
});
export type FunctionVersion = z.infer<typeof functionVersionSchema>;

export const aliasSchema = z.object({
  name: z.string(),
  description: z.string(),
  version: z.string(),
  /** A second version and its share of the invocations, above 0 and below 1. */
  additional: z.object({ version: z.string(), weight: z.number() }).optional(),
  revisionId: z.string(),
  /** What it pointed at before Warmstart last changed it, when that version is still there. */
  previousVersion: z.string().optional(),
});
export type Alias = z.infer<typeof aliasSchema>;

/** GET …/versions : `$LATEST` first, then the newest. */
export const versionListSchema = z.object({
  versions: z.array(functionVersionSchema),
  aliases: z.array(aliasSchema),
  /** Of `$LATEST`: publishing is guarded by it. */
  revisionId: z.string(),
});
export type VersionList = z.infer<typeof versionListSchema>;

const descriptionSchema = z.string().max(256, "A description has at most 256 characters.");

/** POST …/versions: publishes the `$LATEST` that the person saw. */
export const publishRequestSchema = z.object({ description: descriptionSchema, codeSha256: z.string(), revisionId: z.string() });
export type PublishRequest = z.infer<typeof publishRequestSchema>;
/** `created` is false when nothing had changed since that version. */
export const publishedSchema = z.object({ version: z.string(), created: z.boolean() });

/** What an alias points at. */
export const aliasTargetSchema = z
  .object({
    version: z.union([versionNumberSchema, z.literal(LATEST)]),
    additional: z
      .object({
        version: versionNumberSchema,
        weight: z.number().gt(0, "The share must be more than 0 %.").lt(1, "The share must be less than 100 %."),
      })
      .optional(),
    description: descriptionSchema,
  })
  .refine(({ version, additional }) => !additional || version !== LATEST, "An alias with two versions cannot point at $LATEST.")
  .refine(({ version, additional }) => additional?.version !== version, "The two versions must differ.");
export type AliasTarget = z.infer<typeof aliasTargetSchema>;

/** POST …/aliases */
export const aliasCreationSchema = z.object({ name: aliasNameSchema, target: aliasTargetSchema });
export type AliasCreation = z.infer<typeof aliasCreationSchema>;
/** PUT …/aliases/[alias] */
export const aliasUpdateSchema = z.object({ revisionId: z.string(), target: aliasTargetSchema });
export type AliasUpdate = z.infer<typeof aliasUpdateSchema>;
export const aliasResultSchema = z.object({ alias: aliasSchema, changeId: z.string() });

/** GET …/versions/comparison?left=&right= */
export const comparisonRequestSchema = z.object({ left: qualifierSchema, right: qualifierSchema });
export type ComparisonRequest = z.infer<typeof comparisonRequestSchema>;
const sideSchema = z.object({ qualifier: z.string(), version: z.string(), codeSha256: z.string(), codeSizeBytes: z.number(), lastModifiedMs: z.number() });
export const versionComparisonSchema = z.object({
  left: sideSchema,
  right: sideSchema,
  /** One row a setting, equal ones too. undefined = not set on that side. */
  settings: z.array(z.object({ field: z.string(), left: z.string().optional(), right: z.string().optional() })),
  /** Names only: values stay on the server. */
  variables: z.array(z.object({ key: z.string(), state: z.enum(["same", "different", "left_only", "right_only"]) })),
});
export type VersionComparison = z.infer<typeof versionComparisonSchema>;

/** GET …/aliases/[alias]/traffic?range= : each version that the alias leads to, from CloudWatch. */
export const aliasTrafficSchema = z.object({
  startMs: z.number(),
  endMs: z.number(),
  sides: z.array(
    z.object({
      version: z.string(),
      invocations: z.number(),
      errors: z.number(),
      /** Of the whole range; undefined where nothing ran. */
      durationP95Ms: z.number().optional(),
    }),
  ),
});
export type AliasTraffic = z.infer<typeof aliasTrafficSchema>;

/** GET …/versions/cleanup */
export const cleanupSchema = z.object({
  /** Nothing references them, as far as everything below could be read. Oldest first. */
  deletable: z.array(z.object({ version: z.string(), codeSizeBytes: z.number(), lastModifiedMs: z.number(), description: z.string() })),
  kept: z.array(z.object({ version: z.string(), reasons: z.array(z.string()) })),
  /** What was read to know that; each with how much there was. */
  proof: z.array(z.object({ what: z.string(), found: z.number() })),
  /** What could not be read: then nothing is proposed. */
  unread: z.array(z.object({ what: z.string(), message: z.string(), iamAction: z.string().optional() })),
  reclaimableBytes: z.number(),
  /** Invocations are looked for this far back. */
  quietDays: z.number(),
});
export type Cleanup = z.infer<typeof cleanupSchema>;

/** POST …/versions/cleanup: each is looked at again before it goes. */
export const cleanupRequestSchema = z.object({ versions: z.array(versionNumberSchema).min(1).max(200) });
export const cleanupResultSchema = z.object({
  deleted: z.array(z.string()),
  failed: z.array(z.object({ version: z.string(), message: z.string() })),
  reclaimedBytes: z.number(),
});
export type CleanupResult = z.infer<typeof cleanupResultSchema>;
