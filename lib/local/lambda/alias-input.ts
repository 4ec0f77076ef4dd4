/** What operations on aliases share. */
import { aliasRouting } from "./alias-routing.ts";
import type { AliasRecord } from "./alias-record.ts";
import type { Constraints } from "./constraints.ts";
import type { FunctionRecord } from "./function-record.ts";
import { functionNotFound, invalidParameter } from "./lambda-errors.ts";
import type { LambdaContext } from "./operation.ts";
import { LATEST } from "./qualified-version.ts";

export const ALIAS_NAME = { pattern: "(?!^[0-9]+$)([a-zA-Z0-9-_]+)", maxLength: 128 };
export const FUNCTION_VERSION = { pattern: "(\\$LATEST(\\.PUBLISHED)?|[0-9]+)", maxLength: 1024 };

/** The name in the path, checked at once. */
export function readAliasName(labels: Readonly<Record<string, string>>, constraints: Constraints): string {
  const name = constraints.text(labels["Name"] ?? "", "name", ALIAS_NAME) ?? "";
  constraints.assert();
  return name;
}

/** Routing to versions that exist; throws AWS's 404 and 400. */
export function routingTo(
  { tables }: LambdaContext,
  owner: FunctionRecord,
  functionVersion: string,
  weights: Readonly<Record<string, number>>,
): AliasRecord["additional"] {
  const { region, functionName } = owner;
  const versionOf = (version: string) => {
    if (version === LATEST) return owner;
    const found = tables.versions.find(region, functionName, version);
    if (!found) throw functionNotFound(region, functionName, version);
    return found;
  };
  const main = versionOf(functionVersion);
  const additional = aliasRouting(functionVersion, weights);
  if (!additional) return undefined;
  const other = versionOf(additional.version);
  const [a, b] = [main.current.configuration, other.current.configuration];
  if (a.Role !== b.Role) throw invalidParameter("Alias with weights can not be used with versions that have different execution roles.");
  if ((a.DeadLetterTargetArn ?? "") !== (b.DeadLetterTargetArn ?? "")) {
    throw invalidParameter("Alias with weights can not be used with versions that have different dead-letter queue configurations.");
  }
  return additional;
}
