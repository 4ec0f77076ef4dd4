import {
  CreateFunctionCommand,
  GetPolicyCommand,
  LambdaClient,
  ListAliasesCommand,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
  ListVersionsByFunctionCommand,
  paginateListFunctions,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestRegion, type TestRegion } from "../testing.ts";
import { echoFunction } from "./testing-functions.ts";

const COUNT = 53;
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
  const members = await echoFunction("placeholder");
  for (let index = 0; index < COUNT; index += 1) {
    await client.send(new CreateFunctionCommand({ ...members, FunctionName: `function-${index}` }));
  }
});
afterAll(() => region.close());

it("answers at most 50 functions, and all of them over the pages", async () => {
  const first = await client.send(new ListFunctionsCommand({ MaxItems: 10_000 }));
  expect(first.Functions).toHaveLength(50);
  const names: (string | undefined)[] = [];
  for await (const page of paginateListFunctions({ client, pageSize: 20 }, {})) {
    names.push(...(page.Functions ?? []).map((item) => item.FunctionName));
  }
  expect(new Set(names).size).toBe(COUNT);
  expect(names).toHaveLength(COUNT);
});

it("keeps regions apart", async () => {
  const elsewhere = new LambdaClient({ ...region.clientConfig, region: "eu-west-1" });
  expect((await elsewhere.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
});

it("refuses a page size and a marker that AWS refuses", async () => {
  await expect(client.send(new ListFunctionsCommand({ MaxItems: 0 }))).rejects.toMatchObject({
    name: "ValidationException",
    message:
      "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1",
  });
  await expect(client.send(new ListFunctionsCommand({ Marker: "nonsense" }))).rejects.toMatchObject({
    name: "InvalidParameterValueException",
  });
});

it("lists $LATEST as the only version", async () => {
  const { Versions } = await client.send(new ListVersionsByFunctionCommand({ FunctionName: "function-1" }));
  expect(Versions).toHaveLength(1);
  expect(Versions?.[0]).toMatchObject({
    Version: "$LATEST",
    FunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:function-1:$LATEST",
  });
});

it("has no aliases, mappings or policies", async () => {
  const FunctionName = "function-1";
  expect((await client.send(new ListAliasesCommand({ FunctionName }))).Aliases).toEqual([]);
  expect((await client.send(new ListEventSourceMappingsCommand({ FunctionName }))).EventSourceMappings).toEqual([]);
  await expect(client.send(new GetPolicyCommand({ FunctionName }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: "The resource you requested does not exist.",
  });
});
