import { z } from "zod";
import { functionNameSchema, regionSchema } from "@/lib/connections/schema";

/** `arn:aws:iam::123456789012:role/service-role/name`; other partitions too. */
export const roleArnSchema = z
  .string()
  .regex(/^arn:aws[a-zA-Z-]*:iam::\d{12}:role\/[\w+=,.@\-/]{1,512}$/, "A role is written as arn:aws:iam::123456789012:role/name.");

const wholeNumber = (label: string, min: number, max: number, unit: string) => {
  const error = `${label} must be a whole number between ${min.toLocaleString("en")} and ${max.toLocaleString("en")} ${unit}.`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

/** Zip uploads travel as base64 inside a request of at most 16 MB. */
export const UPLOAD_MAX_BYTES = 11 * 1024 * 1024;

const sourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("template"), template: z.enum(["node-hello", "node-http", "python-hello", "python-http"]) }),
  z.object({ kind: z.literal("zip"), zipBase64: z.base64("The zip did not arrive whole. Choose it again.").max(Math.ceil(UPLOAD_MAX_BYTES / 3) * 4, "The zip is larger than 11 MB.") }),
  z.object({
    kind: z.literal("copy"),
    region: regionSchema,
    name: functionNameSchema,
    /** What comes along besides code and settings. */
    variables: z.boolean(),
    tags: z.boolean(),
    concurrency: z.boolean(),
  }),
]);

/** POST /api/[connection]/new-functions */
export const newFunctionSchema = z.object({
  region: regionSchema,
  name: functionNameSchema,
  description: z.string().max(256, "A description has at most 256 characters."),
  roleArn: roleArnSchema,
  /** Absent in a copy of a container image. */
  runtime: z.string().regex(/^[a-z0-9.]{2,40}$/, "This is not the id of a runtime.").optional(),
  handler: z.string().regex(/^\S{1,128}$/, "A handler has 1 to 128 characters without white space.").optional(),
  architecture: z.enum(["x86_64", "arm64"]),
  memoryMb: wholeNumber("Memory", 128, 10_240, "MB"),
  timeoutSeconds: wholeNumber("Timeout", 1, 900, "s"),
  source: sourceSchema,
});
export type NewFunction = z.infer<typeof newFunctionSchema>;

export const createdFunctionSchema = z.object({ region: regionSchema, name: functionNameSchema, changeId: z.string() });

/** GET /api/[connection]/new-functions: roles that other functions run under, most used first. */
export const knownRolesSchema = z.object({ roles: z.array(z.object({ arn: z.string(), functions: z.number() })) });

/** GET …/functions/[region]/[name]/deletion: what goes along, and what stays. */
export const deletionPreviewSchema = z.object({
  goes: z.array(z.string()),
  stays: z.array(z.string()),
  /** Bytes of the package that would be kept; undefined for an image. */
  codeSizeBytes: z.number().optional(),
});
export type DeletionPreview = z.infer<typeof deletionPreviewSchema>;

/** POST …/functions/[region]/[name]/deletion */
export const deletionRequestSchema = z.object({
  /** The function's name, as the person typed it. */
  confirm: z.string(),
  /** Delete although the code cannot be kept. */
  withoutCode: z.boolean().default(false),
});
export const deletionResultSchema = z.object({ changeId: z.string(), codeKept: z.boolean() });
