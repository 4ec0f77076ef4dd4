/** `RoutingConfig` of CreateAlias and UpdateAlias. https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html */
import type { AliasRecord } from "./alias-record.ts";
import { structure, wrongType, type Constraints } from "./constraints.ts";
import { invalidParameter } from "./lambda-errors.ts";
import { LATEST } from "./qualified-version.ts";

const PATH = "routingConfig.additionalVersionWeights";
const KEYS =
  "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+, Member must not be null]";
const VALUES =
  "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]";

/** Version to weight; `undefined` when the request has no `RoutingConfig`, empty when it clears it. */
export function readWeights(value: unknown, constraints: Constraints): Record<string, number> | undefined {
  const members = structure(value, "routingConfig");
  if (!members) return undefined;
  const weights = structure(members["AdditionalVersionWeights"], PATH) ?? {};
  const shown = `{${Object.entries(weights).map(([version, weight]) => `${version}=${String(weight)}`).join(", ")}}`;
  for (const [version, weight] of Object.entries(weights)) {
    if (typeof weight !== "number") throw wrongType(`${PATH}.${version}`, "a number");
    if (!/^[0-9]+$/.test(version)) constraints.fail(shown, PATH, KEYS);
    if (!(weight >= 0 && weight <= 1)) constraints.fail(shown, PATH, VALUES);
  }
  return weights as Record<string, number>;
}

/** The routing of an alias for `functionVersion`; throws AWS's refusals. Whether the version exists is the caller's to ask. */
export function aliasRouting(functionVersion: string, weights: Readonly<Record<string, number>>): AliasRecord["additional"] {
  const [first, ...more] = Object.entries(weights);
  if (!first) return undefined;
  if (more.length > 0) throw invalidParameter("Number of items in AdditionalVersionWeights cannot be greater than 1");
  const [version, weight] = first;
  if (version === functionVersion) {
    throw invalidParameter(
      `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
    );
  }
  if (functionVersion === LATEST) {
    throw invalidParameter("$LATEST is not supported for an alias pointing to more than 1 version");
  }
  return { version, weight };
}
