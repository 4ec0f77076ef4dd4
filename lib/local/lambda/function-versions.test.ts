import {
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestRegion, zipOf, type TestRegion } from "../testing.ts";
import { createActive, echoFunction } from "./testing-functions.ts";

const ARN = "arn:aws:lambda:us-east-1:000000000000:function";
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
});
afterAll(() => region.close());

const untilUpdated = (FunctionName: string) =>
  waitUntilFunctionUpdatedV2({ client, maxWaitTime: 15, minDelay: 0.02, maxDelay: 0.05 }, { FunctionName });
const configure = async (FunctionName: string, members: object) => {
  await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, ...members }));
  await untilUpdated(FunctionName);
};
const publish = (FunctionName: string, members: object = {}) =>
  client.send(new PublishVersionCommand({ FunctionName, ...members }));
const versionsOf = async (FunctionName: string) =>
  (await client.send(new ListVersionsByFunctionCommand({ FunctionName }))).Versions ?? [];

it("publishes what $LATEST is, once", async () => {
  await createActive(client, "once", { Description: "of $LATEST" });
  const before = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "once" }));
  const first = await publish("once", { Description: "first" });
  expect(first.$metadata.httpStatusCode).toBe(201);
  expect(first).toMatchObject({
    FunctionArn: `${ARN}:once:1`,
    Version: "1",
    Description: "first",
    State: "Active",
    LastUpdateStatus: "Successful",
    CodeSha256: before.CodeSha256,
  });
  expect(first.RevisionId).not.toBe(before.RevisionId);
  const after = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "once" }));
  expect(after).toMatchObject({ Version: "$LATEST", Description: "of $LATEST", FunctionArn: `${ARN}:once` });
  expect(after.RevisionId).not.toBe(before.RevisionId);

  expect(await publish("once", { Description: "again" })).toMatchObject({ Version: "1", RevisionId: first.RevisionId });
  await configure("once", { Timeout: 9 });
  expect(await publish("once")).toMatchObject({ Version: "2", Timeout: 9, Description: "of $LATEST" });
  expect((await versionsOf("once")).map(({ Version, FunctionArn }) => [Version, FunctionArn])).toEqual([
    ["$LATEST", `${ARN}:once:$LATEST`],
    ["1", `${ARN}:once:1`],
    ["2", `${ARN}:once:2`],
  ]);
});

it("keeps code and configuration of a version for good, and runs them", async () => {
  await createActive(client, "kept", { Environment: { Variables: { STAGE: "one" } } });
  const source = (name: string) =>
    `export const handler = async (event, context) => ({ code: "${name}", stage: process.env.STAGE, version: process.env.AWS_LAMBDA_FUNCTION_VERSION, context: context.functionVersion, arn: context.invokedFunctionArn, stream: context.logStreamName });`;
  await client.send(new UpdateFunctionCodeCommand({ FunctionName: "kept", ZipFile: await zipOf({ "index.mjs": source("first") }) }));
  await untilUpdated("kept");
  await publish("kept");
  await client.send(new UpdateFunctionCodeCommand({ FunctionName: "kept", ZipFile: await zipOf({ "index.mjs": source("second") }) }));
  await untilUpdated("kept");
  await configure("kept", { Environment: { Variables: { STAGE: "two" } } });

  const run = async (Qualifier?: string) => {
    const answer = await client.send(new InvokeCommand({ FunctionName: "kept", Qualifier }));
    return { executed: answer.ExecutedVersion, ...(JSON.parse(answer.Payload?.transformToString() ?? "") as object) };
  };
  expect(await run("1")).toEqual({
    executed: "1",
    code: "first",
    stage: "one",
    version: "1",
    context: "1",
    arn: `${ARN}:kept:1`,
    stream: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[1\][0-9a-f]{32}$/) as string,
  });
  expect(await run()).toMatchObject({ executed: "$LATEST", code: "second", stage: "two", version: "$LATEST", arn: `${ARN}:kept` });
  const { Code, Configuration } = await client.send(new GetFunctionCommand({ FunctionName: "kept", Qualifier: "1" }));
  expect(Configuration).toMatchObject({ FunctionArn: `${ARN}:kept:1`, Environment: { Variables: { STAGE: "one" } } });
  const download = Buffer.from(await (await fetch(Code?.Location ?? "")).arrayBuffer());
  expect(download.includes("index.mjs")).toBe(true);
});

