import "server-only";
import {
  CreateRegistryCommand,
  CreateSchemaCommand,
  DeleteSchemaVersionCommand,
  DescribeSchemaCommand,
  GetDiscoveredSchemaCommand,
  ListSchemaVersionsCommand,
  UpdateSchemaCommand,
} from "@aws-sdk/client-schemas";
import { isAppError } from "@/lib/errors";
import { callAws } from "./call";
import { type AwsTarget, schemasClient } from "./clients";

/** Where Lambda's console and SAM keep shareable test events. https://docs.aws.amazon.com/lambda/latest/dg/testing-functions.html */
const REGISTRY = "lambda-testevent-schemas";
/** An update makes a version; of more than so many the console lets the oldest go. */
const VERSIONS_MAX = 5;

function schemaName(functionName: string): string {
  return `_${functionName}-schema`;
}

/** Content of the schema that holds a function's shareable test events, as JSON text; undefined when there is none. */
export async function getEventSchema(target: AwsTarget, functionName: string): Promise<string | undefined> {
  const client = await schemasClient(target, "read");
  const command = new DescribeSchemaCommand({ RegistryName: REGISTRY, SchemaName: schemaName(functionName) });
  const answer = await unlessMissing(callAws(callOf(target, "DescribeSchema", functionName), (abortSignal) => client.send(command, { abortSignal })));
  return answer?.Content;
}

/** A schema as the service makes it of one event (JSON text), to begin a document with. */
export async function discoverEventSchema(target: AwsTarget, functionName: string, event: string): Promise<string | undefined> {
  const client = await schemasClient(target, "read");
  const command = new GetDiscoveredSchemaCommand({ Events: [event], Type: "OpenApi3" });
  const { Content } = await callAws(callOf(target, "GetDiscoveredSchema", functionName), (abortSignal) => client.send(command, { abortSignal }));
  return Content;
}

/** Makes the schema, and the registry when this is its first. */
export async function createEventSchema(target: AwsTarget, functionName: string, content: string): Promise<void> {
  const client = await schemasClient(target, "write");
  const registry = new CreateRegistryCommand({ RegistryName: REGISTRY });
  await unlessThere(callAws(callOf(target, "CreateRegistry", functionName), (abortSignal) => client.send(registry, { abortSignal })));
  const schema = new CreateSchemaCommand({ RegistryName: REGISTRY, SchemaName: schemaName(functionName), Type: "OpenApi3", Content: content });
  await callAws(callOf(target, "CreateSchema", functionName), (abortSignal) => client.send(schema, { abortSignal }));
}

/** Writes a new version; the oldest goes first where there would be too many. */
export async function updateEventSchema(target: AwsTarget, functionName: string, content: string): Promise<void> {
  const client = await schemasClient(target, "write");
  const named = { RegistryName: REGISTRY, SchemaName: schemaName(functionName) };
  const versions = await listVersions(target, functionName);
  const [oldest] = versions;
  if (oldest !== undefined && versions.length >= VERSIONS_MAX) {
    const remove = new DeleteSchemaVersionCommand({ ...named, SchemaVersion: oldest });
    await callAws(callOf(target, "DeleteSchemaVersion", functionName), (abortSignal) => client.send(remove, { abortSignal }));
  }
  const update = new UpdateSchemaCommand({ ...named, Content: content, Type: "OpenApi3" });
  await callAws(callOf(target, "UpdateSchema", functionName), (abortSignal) => client.send(update, { abortSignal }));
}

/** Numbers of the versions, oldest first. */
async function listVersions(target: AwsTarget, functionName: string): Promise<string[]> {
  const client = await schemasClient(target, "read");
  const versions: string[] = [];
  let nextToken: string | undefined;
  do {
    const command = new ListSchemaVersionsCommand({ RegistryName: REGISTRY, SchemaName: schemaName(functionName), NextToken: nextToken });
    const answer = await callAws(callOf(target, "ListSchemaVersions", functionName), (abortSignal) => client.send(command, { abortSignal }));
    versions.push(...(answer.SchemaVersions ?? []).map(({ SchemaVersion = "" }) => SchemaVersion));
    nextToken = answer.NextToken;
  } while (nextToken);
  return versions.toSorted((a, b) => Number(a) - Number(b));
}

function callOf(target: AwsTarget, operation: string, functionName: string) {
  return { target, service: "schemas", operation, resource: `the shareable test events of ${functionName}` } as const;
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return undefined;
    throw error;
  }
}

async function unlessThere(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    if (!isAppError(error) || error.details.awsErrorName !== "ConflictException") throw error;
  }
}
