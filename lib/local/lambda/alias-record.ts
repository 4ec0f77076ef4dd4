/** A name for a version, and by weight for a second one. Records are replaced, never changed. */
export interface AliasRecord {
  region: string;
  functionName: string;
  name: string;
  /** `$LATEST` or a number as text. */
  functionVersion: string;
  description: string;
  /** At most one on AWS: `weight` is the share of invocations that it gets, 0 to 1. */
  additional?: { version: string; weight: number };
  /** UUID, new after each modification. */
  revisionId: string;
}

/** The version that one invocation of the alias runs. `draw` is a random number from 0 up to 1. */
export function versionOfAlias({ functionVersion, additional }: AliasRecord, draw: number): string {
  return additional && draw < additional.weight ? additional.version : functionVersion;
}

/** The versions that the alias points to. */
export function versionsOfAlias({ functionVersion, additional }: AliasRecord): string[] {
  return additional ? [functionVersion, additional.version] : [functionVersion];
}
