import type { Constraints } from "./constraints.ts";
import type { LayerVersionRecord } from "./layer-record.ts";
import { KNOWN_RUNTIMES } from "./runtime-table.ts";

const ARCHITECTURES = ["x86_64", "arm64"] as const;

/** `CompatibleRuntimes` and `CompatibleArchitectures` of PublishLayerVersion; not given is an empty list. */
export function readCompatibility(body: Readonly<Record<string, unknown>>, constraints: Constraints) {
  return {
    compatibleRuntimes:
      constraints.texts(body["CompatibleRuntimes"], "compatibleRuntimes", {
        maxItems: 15,
        allowed: (runtime) => KNOWN_RUNTIMES.includes(runtime),
        breach: `Member must satisfy enum value set: [${KNOWN_RUNTIMES.join(", ")}]`,
      }) ?? [],
    compatibleArchitectures:
      constraints.texts(body["CompatibleArchitectures"], "compatibleArchitectures", {
        maxItems: 2,
        allowed: (architecture) => ARCHITECTURES.some((known) => known === architecture),
        breach: `Member must satisfy constraint: [Member must satisfy enum value set: [${ARCHITECTURES.join(", ")}], Member must not be null]`,
      }) ?? [],
  };
}

/** Which layers a list call wants: those that say they fit. */
export function readLayerFilter(query: URLSearchParams, constraints: Constraints): (record: LayerVersionRecord) => boolean {
  const runtime = constraints.oneOf(query.get("CompatibleRuntime"), "compatibleRuntime", KNOWN_RUNTIMES);
  const architecture = constraints.oneOf(query.get("CompatibleArchitecture"), "compatibleArchitecture", ARCHITECTURES);
  return ({ compatibleRuntimes, compatibleArchitectures }) =>
    (runtime === undefined || compatibleRuntimes.includes(runtime)) &&
    (architecture === undefined || compatibleArchitectures.includes(architecture));
}
