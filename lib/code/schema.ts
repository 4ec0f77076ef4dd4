import { z } from "zod";
import { qualifierSchema } from "@/lib/versions/schema";

/** Path of a file inside a package: relative, with forward slashes, and nowhere outside of it. */
export const packagePathSchema = z
  .string()
  .min(1, "Give the file a name.")
  .max(512, "The path has more than 512 characters.")
  .refine((path) => !path.startsWith("/") && !path.endsWith("/") && !path.includes("\\") && !path.includes("\0"), "A path is relative, with / between folders.")
  .refine((path) => path.split("/").every((part) => part !== "" && part !== "." && part !== ".."), "A path has no empty part, no . and no .. in it.");

const packageFileSchema = z.object({ path: z.string(), sizeBytes: z.number(), compressedBytes: z.number() });

/** GET …/code?qualifier= */
export const codeRequestSchema = z.object({ qualifier: qualifierSchema.default("$LATEST") });
export const packageSchema = z.object({
  qualifier: z.string(),
  version: z.string(),
  packageType: z.enum(["Zip", "Image"]),
  runtime: z.string().optional(),
  handler: z.string().optional(),
  /** Base64, as AWS writes it. */
  codeSha256: z.string(),
  codeSizeBytes: z.number(),
  revisionId: z.string(),
  lastModifiedMs: z.number(),
  imageUri: z.string().optional(),
  /** undefined when the package could not be looked into; then `unreadReason` says why. */
  contents: z
    .object({
      unpackedBytes: z.number(),
      fileCount: z.number(),
      /** By path; at most 2,000, the largest of them. */
      files: z.array(packageFileSchema),
    })
    .optional(),
  unreadReason: z.string().optional(),
  /** Where the handler is looked for, and the file that is there; undefined where a runtime has no file for it. */
  handlerFile: z.object({ expected: z.array(z.string()), found: z.string().optional() }).optional(),
  /** Files can be read and changed here; else why not. */
  editable: z.boolean(),
  editRefusal: z.string().optional(),
});
export type Package = z.infer<typeof packageSchema>;

/** GET …/code/file?qualifier=&path= */
export const sourceRequestSchema = codeRequestSchema.extend({ path: packagePathSchema });
export const sourceFileSchema = z.object({
  path: z.string(),
  sizeBytes: z.number(),
  /** undefined when it is not text or too large to show. */
  text: z.string().optional(),
  unshownReason: z.string().optional(),
});
export type SourceFile = z.infer<typeof sourceFileSchema>;

/** GET …/code/comparison?left=&right= */
export const packageComparisonSchema = z.object({
  sameCode: z.boolean(),
  files: z.array(
    z.object({
      path: z.string(),
      state: z.enum(["same", "different", "left_only", "right_only"]),
      leftBytes: z.number().optional(),
      rightBytes: z.number().optional(),
    }),
  ),
});
export type PackageComparison = z.infer<typeof packageComparisonSchema>;

/** PUT …/code/files: what was edited of the package with the checksum that the person saw. */
export const fileEditsSchema = z
  .object({
    revisionId: z.string(),
    codeSha256: z.string(),
    /** New or changed. */
    files: z.array(z.object({ path: packagePathSchema, text: z.string().max(1_048_576, "A file edited here has at most 1 MB.") })).max(200),
    removed: z.array(packagePathSchema).max(200),
  })
  .refine(({ files, removed }) => files.length + removed.length > 0, "Nothing was changed.");
export type FileEdits = z.infer<typeof fileEditsSchema>;

/** PUT …/code/package?revisionId=&sha256=&withoutHandler= with a zip as its body. `sha256` is hexadecimal, of the file as the browser read it. */
export const packageUploadSchema = z.object({
  revisionId: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The person knows that the handler's file is not in it. */
  withoutHandler: z.enum(["yes", "no"]).default("no"),
});

/** PUT …/code/source */
export const codeSourceSchema = z.object({
  revisionId: z.string(),
  source: z.union([
    z.object({
      bucket: z.string().regex(/^[0-9A-Za-z.\-_]{3,63}$/, "A bucket has 3 to 63 letters, digits, dots, hyphens and underscores."),
      key: z.string().min(1, "Give the object's key.").max(1_024),
      objectVersion: z.string().max(1_024).optional(),
    }),
    z.object({ imageUri: z.string().min(1, "Give the image's URI.").max(1_024) }),
  ]),
});
export type CodeSourceRequest = z.infer<typeof codeSourceSchema>;

/** Answer of each deployment, once AWS has applied it. */
export const deployedSchema = z.object({
  codeSha256: z.string(),
  /** The checksum that AWS names is the one of what was sent; undefined where Warmstart did not have the bytes. */
  verified: z.boolean().optional(),
  changeId: z.string(),
});
export type Deployed = z.infer<typeof deployedSchema>;
