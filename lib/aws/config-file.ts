import "server-only";
import { z } from "zod";
import { connectionIdSchema, connectionModeSchema, regionSchema } from "@/lib/connections/schema";

const RESERVED_IDS = ["local", "aws", "config-file"];

const configuredConnectionSchema = z.strictObject({
  id: connectionIdSchema.refine((id) => !RESERVED_IDS.includes(id), "is taken by Warmstart itself"),
  name: z.string().trim().min(1).max(60),
  /** Profile of the shared AWS config files; the default credential chain when absent. */
  profile: z.string().min(1).optional(),
  /** Role to assume with those credentials. */
  roleArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/, "must be the ARN of a role")
    .optional(),
  externalId: z.string().min(2).optional(),
  regions: z.array(regionSchema).min(1).optional(),
  mode: connectionModeSchema.default("observe"),
});
export type ConfiguredConnection = z.infer<typeof configuredConnectionSchema>;

const configFileSchema = z.strictObject({
  connections: z
    .array(configuredConnectionSchema)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "two connections have the same id"),
});

/** Connections of the file, or what is wrong with it in one sentence without any value of the file. */
export type ConfigFile = { connections: ConfiguredConnection[] } | { problem: string };

/** Reads warmstart.config.json, the operator's list of further ways into AWS. */
export function parseConfigFile(text: string): ConfigFile {
  const json = parseJson(text);
  if (json === undefined) return { problem: "It is not valid JSON." };
  const parsed = configFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join(".") ?? "";
  return { problem: place ? `${place}: ${issue?.message}` : (issue?.message ?? "It has an unexpected form.") };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
