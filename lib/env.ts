import "server-only";
import { userInfo } from "node:os";
import { z } from "zod";

const onOff = z.enum(["on", "off"]).default("on");

/** Server environment, as `npm start` hands it over (paths absolute, defaults filled in). */
const environmentSchema = z.object({
  DATABASE_URL: z.string().startsWith("file:", "DATABASE_URL must be a SQLite file, for instance file:/var/lib/warmstart/warmstart.db"),
  WARMSTART_DATA_DIR: z.string().min(1),
  WARMSTART_LOCAL: onOff,
  /** Set when the local region runs. */
  WARMSTART_LOCAL_ENDPOINT: z.url().optional(),
  WARMSTART_LOCAL_ACCESS_KEY_ID: z.string().optional(),
  WARMSTART_LOCAL_SECRET_ACCESS_KEY: z.string().optional(),
  WARMSTART_AWS_MODE: z.enum(["observe", "invoke", "operate"]).default("observe"),
  /** warmstart.config.json; it need not exist. */
  WARMSTART_CONFIG: z.string().optional(),
});

export type ServerEnvironment = z.infer<typeof environmentSchema>;

let cached: ServerEnvironment | undefined;

/** Parsed once, lazily: `next build` imports every route and has no such environment. */
export function serverEnvironment(): ServerEnvironment {
  cached ??= environmentSchema.parse(process.env);
  return cached;
}

/** Who acts: without a sign-in, the user of this machine under whom Warmstart runs. */
export function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return "operator";
  }
}
