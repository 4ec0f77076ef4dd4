import { versionOfAlias } from "./alias-record.ts";
import type { FunctionVersion } from "./function-version.ts";
import { functionPending } from "./lambda-errors.ts";
import type { LambdaContext } from "./operation.ts";
import type { QualifiedVersion } from "./qualified-version.ts";

/**
 * What one invocation runs: an alias with weights draws one of its versions, each time anew. Throws AWS's 409 while
 * the version is being made.
 */
export function versionToRun(context: Pick<LambdaContext, "tables" | "versionOf">, found: QualifiedVersion): FunctionVersion {
  const { function: owner, version: main, alias } = found;
  const drawn = alias && versionOfAlias(alias, Math.random());
  const other =
    drawn === undefined || drawn === main.version
      ? undefined
      : context.tables.versions.find(owner.region, owner.functionName, drawn);
  const version = other ?? main;
  if (version.state === "Pending") throw functionPending();
  return context.versionOf(owner, version);
}
