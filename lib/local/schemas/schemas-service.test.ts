import {
  CreateRegistryCommand,
  CreateSchemaCommand,
  DeleteRegistryCommand,
  DeleteSchemaCommand,
  DeleteSchemaVersionCommand,
  DescribeRegistryCommand,
  DescribeSchemaCommand,
  GetDiscoveredSchemaCommand,
  ListRegistriesCommand,
  ListSchemasCommand,
  ListSchemaVersionsCommand,
  SchemasClient,
  UpdateSchemaCommand,
} from "@aws-sdk/client-schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRegion, type TestRegion } from "../testing.ts";

const RegistryName = "lambda-testevent-schemas";
const SchemaName = "_checkout-schema";
const named = { RegistryName, SchemaName };
let region: TestRegion;
let schemas: SchemasClient;

beforeAll(async () => {
  region = await startTestRegion();
  schemas = new SchemasClient(region.clientConfig);
});
afterAll(() => region.close());

const documentOf = (examples: object) => JSON.stringify({ openapi: "3.0.0", info: { version: "1.0.0", title: "Event" }, paths: {}, components: { examples } });

describe("shareable test events", () => {
  it("are kept as the console and SAM keep them", async () => {
    await expect(schemas.send(new DescribeRegistryCommand({ RegistryName }))).rejects.toMatchObject({ name: "NotFoundException", $metadata: { httpStatusCode: 404 } });
    const registry = await schemas.send(new CreateRegistryCommand({ RegistryName }));
    expect(registry.RegistryArn).toBe(`arn:aws:schemas:us-east-1:000000000000:registry/${RegistryName}`);
    await expect(schemas.send(new CreateRegistryCommand({ RegistryName }))).rejects.toMatchObject({ name: "ConflictException" });
    await expect(schemas.send(new DescribeSchemaCommand(named))).rejects.toMatchObject({ name: "NotFoundException" });

    const discovered = await schemas.send(new GetDiscoveredSchemaCommand({ Type: "OpenApi3", Events: ['{"id":1,"tags":["a"]}'] }));
    expect(JSON.parse(discovered.Content ?? "")).toMatchObject({
      openapi: "3.0.0",
      components: { schemas: { Event: { type: "object", properties: { id: { type: "number" }, tags: { type: "array", items: { type: "string" } } } } } },
    });
    const created = await schemas.send(new CreateSchemaCommand({ ...named, Type: "OpenApi3", Content: documentOf({ one: { value: 1 } }) }));
    expect(created).toMatchObject({ SchemaVersion: "1", Type: "OpenApi3", VersionCreatedDate: expect.any(Date) });
    const updated = await schemas.send(new UpdateSchemaCommand({ ...named, Type: "OpenApi3", Content: documentOf({ two: { value: 2 } }) }));
    expect(updated.SchemaVersion).toBe("2");
    const read = await schemas.send(new DescribeSchemaCommand(named));
    expect(JSON.parse(read.Content ?? "")).toMatchObject({ components: { examples: { two: { value: 2 } } } });
    const first = await schemas.send(new DescribeSchemaCommand({ ...named, SchemaVersion: "1" }));
    expect(first.Content).toBe(documentOf({ one: { value: 1 } }));
  });

  it("lose their oldest version, and are listed", async () => {
    const versions = async () => (await schemas.send(new ListSchemaVersionsCommand(named))).SchemaVersions?.map(({ SchemaVersion }) => SchemaVersion);
    expect(await versions()).toEqual(["1", "2"]);
    await schemas.send(new DeleteSchemaVersionCommand({ ...named, SchemaVersion: "1" }));
    expect(await versions()).toEqual(["2"]);
    await expect(schemas.send(new DeleteSchemaVersionCommand({ ...named, SchemaVersion: "2" }))).rejects.toMatchObject({ name: "BadRequestException" });
    const listed = await schemas.send(new ListSchemasCommand({ RegistryName, SchemaNamePrefix: "_check" }));
    expect(listed.Schemas).toMatchObject([{ SchemaName, VersionCount: 1 }]);
    expect((await schemas.send(new ListRegistriesCommand({}))).Registries).toMatchObject([{ RegistryName }]);
  });

  it("go with their schema, and the registry when it is empty", async () => {
    await expect(schemas.send(new DeleteRegistryCommand({ RegistryName }))).rejects.toMatchObject({ name: "BadRequestException" });
    await schemas.send(new DeleteSchemaCommand(named));
    await schemas.send(new DeleteRegistryCommand({ RegistryName }));
    expect((await schemas.send(new ListRegistriesCommand({}))).Registries).toEqual([]);
  });
});

it.each([
  ["no JSON", { Type: "OpenApi3" as const, Content: "openapi: 3.0.0" }],
  ["another type", { Type: "Avro" as "OpenApi3", Content: "{}" }],
])("refuses %s", async (_case, members) => {
  await schemas.send(new CreateRegistryCommand({ RegistryName: "own" })).catch(() => undefined);
  await expect(schemas.send(new CreateSchemaCommand({ RegistryName: "own", SchemaName: "s", ...members }))).rejects.toMatchObject({ name: "BadRequestException" });
});

it("pages", async () => {
  await schemas.send(new CreateRegistryCommand({ RegistryName: "paged" }));
  for (const name of ["a", "b", "c"]) await schemas.send(new CreateSchemaCommand({ RegistryName: "paged", SchemaName: name, Type: "OpenApi3", Content: "{}" }));
  const first = await schemas.send(new ListSchemasCommand({ RegistryName: "paged", Limit: 2 }));
  const second = await schemas.send(new ListSchemasCommand({ RegistryName: "paged", Limit: 2, NextToken: first.NextToken }));
  expect([...(first.Schemas ?? []), ...(second.Schemas ?? [])].map(({ SchemaName }) => SchemaName)).toEqual(["a", "b", "c"]);
  expect(second.NextToken).toBeUndefined();
});