it("publishes with the creation and with new code", async () => {
  const created = await client.send(new CreateFunctionCommand(await echoFunction("at-once", { Publish: true })));
  expect(created).toMatchObject({ Version: "1", State: "Pending", FunctionArn: `${ARN}:at-once` });
  await untilUpdated("at-once");
  const ZipFile = await zipOf({ "index.mjs": "export const handler = async () => 2;" });
  const updated = await client.send(new UpdateFunctionCodeCommand({ FunctionName: "at-once", ZipFile, Publish: true }));
  expect(updated).toMatchObject({ Version: "2", State: "Pending", FunctionArn: `${ARN}:at-once:2` });
  expect(updated.LastUpdateStatus).toBeUndefined();
  await untilUpdated("at-once");
  const second = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "at-once:2" }));
  expect(second).toMatchObject({ Version: "2", State: "Active", LastUpdateStatus: "Successful" });
});

it("gives no number twice, and keeps a version that an alias needs", async () => {
  await createActive(client, "numbers");
  await publish("numbers");
  await configure("numbers", { Timeout: 4 });
  await publish("numbers");
  await client.send(new CreateAliasCommand({ FunctionName: "numbers", Name: "live", FunctionVersion: "1" }));
  await expect(client.send(new DeleteFunctionCommand({ FunctionName: "numbers", Qualifier: "1" }))).rejects.toMatchObject({
    name: "ResourceConflictException",
    message: "Unable to delete version because the following aliases reference it: [live]",
  });
  await client.send(new DeleteFunctionCommand({ FunctionName: "numbers", Qualifier: "2" }));
  await client.send(new DeleteFunctionCommand({ FunctionName: "numbers", Qualifier: "2" }));
  await expect(client.send(new InvokeCommand({ FunctionName: "numbers:2" }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: `Function not found: ${ARN}:numbers:2`,
  });
  expect(await publish("numbers")).toMatchObject({ Version: "3" });

  await client.send(new DeleteFunctionCommand({ FunctionName: "numbers" }));
  await createActive(client, "numbers");
  expect((await versionsOf("numbers")).map(({ Version }) => Version)).toEqual(["$LATEST"]);
  expect(await publish("numbers")).toMatchObject({ Version: "1" });
});

it("refuses another hash and an old revision", async () => {
  await createActive(client, "guarded");
  const { CodeSha256, RevisionId } = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "guarded" }));
  await expect(publish("guarded", { CodeSha256: "x" })).rejects.toMatchObject({
    name: "InvalidParameterValueException",
    message: `CodeSHA256 (x) is different from current CodeSHA256 in $LATEST (${CodeSha256}). Please try again with the CodeSHA256 in $LATEST.`,
  });
  await publish("guarded", { CodeSha256, RevisionId });
  await expect(publish("guarded", { RevisionId })).rejects.toMatchObject({ name: "PreconditionFailedException" });
});

it("lists versions in pages, by number", async () => {
  await createActive(client, "many");
  for (let timeout = 10; timeout < 21; timeout += 1) {
    await configure("many", { Timeout: timeout });
    await publish("many");
  }
  const pages: string[][] = [];
  let Marker: string | undefined;
  do {
    const page = await client.send(new ListVersionsByFunctionCommand({ FunctionName: "many", MaxItems: 5, Marker }));
    pages.push((page.Versions ?? []).map(({ Version = "" }) => Version));
    Marker = page.NextMarker;
  } while (Marker);
  expect(pages).toEqual([["$LATEST", "1", "2", "3", "4"], ["5", "6", "7", "8", "9"], ["10", "11"]]);
});
