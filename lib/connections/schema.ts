import { z } from "zod";

/** What Warmstart may do through a connection: each mode includes the ones before it. */
export const connectionModeSchema = z.enum(["observe", "invoke", "operate"]);
export type ConnectionMode = z.infer<typeof connectionModeSchema>;

/** What was given, in quotes and at a readable length. */
export function quoted(input: unknown): string {
  const text = String(input);
  return `“${text.length > 64 ? `${text.slice(0, 64)}…` : text}”`;
}

export const connectionIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, {
  error: ({ input }) => `${quoted(input)} cannot be a connection's name: it has at most 32 small letters, digits and hyphens.`,
});
export const regionSchema = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, {
  error: ({ input }) => `${quoted(input)} is not the name of an AWS region, such as us-east-1.`,
});
export const functionNameSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, {
  error: ({ input }) => `${quoted(input)} cannot be a function's name: it has at most 64 letters, digits, hyphens and underscores.`,
});

/** A connection as the browser sees it: never credentials, endpoints' userinfo or role ARNs. */
export const connectionSchema = z.object({
  id: connectionIdSchema,
  name: z.string(),
  kind: z.enum(["local", "aws"]),
  mode: connectionModeSchema,
  /** Where the mode was set, so that the page can say how to change it. */
  modeSource: z.string(),
  /** 12 digits; undefined when GetCallerIdentity failed. */
  accountId: z.string().optional(),
  /** Host of a custom endpoint, for instance `127.0.0.1:5000`. */
  endpointHost: z.string().optional(),
  /** Regions shown when the address names none; the first is the default. */
  regions: z.array(regionSchema).min(1),
  /** A sentence when credentials or endpoint do not work. */
  problem: z.string().optional(),
});
export type Connection = z.infer<typeof connectionSchema>;

export const connectionListSchema = z.object({ connections: z.array(connectionSchema) });
export type ConnectionList = z.infer<typeof connectionListSchema>;

/** Route parameters shared by every API route below a connection. */
export const connectionParamsSchema = z.object({ connection: connectionIdSchema });
export const functionParamsSchema = connectionParamsSchema.extend({
  region: regionSchema,
  name: functionNameSchema,
});
