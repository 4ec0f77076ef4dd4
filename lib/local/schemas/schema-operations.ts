import { describeSchema, schemaArn, type SchemaRecord, type SchemaVersion } from "./schema-record.ts";
import { findRegistry, findSchema, nameOf, pageOf, tagsOf, textOf, type SchemasCall, type SchemasOperation } from "./schemas-call.ts";
import { badRequest, conflict, notFound } from "./schemas-error.ts";

const TYPES = ["OpenApi3", "JSONSchemaDraft4"];

/** https://docs.aws.amazon.com/eventbridge/latest/schema-reference/v1-registries-name-registryname-schemas-name-schemaname.html */
export const createSchema: SchemasOperation = (call) => {
  const registry = findRegistry(call);
  const name = nameOf(call, "SchemaName");
  if (call.store.schemas.find(call.region, registry.name, name)) throw conflict(`Schema with name ${name}`);
  const nowMs = call.clock.now();
  const version: SchemaVersion = { number: 1, content: contentOf(call), type: typeOf(call), createdMs: nowMs };
  const schema: SchemaRecord = {
    region: call.region,
    registry: registry.name,
    name,
    description: textOf(call, "Description") ?? "",
    tags: tagsOf(call),
    versions: [version],
    modifiedMs: nowMs,
  };
  call.store.schemas.put(call.region, registry.name, name, schema);
  return { status: 201, body: describeSchema(schema, version) };
};

/** Makes a version, unless only the description is new. */
export const updateSchema: SchemasOperation = (call) => {
  const known = findSchema(call);
  const nowMs = call.clock.now();
  const latest = latestOf(known);
  const isNew = textOf(call, "Content") !== undefined;
  const version = isNew ? { number: latest.number + 1, content: contentOf(call), type: textOf(call, "Type") === undefined ? latest.type : typeOf(call), createdMs: nowMs } : latest;
  const schema: SchemaRecord = {
    ...known,
    description: textOf(call, "Description") ?? known.description,
    versions: isNew ? [...known.versions, version] : known.versions,
    modifiedMs: nowMs,
  };
  call.store.schemas.put(call.region, schema.registry, schema.name, schema);
  return { status: 200, body: describeSchema(schema, version) };
};

/** The latest version unless `schemaVersion` names one. */
export const getSchema: SchemasOperation = (call) => {
  const schema = findSchema(call);
  const wanted = call.query.get("schemaVersion");
  const version = wanted === null ? latestOf(schema) : versionOf(schema, wanted);
  return { status: 200, body: { Content: version.content, ...describeSchema(schema, version) } };
};

export const deleteSchema: SchemasOperation = (call) => {
  const { registry, name } = findSchema(call);
  call.store.schemas.remove(call.region, registry, name);
  return { status: 204 };
};

export const listSchemas: SchemasOperation = (call) => {
  const prefix = call.query.get("schemaNamePrefix") ?? "";
  const found = call.store.schemas.list(call.region, findRegistry(call).name).filter(({ name }) => name.startsWith(prefix));
  const { items, next } = pageOf(call, found.sort((a, b) => (a.name < b.name ? -1 : 1)));
  const Schemas = items.map((schema) => ({
    SchemaName: schema.name,
    SchemaArn: schemaArn(schema),
    LastModified: new Date(schema.modifiedMs).toISOString(),
    VersionCount: schema.versions.length,
    tags: schema.tags,
  }));
  return { status: 200, body: { Schemas, ...next } };
};

/** The oldest first. */
export const listSchemaVersions: SchemasOperation = (call) => {
  const schema = findSchema(call);
  const { items, next } = pageOf(call, schema.versions);
  const SchemaVersions = items.map(({ number, type }) => ({
    SchemaName: schema.name,
    SchemaArn: schemaArn(schema),
    SchemaVersion: String(number),
    Type: type,
  }));
  return { status: 200, body: { SchemaVersions, ...next } };
};

/** The latest one stays: a new version would take its number. */
export const deleteSchemaVersion: SchemasOperation = (call) => {
  const schema = findSchema(call);
  const version = versionOf(schema, call.labels["SchemaVersion"] ?? "");
  if (version === latestOf(schema)) throw badRequest("The latest version of a schema cannot be deleted: delete the schema.");
  const versions = schema.versions.filter((other) => other !== version);
  call.store.schemas.put(call.region, schema.registry, schema.name, { ...schema, versions });
  return { status: 204 };
};

function latestOf({ name, versions }: SchemaRecord): SchemaVersion {
  const latest = versions.at(-1);
  if (!latest) throw notFound(`A version of schema ${name}`);
  return latest;
}

function versionOf({ name, versions }: SchemaRecord, number: string): SchemaVersion {
  const version = versions.find((candidate) => String(candidate.number) === number);
  if (!version) throw notFound(`Version ${number} of schema ${name}`);
  return version;
}

function typeOf(call: SchemasCall): string {
  const type = textOf(call, "Type") ?? "";
  if (!TYPES.includes(type)) throw badRequest(`Type must be one of ${TYPES.join(", ")}.`);
  return type;
}

function contentOf(call: SchemasCall): string {
  const content = textOf(call, "Content") ?? "";
  try {
    if (typeof JSON.parse(content) === "object") return content;
  } catch {
    // Refused below.
  }
  throw badRequest("Content must be a JSON document.");
}
