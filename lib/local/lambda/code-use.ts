import type { Deployment } from "./function-record.ts";
import type { VersionStores } from "./qualified-version.ts";

/** Whether a function, a version or a layer still has the package. */
export function isCodeUsed(stores: VersionStores, codeId: string): boolean {
  if (stores.tables.layerVersions.all().some((layer) => !layer.deleted && layer.code.id === codeId)) return true;
  return deployments(stores).some(
    ({ code, configuration }) => code.id === codeId || configuration.Layers?.some((layer) => layer.codeId === codeId),
  );
}

/** The content ids of each combination of layers that some version has. */
export function usedLayerSets(stores: VersionStores): string[][] {
  return deployments(stores).flatMap(({ configuration }) =>
    configuration.Layers ? [configuration.Layers.map(({ codeId }) => codeId)] : [],
  );
}

function deployments({ store, tables }: VersionStores): Deployment[] {
  return [...store.all(), ...tables.versions.all()].flatMap(({ current, serving }) => (serving ? [current, serving] : [current]));
}
