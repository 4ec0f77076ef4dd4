import { createHash } from "node:crypto";

/** `nodejs:22.v1` and the ARN that GetFunctionConfiguration shows for the same runtime. */
export function runtimeVersion(region: string, runtime: string): { name: string; arn: string } {
  const [, language = runtime, number = ""] = /^([a-z]+)(.*?)(\.x)?$/.exec(runtime) ?? [];
  const hash = createHash("sha256").update(runtime).digest("hex");
  return { name: `${language}:${number}.v1`, arn: `arn:aws:lambda:${region}::runtime:${hash}` };
}
