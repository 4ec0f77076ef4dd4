import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestRegion, zipOf, type TestRegion } from "../testing.ts";
import { createActive, echoFunction, ROLE } from "./testing-functions.ts";

let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion({ settleMs: 700 });
  client = new LambdaClient(region.clientConfig);
});
afterAll(() => region.close());

const untilUpdated = (functionName: string) =>
  waitUntilFunctionUpdatedV2(
    { client, maxWaitTime: 15, minDelay: 0.05, maxDelay: 0.05 },
    { FunctionName: functionName },
  );

it("creates a function as Pending, with AWS's defaults, and makes it Active", async () => {
  const created = await client.send(new CreateFunctionCommand(await echoFunction("defaults")));
  expect(created).toMatchObject({
    FunctionName: "defaults",
    FunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:defaults",
    Role: ROLE,
    Description: "",
    Timeout: 3,
    MemorySize: 128,
    Version: "$LATEST",
    State: "Pending",
    StateReason: "The function is being created.",
    StateReasonCode: "Creating",
    Architectures: ["x86_64"],
    EphemeralStorage: { Size: 512 },
    PackageType: "Zip",
    TracingConfig: { Mode: "PassThrough" },
    LoggingConfig: { LogFormat: "Text", LogGroup: "/aws/lambda/defaults" },
    SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
  });
  expect(created.$metadata.httpStatusCode).toBe(201);
  expect(created.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(created.LastModified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
  expect(created.Environment).toBeUndefined();
  expect(created.LastUpdateStatus).toBeUndefined();

  await expect(client.send(new InvokeCommand({ FunctionName: "defaults" }))).rejects.toMatchObject({
    name: "ResourceConflictException",
    message:
      "The operation cannot be performed at this time. The function is currently in the following state: Pending",
  });
  await untilUpdated("defaults");
  const read = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "defaults" }));
  expect(read).toMatchObject({ State: "Active", LastUpdateStatus: "Successful" });
  expect(read.StateReason).toBeUndefined();
  expect(read.RevisionId).not.toBe(created.RevisionId);
});

it("shows the state in reads and not in lists", async () => {
  await createActive(client, "listed", { Environment: { Variables: { STAGE: "test" } } });
  const { Functions = [] } = await client.send(new ListFunctionsCommand({}));
  const listed = Functions.find((item) => item.FunctionName === "listed");
  expect(listed?.Environment).toEqual({ Variables: { STAGE: "test" } });
  expect(listed).not.toHaveProperty("State");
  expect(listed).not.toHaveProperty("LastUpdateStatus");
  expect(listed).not.toHaveProperty("RuntimeVersionConfig");
});

it("takes an update in two steps and refuses another one meanwhile", async () => {
  await createActive(client, "updated");
  const update = new UpdateFunctionConfigurationCommand({ FunctionName: "updated", MemorySize: 512 });
  const answer = await client.send(update);
  expect(answer).toMatchObject({ MemorySize: 512, State: "Active", LastUpdateStatus: "InProgress" });
  await expect(client.send(update)).rejects.toMatchObject({
    name: "ResourceConflictException",
    message:
      "The operation cannot be performed at this time. An update is in progress for resource: arn:aws:lambda:us-east-1:000000000000:function:updated",
  });
  await untilUpdated("updated");
  const read = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "updated" }));
  expect(read).toMatchObject({ MemorySize: 512, Timeout: 3, LastUpdateStatus: "Successful" });
  expect(read.RevisionId).not.toBe(answer.RevisionId);
});

it("refuses an update with an old RevisionId", async () => {
  await createActive(client, "locked");
  const { RevisionId } = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "locked" }));
  await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: "locked", Timeout: 5, RevisionId }));
  await untilUpdated("locked");
  const late = new UpdateFunctionConfigurationCommand({ FunctionName: "locked", Timeout: 6, RevisionId });
  await expect(client.send(late)).rejects.toMatchObject({
    name: "PreconditionFailedException",
    $metadata: { httpStatusCode: 412 },
    message:
      "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id",
  });
});

it("replaces the code, and hands it out by a link", async () => {
  await createActive(client, "recoded");
  const ZipFile = await zipOf({ "index.mjs": "export const handler = async () => 'second';" });
  const dry = await client.send(new UpdateFunctionCodeCommand({ FunctionName: "recoded", ZipFile, DryRun: true }));
  const before = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "recoded" }));
  expect(dry.CodeSha256).not.toBe(before.CodeSha256);

  await client.send(new UpdateFunctionCodeCommand({ FunctionName: "recoded", ZipFile, Architectures: ["arm64"] }));
  await untilUpdated("recoded");
  const { Configuration, Code } = await client.send(new GetFunctionCommand({ FunctionName: "recoded" }));
  expect(Configuration).toMatchObject({ CodeSha256: dry.CodeSha256, CodeSize: ZipFile.length, Architectures: ["arm64"] });
  expect(Code?.RepositoryType).toBe("S3");

  const download = await fetch(Code?.Location ?? "");
  expect(Buffer.from(await download.arrayBuffer()).equals(ZipFile)).toBe(true);
  const forged = await fetch((Code?.Location ?? "").replace(/expires=\d+/, "expires=9999999999999"));
  expect(forged.status).toBe(403);
  const invoked = await client.send(new InvokeCommand({ FunctionName: "recoded" }));
  expect(invoked.Payload?.transformToString()).toBe('"second"');
});

it("deletes a function", async () => {
  await createActive(client, "gone");
  const latest = new DeleteFunctionCommand({ FunctionName: "gone", Qualifier: "$LATEST" });
  await expect(client.send(latest)).rejects.toMatchObject({
    name: "InvalidParameterValueException",
    message: "$LATEST version cannot be deleted without deleting the function.",
  });
  const answer = await client.send(new DeleteFunctionCommand({ FunctionName: "gone" }));
  expect(answer.$metadata.httpStatusCode).toBe(204);
  for (const command of [
    new GetFunctionCommand({ FunctionName: "gone" }),
    new DeleteFunctionCommand({ FunctionName: "gone" }),
  ]) {
    await expect(client.send<never, never>(command as never)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      $metadata: { httpStatusCode: 404 },
      message: "Function not found: arn:aws:lambda:us-east-1:000000000000:function:gone",
    });
  }
});
