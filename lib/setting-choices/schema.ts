import { z } from "zod";

/** What an execution role allows, by name. GET …/functions/[region]/[name]/configuration/role */
export const rolePoliciesSchema = z.object({
  roleName: z.string(),
  /** Managed policies. */
  attached: z.array(z.object({ name: z.string(), arn: z.string() })),
  /** Names of policies that are part of the role. */
  inline: z.array(z.string()),
  /** Why some or all are missing. */
  problem: z.object({ message: z.string(), hint: z.string().optional(), iamAction: z.string().optional(), iamResource: z.string().optional() }).optional(),
});
export type RolePolicies = z.infer<typeof rolePoliciesSchema>;

/** What provisioned concurrency can be set on. GET …/configuration/qualifiers */
export const qualifierListSchema = z.object({
  aliases: z.array(z.object({ name: z.string(), version: z.string() })),
  /** Published, newest first. */
  versions: z.array(z.string()),
});
export type QualifierList = z.infer<typeof qualifierListSchema>;

const layerChoiceSchema = z.object({
  name: z.string(),
  /** Of its newest version. */
  versionArn: z.string(),
  version: z.number(),
  description: z.string(),
  /** Empty = it does not say. */
  runtimes: z.array(z.string()),
});

/** The account's layers of the region, each with its newest version. GET …/configuration/layers */
export const layerChoicesSchema = z.object({ layers: z.array(layerChoiceSchema) });

/** A layer version that the function has. GET …/configuration/layers/used */
export const usedLayersSchema = z.object({
  layers: z.array(
    z.object({
      versionArn: z.string(),
      /** undefined = not permitted to look, as with another account's layer. */
      newestArn: z.string().optional(),
      newestVersion: z.number().optional(),
      /** Other functions of the region with any version of it. */
      alsoUsedBy: z.array(z.object({ name: z.string(), version: z.string() })),
    }),
  ),
});
