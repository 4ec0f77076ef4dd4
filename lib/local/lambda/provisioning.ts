import type { FunctionVersion } from "./function-version.ts";
import type { InvocationEngine, ProvisionedState } from "./invocation-engine.ts";
import type { ProvisionedRecord } from "./provisioned-record.ts";
import { findQualified, type VersionStores } from "./qualified-version.ts";
import type { VersionResolver } from "./version-resolver.ts";

/** Keeps the engine's ready environments at what was asked for. */
export interface Provisioning {
  /** To be called when a function's provisioned concurrency, aliases or versions changed, or it is gone. */
  refresh(owner: { region: string; functionName: string }): void;
  stateOf(record: ProvisionedRecord): ProvisionedState;
}

export interface ProvisioningOptions extends VersionStores {
  engine: InvocationEngine;
  versionOf: VersionResolver;
}

/** Starts at once what a former process had. */
export function createProvisioning({ store, tables, engine, versionOf }: ProvisioningOptions): Provisioning {
  /** An alias's environments are its main version's. */
  const target = ({ region, functionName, qualifier }: ProvisionedRecord): FunctionVersion | undefined => {
    const found = findQualified({ store, tables }, region, functionName, qualifier);
    return found && versionOf(found.function, found.version);
  };
  const provisioning: Provisioning = {
    refresh({ region, functionName }) {
      const wanted = new Map<FunctionVersion, number>();
      for (const record of tables.provisioned.list(region, functionName)) {
        const version = target(record);
        if (version) wanted.set(version, (wanted.get(version) ?? 0) + record.requested);
      }
      engine.provision(region, functionName, wanted);
    },
    stateOf(record) {
      const version = target(record);
      return version ? engine.provisioned(version) : { allocated: 0, available: 0, status: "IN_PROGRESS" };
    },
  };
  for (const { region, functionName } of tables.provisioned.all()) provisioning.refresh({ region, functionName });
  return provisioning;
}

/** Sum over the region's functions without reserved concurrency: theirs is taken out of the unreserved pool. */
export function provisionedTotal({ store, tables }: VersionStores, region: string): number {
  return tables.provisioned
    .owners(region)
    .filter((functionName) => store.find(region, functionName)?.reservedConcurrency === undefined)
    .flatMap((functionName) => tables.provisioned.list(region, functionName))
    .reduce((sum, { requested }) => sum + requested, 0);
}
