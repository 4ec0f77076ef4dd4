/** Which versions something still refers to, so that only the others are proposed for deletion. */
import type { Alias, FunctionVersion } from "./schema";
import { qualifierOfArn } from "./qualifier-of-arn";
import { rollBackVersion } from "./traffic-shares";

/** Everything that can name a version. Invocations by version over the quiet days; a version that is missing had none. */
export interface ReferenceSources {
  aliases: readonly Pick<Alias, "name" | "version" | "additional" | "previousVersion">[];
  provisioned: readonly { functionArn: string }[];
  mappings: readonly { functionArn: string; id: string }[];
  urls: readonly { functionArn: string }[];
  asynchronous: readonly { functionArn: string }[];
  /** Versions that have a resource policy of their own. */
  policies: readonly string[];
  invocations: ReadonlyMap<string, number>;
}

/** Reasons to keep, by version number; a version without one is not in the map. The newest is kept as the way back. */
export function findReferences(versions: readonly Pick<FunctionVersion, "version">[], sources: ReferenceSources, quietDays: number): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  const numbers = new Set(versions.map(({ version }) => version));
  const keep = (version: string | undefined, reason: string) => {
    if (version === undefined || !numbers.has(version)) return;
    reasons.set(version, [...(reasons.get(version) ?? []), reason]);
  };
  for (const alias of sources.aliases) {
    const { name, version, additional } = alias;
    keep(version, `the alias ${name} points at it`);
    if (additional) keep(additional.version, `the alias ${name} sends it ${Math.round(additional.weight * 1_000) / 10} %`);
    else keep(rollBackVersion(alias), `${name} can be rolled back to it`);
  }
  for (const { functionArn } of sources.provisioned) keep(qualifierOfArn(functionArn), "provisioned concurrency is set on it");
  for (const { functionArn, id } of sources.mappings) keep(qualifierOfArn(functionArn), `the event source mapping ${id} invokes it`);
  for (const { functionArn } of sources.urls) keep(qualifierOfArn(functionArn), "a function URL invokes it");
  for (const { functionArn } of sources.asynchronous) keep(qualifierOfArn(functionArn), "it has asynchronous settings of its own");
  for (const version of sources.policies) keep(version, "its policy lets others invoke it");
  for (const [version, count] of sources.invocations) {
    if (count > 0) keep(version, `it ran ${count.toLocaleString("en")} ${count === 1 ? "time" : "times"} in the last ${quietDays} days`);
  }
  keep(newestOf(numbers), "it is the newest version");
  return reasons;
}

function newestOf(versions: ReadonlySet<string>): string | undefined {
  return [...versions].filter((version) => /^\d+$/.test(version)).toSorted((a, b) => Number(b) - Number(a))[0];
}
