import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";
import type { CodeStore } from "./code-store.ts";
import { functionArn } from "./function-arn.ts";
import type { FunctionRecord, VersionRecord } from "./function-record.ts";
import type { FunctionVersion } from "./function-version.ts";
import type { LayerTrees } from "./layer-trees.ts";

/** What the engine is to run for a version. `owner` has what counts for all versions of the function. */
export type VersionResolver = (owner: FunctionRecord, version: VersionRecord) => FunctionVersion;

/** One object for a version, as invocations are frequent. */
export function createVersionResolver(code: CodeStore, trees: LayerTrees): VersionResolver {
  const resolved = new WeakMap<VersionRecord, { owner: FunctionRecord; version: FunctionVersion }>();
  return (owner, record) => {
    const known = resolved.get(record);
    if (known?.owner === owner) return known.version;
    const version = toVersion(owner, record, code, trees);
    resolved.set(record, { owner, version });
    return version;
  };
}

function toVersion(owner: FunctionRecord, record: VersionRecord, code: CodeStore, trees: LayerTrees): FunctionVersion {
  const { configuration, code: deployed, generation } = record.serving ?? record.current;
  const { region, functionName } = record;
  const layers = (configuration.Layers ?? []).map(({ codeId }) => codeId);
  return {
    region,
    accountId: LOCAL_ACCOUNT_ID,
    functionName,
    version: record.version,
    functionArn: functionArn(region, functionName),
    configuration,
    codeDirectory: code.directoryOf(deployed.id),
    ...(layers.length > 0 ? { layersDirectory: trees.directoryOf(layers) } : {}),
    generation,
    ...(owner.reservedConcurrency === undefined ? {} : { reservedConcurrency: owner.reservedConcurrency }),
  };
}
