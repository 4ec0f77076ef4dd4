import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";

export interface RegistryRecord {
  region: string;
  name: string;
  description: string;
  tags: Readonly<Record<string, string>>;
}

export interface SchemaVersion {
  /** From 1; no number comes twice while the schema lives. */
  number: number;
  content: string;
  type: string;
  /** Epoch milliseconds. */
  createdMs: number;
}

export interface SchemaRecord {
  region: string;
  registry: string;
  name: string;
  description: string;
  tags: Readonly<Record<string, string>>;
  /** The oldest first, never empty. */
  versions: readonly SchemaVersion[];
  /** Epoch milliseconds. */
  modifiedMs: number;
}

export function registryArn({ region, name }: RegistryRecord): string {
  return `arn:aws:schemas:${region}:${LOCAL_ACCOUNT_ID}:registry/${name}`;
}

export function schemaArn({ region, registry, name }: SchemaRecord): string {
  return `arn:aws:schemas:${region}:${LOCAL_ACCOUNT_ID}:schema/${registry}/${name}`;
}

export function describeRegistry(registry: RegistryRecord): object {
  return { RegistryName: registry.name, RegistryArn: registryArn(registry), Description: registry.description, tags: registry.tags };
}

/** Without its content. */
export function describeSchema(schema: SchemaRecord, version: SchemaVersion): object {
  return {
    SchemaName: schema.name,
    SchemaArn: schemaArn(schema),
    SchemaVersion: String(version.number),
    Type: version.type,
    Description: schema.description,
    LastModified: new Date(schema.modifiedMs).toISOString(),
    VersionCreatedDate: new Date(version.createdMs).toISOString(),
    tags: schema.tags,
  };
}
