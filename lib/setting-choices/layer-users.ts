/** Layer ARNs: which layer a version is of, and who else has one. */

export interface LayerUser {
  name: string;
  /** Layer versions that it has. */
  layers: readonly string[];
}

/** `arn:…:layer:name` of `arn:…:layer:name:3`. */
export function layerArnOf(versionArn: string): string {
  return versionArn.replace(/:\d+$/, "");
}

export function layerVersionOf(versionArn: string): string {
  return /:(\d+)$/.exec(versionArn)?.[1] ?? "";
}

/** Other functions with any version of the layer, by name. */
export function otherUsers(versionArn: string, functionName: string, users: readonly LayerUser[]): { name: string; version: string }[] {
  const layer = layerArnOf(versionArn);
  return users
    .filter(({ name }) => name !== functionName)
    .flatMap(({ name, layers }) => {
      const own = layers.find((arn) => layerArnOf(arn) === layer);
      return own === undefined ? [] : [{ name, version: layerVersionOf(own) }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
