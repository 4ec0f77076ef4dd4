import {
  InvokeCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
  type InvokeCommandInput,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRegion, zipOf, type TestRegion } from "../testing.ts";
import { createActive } from "./testing-functions.ts";

const FunctionName = "invoked";
const SOURCE = `
export const handler = async (event, context) => {
  if (event.fail) throw new TypeError("asked to fail");
  console.log("seen", JSON.stringify(event));
  return { event, stage: process.env.STAGE, arn: context.invokedFunctionArn, client: context.clientContext };
};`;
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion({ settleMs: 700 });
  client = new LambdaClient(region.clientConfig);
  await createActive(client, FunctionName, {
    Code: { ZipFile: await zipOf({ "index.mjs": SOURCE }) },
    Environment: { Variables: { STAGE: "first" } },
  });
});
afterAll(() => region.close());

const invoke = (members: Partial<InvokeCommandInput> = {}) =>
  client.send(new InvokeCommand({ FunctionName, ...members }));
const answerOf = async (members: Partial<InvokeCommandInput> = {}) =>
  JSON.parse((await invoke(members)).Payload?.transformToString() ?? "");

describe("RequestResponse", () => {
  it("answers the function's result with version and log", async () => {
    const result = await invoke({ Payload: '{"a":1}', LogType: "Tail" });
    expect(result).toMatchObject({ StatusCode: 200, ExecutedVersion: "$LATEST" });
    expect(result.FunctionError).toBeUndefined();
    expect(JSON.parse(result.Payload?.transformToString() ?? "").event).toEqual({ a: 1 });
    const log = Buffer.from(result.LogResult ?? "", "base64").toString("utf8");
    expect(log).toMatch(/^START RequestId: [0-9a-f-]{36} Version: \$LATEST\n/);
    expect(log).toContain('seen {"a":1}');
    expect(log).toContain("REPORT RequestId: ");
    expect(log).toContain(result.$metadata.requestId);
  });

  it("sends no log unless asked, and {} for no payload", async () => {
    const result = await invoke();
    expect(result.LogResult).toBeUndefined();
    expect(JSON.parse(result.Payload?.transformToString() ?? "").event).toEqual({});
  });

  it("names the function as the caller did, and passes the client context on", async () => {
    const ClientContext = Buffer.from('{"custom":{"key":"value"}}').toString("base64");
    const qualified = await answerOf({ Qualifier: "$LATEST", ClientContext });
    expect(qualified.arn).toBe("arn:aws:lambda:us-east-1:000000000000:function:invoked:$LATEST");
    expect(qualified.client).toEqual({ custom: { key: "value" } });
    const byArn = await answerOf({ FunctionName: "arn:aws:lambda:us-east-1:000000000000:function:invoked" });
    expect(byArn.arn).toBe("arn:aws:lambda:us-east-1:000000000000:function:invoked");
  });

  it("answers a function's error as a result", async () => {
    const result = await invoke({ Payload: '{"fail":true}' });
    expect(result).toMatchObject({ StatusCode: 200, FunctionError: "Unhandled" });
    expect(JSON.parse(result.Payload?.transformToString() ?? "")).toMatchObject({
      errorType: "TypeError",
      errorMessage: "asked to fail",
    });
  });

  it("uses new variables once the update has finished", async () => {
    await client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: { STAGE: "second" } } }),
    );
    expect((await answerOf()).stage).toBe("first");
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 15, minDelay: 0.05, maxDelay: 0.05 }, { FunctionName });
    expect((await answerOf()).stage).toBe("second");
  });
});

it("answers Event with 202 and DryRun with 204", async () => {
  expect((await invoke({ InvocationType: "Event", Payload: "{}" })).StatusCode).toBe(202);
  const dry = await invoke({ InvocationType: "DryRun" });
  expect(dry.StatusCode).toBe(204);
  expect(dry.Payload?.length ?? 0).toBe(0);
});

describe("refusals", () => {
  it.each<[string, Partial<InvokeCommandInput>, object]>([
    [
      "a payload that is no JSON",
      { Payload: "{broken" },
      {
        name: "InvalidRequestContentException",
        message: expect.stringContaining("Could not parse request body into json: Could not parse payload into json: "),
      },
    ],
    [
      "a payload over 6 MB",
      { Payload: JSON.stringify("x".repeat(6_291_456)) },
      {
        name: "RequestTooLargeException",
        message: "Request must be smaller than 6291456 bytes for the InvokeFunction operation",
        $metadata: { httpStatusCode: 413 },
      },
    ],
    [
      "an asynchronous payload over 1 MB",
      { InvocationType: "Event", Payload: JSON.stringify("x".repeat(1_048_576)) },
      { name: "RequestTooLargeException" },
    ],
    [
      "a function that is not there",
      { FunctionName: "missing" },
      {
        name: "ResourceNotFoundException",
        message: "Function not found: arn:aws:lambda:us-east-1:000000000000:function:missing:$LATEST",
      },
    ],
    [
      "a version that is not there",
      { Qualifier: "7" },
      { message: "Function not found: arn:aws:lambda:us-east-1:000000000000:function:invoked:7" },
    ],
  ])("answers %s as AWS does", async (_name, members, error) => {
    await expect(invoke(members)).rejects.toMatchObject(error);
  });

  it("throttles a function that is switched off", async () => {
    await createActive(client, "switched-off");
    await client.send(
      new PutFunctionConcurrencyCommand({ FunctionName: "switched-off", ReservedConcurrentExecutions: 0 }),
    );
    await expect(invoke({ FunctionName: "switched-off" })).rejects.toMatchObject({
      name: "TooManyRequestsException",
      message: "Rate Exceeded.",
      Reason: "ReservedFunctionConcurrentInvocationLimitExceeded",
      Type: "User",
      $metadata: { httpStatusCode: 429 },
    });
  });
});
