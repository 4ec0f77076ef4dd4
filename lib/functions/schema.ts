import { z } from "zod";
import { regionSchema } from "@/lib/connections/schema";

/** One row of the list. ListFunctions carries no state: `state` is undefined until GetFunctionConfiguration was read. */
export const functionSummarySchema = z.object({
  region: regionSchema,
  name: z.string(),
  description: z.string(),
  /** undefined for container images. */
  runtime: z.string().optional(),
  handler: z.string().optional(),
  packageType: z.enum(["Zip", "Image"]),
  architecture: z.enum(["x86_64", "arm64"]),
  memoryMb: z.number(),
  timeoutSeconds: z.number(),
  ephemeralStorageMb: z.number(),
  codeSizeBytes: z.number(),
  lastModifiedMs: z.number(),
  /** `Active`, `Pending`, `Inactive`, `Failed` …; undefined = not read. */
  state: z.string().optional(),
  lastUpdateStatus: z.string().optional(),
  /** undefined = not read or not permitted (then the list says so once). */
  tags: z.record(z.string(), z.string()).optional(),
  /** Where it logs, if not to `/aws/lambda/<name>`; several functions may share it. */
  customLogGroup: z.string().optional(),
  /** undefined = unreserved or not read. */
  reservedConcurrency: z.number().optional(),
});
export type FunctionSummary = z.infer<typeof functionSummarySchema>;

export const regionProblemSchema = z.object({
  region: regionSchema,
  message: z.string(),
  hint: z.string().optional(),
  iamAction: z.string().optional(),
  iamResource: z.string().optional(),
});
export type RegionProblem = z.infer<typeof regionProblemSchema>;

/** GET /api/[connection]/functions?regions=a,b */
export const functionListSchema = z.object({
  functions: z.array(functionSummarySchema),
  /** A region that could not be read; the others are still listed. */
  problems: z.array(regionProblemSchema),
  /** Tags, state and reserved concurrency are read one function at a time, in the background. */
  detailsPending: z.number(),
  loadedAtMs: z.number(),
});
export type FunctionList = z.infer<typeof functionListSchema>;

/** GET /api/[connection]/functions/[region]/[name] — without any environment value. */
export const functionDetailSchema = functionSummarySchema.extend({
  functionArn: z.string(),
  roleArn: z.string(),
  revisionId: z.string(),
  stateReason: z.string().optional(),
  lastUpdateStatusReason: z.string().optional(),
  logGroup: z.string(),
  logFormat: z.enum(["Text", "JSON"]),
  environmentKeys: z.array(z.string()),
  /** Error of KMS when AWS cannot decrypt the variables. */
  environmentError: z.string().optional(),
  layers: z.array(z.string()),
  /** Account's limit in this region; undefined when GetAccountSettings is not permitted. */
  accountConcurrencyLimit: z.number().optional(),
  /** Panels that could not be read for lack of permission. */
  problems: z.array(regionProblemSchema),
});
export type FunctionDetail = z.infer<typeof functionDetailSchema>;

/** `a,b` of a query string; undefined = the connection's own regions. */
export const regionListSchema = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(regionSchema).min(1).max(40))
  .optional();
