/** Layers joined with the functions that use them. */
import type { Layer } from "./schema";

interface KnownLayer {
  name: string;
  arn: string;
  versions: readonly { version: number; description: string; createdMs?: number; runtimes: string[]; architectures: string[] }[];
}

interface UsingFunction {
  name: string;
  /** ARNs of layer versions. */
  layers: readonly string[];
}

const LAYER_VERSION = /^(arn:aws[a-z-]*:lambda:[a-z0-9-]+:(\d{12}):layer:([A-Za-z0-9-_]+)):(\d+)$/;

/** The account's layers and those that its functions take from others, by name; of each the newest version first. */
export function joinLayers(region: string, own: readonly KnownLayer[], functions: readonly UsingFunction[]): Layer[] {
  const layers = new Map(own.map((layer): [string, Layer] => [layer.arn, { region, name: layer.name, arn: layer.arn, versions: layer.versions.map((version) => ({ ...version, deleted: false, usedBy: [] })) }]));
  for (const { name: functionName, layers: used } of functions) {
    for (const versionArn of used) {
      const [, arn, account, name, number] = LAYER_VERSION.exec(versionArn) ?? [];
      if (arn === undefined || name === undefined) continue;
      const layer = layers.get(arn) ?? { region, name, arn, foreignAccount: account, versions: [] };
      layers.set(arn, layer);
      const version = Number(number);
      const known = layer.versions.find((each) => each.version === version);
      if (known) known.usedBy.push(functionName);
      else layer.versions.push({ version, description: "", runtimes: [], architectures: [], deleted: layer.foreignAccount === undefined, usedBy: [functionName] });
    }
  }
  return [...layers.values()]
    .map((layer) => ({ ...layer, versions: layer.versions.toSorted((a, b) => b.version - a.version) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Functions on an older version than the newest one that is there. */
export function outdatedUses({ versions, foreignAccount }: Layer): { functionName: string; version: number; newest: number }[] {
  const newest = versions.find(({ deleted }) => !deleted)?.version;
  if (newest === undefined || foreignAccount !== undefined) return [];
  return versions.filter(({ version }) => version < newest).flatMap(({ version, usedBy }) => usedBy.map((functionName) => ({ functionName, version, newest })));
}
