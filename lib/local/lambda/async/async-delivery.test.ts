import {
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  DeleteFunctionEventInvokeConfigCommand,
  GetFunctionEventInvokeConfigCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionEventInvokeConfigsCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  UpdateFunctionEventInvokeConfigCommand,
  type PutFunctionEventInvokeConfigCommandInput,
} from "@aws-sdk/client-lambda";
import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRegion, zipOf, type TestRegion } from "../../testing.ts";
import { createActive, echoFunction } from "../testing-functions.ts";

const arnOf = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
const queueArnOf = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;
const FAILING = `export const handler = async (event) => { if (event.fail) throw new Error("Test exception (this is intentional)"); return { hello: event.name }; };`;
let region: TestRegion;
let lambda: LambdaClient;
let sqs: SQSClient;
let cloudWatch: CloudWatchClient;
let offsetMs = 0;

beforeAll(async () => {
  region = await startTestRegion({ clock: { now: () => Date.now() + offsetMs, monotonicMs: () => performance.now() } });
  lambda = new LambdaClient(region.clientConfig);
  sqs = new SQSClient(region.clientConfig);
  cloudWatch = new CloudWatchClient(region.clientConfig);
  await sqs.send(new CreateQueueCommand({ QueueName: "results" }));
});
afterAll(() => region.close());

const createFailing = async (name: string, members = {}) =>
  createActive(lambda, name, { Code: { ZipFile: await zipOf({ "index.mjs": FAILING }) }, ...members });
const configure = (FunctionName: string, members: Omit<PutFunctionEventInvokeConfigCommandInput, "FunctionName">) =>
  lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, ...members }));
const invokeLater = async (FunctionName: string, event: object): Promise<string | undefined> =>
  (await lambda.send(new InvokeCommand({ FunctionName, InvocationType: "Event", Payload: JSON.stringify(event) }))).$metadata.requestId;
const nextMessage = async (name: string) => {
  const QueueUrl = `${region.endpoint}/000000000000/${name}`;
  const command = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10, MessageAttributeNames: ["All"], MessageSystemAttributeNames: ["All"] });
  const message = (await sqs.send(command)).Messages?.[0];
  if (message) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
  return message;
};
const sumOf = async (functionName: string, MetricName: string): Promise<number> => {
  const now = Date.now() + offsetMs;
  const range = { StartTime: new Date(now - 600_000), EndTime: new Date(now + 60_000), Period: 3_600, Statistics: ["Sum" as const] };
  const Dimensions = [{ Name: "FunctionName", Value: functionName }];
  const answer = await cloudWatch.send(new GetMetricStatisticsCommand({ Namespace: "AWS/Lambda", MetricName, Dimensions, ...range }));
  return (answer.Datapoints ?? []).reduce((sum, { Sum = 0 }) => sum + Sum, 0);
};
const OnFailure = { Destination: queueArnOf("results") };

describe("destinations", () => {
  it("receive a success and a failure as AWS writes them", async () => {
    await createFailing("reporting");
    await configure("reporting", { MaximumRetryAttempts: 0, DestinationConfig: { OnSuccess: OnFailure, OnFailure } });
    const requestId = await invokeLater("reporting", { name: "world" });
    const success = await nextMessage("results");
    expect(JSON.parse(success?.Body ?? "")).toEqual({
      version: "1.0",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      requestContext: { requestId, functionArn: `${arnOf("reporting")}:$LATEST`, condition: "Success", approximateInvokeCount: 1 },
      requestPayload: { name: "world" },
      responseContext: { statusCode: 200, executedVersion: "$LATEST" },
      responsePayload: { hello: "world" },
    });
    expect(success?.Attributes?.["AWSTraceHeader"]).toContain("Lineage=");
    await invokeLater("reporting", { fail: true });
    expect(JSON.parse((await nextMessage("results"))?.Body ?? "")).toMatchObject({
      requestContext: { condition: "RetriesExhausted", approximateInvokeCount: 1 },
      responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
      responsePayload: { errorType: "Error", errorMessage: "Test exception (this is intentional)" },
    });
  });

  it("hear of an event that would be too old for its next attempt, and of a function that is switched off", async () => {
    await createFailing("ageing");
    await configure("ageing", { MaximumEventAgeInSeconds: 60, DestinationConfig: { OnFailure } });
    await invokeLater("ageing", { fail: true });
    const aged = JSON.parse((await nextMessage("results"))?.Body ?? "") as object;
    expect(aged).toMatchObject({ requestContext: { condition: "EventAgeExceeded", approximateInvokeCount: 1 }, responseContext: { functionError: "Unhandled" } });
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: "ageing", ReservedConcurrentExecutions: 0 }));
    await invokeLater("ageing", {});
    const off = JSON.parse((await nextMessage("results"))?.Body ?? "") as object;
    expect(off).toMatchObject({ requestContext: { condition: "ZeroReservedConcurrency", approximateInvokeCount: 0 } });
    expect(off).not.toHaveProperty("responseContext");
  });

  it("may be another function", async () => {
    await createFailing("first");
    await createFailing("second");
    await configure("second", { DestinationConfig: { OnSuccess: OnFailure } });
    await configure("first", { DestinationConfig: { OnSuccess: { Destination: arnOf("second") } } });
    await invokeLater("first", { name: "chain" });
    const record = JSON.parse((await nextMessage("results"))?.Body ?? "") as { requestPayload: object };
    expect(record.requestPayload).toMatchObject({ requestContext: { functionArn: `${arnOf("first")}:$LATEST` }, responsePayload: { hello: "chain" } });
  });

  it("of an alias hear of the alias", async () => {
    await createFailing("aliased");
    await lambda.send(new PublishVersionCommand({ FunctionName: "aliased" }));
    await lambda.send(new CreateAliasCommand({ FunctionName: "aliased", Name: "prod", FunctionVersion: "1" }));
    await configure("aliased", { Qualifier: "prod", DestinationConfig: { OnSuccess: OnFailure } });
    await invokeLater("aliased:prod", { name: "alias" });
    expect(JSON.parse((await nextMessage("results"))?.Body ?? "")).toMatchObject({
      requestContext: { functionArn: `${arnOf("aliased")}:prod` },
      responseContext: { executedVersion: "1" },
    });
    await lambda.send(new DeleteAliasCommand({ FunctionName: "aliased", Name: "prod" }));
    expect((await lambda.send(new ListFunctionEventInvokeConfigsCommand({ FunctionName: "aliased" }))).FunctionEventInvokeConfigs).toEqual([]);
  });

  it("may be of a service that is not here: then the delivery is counted as failed", async () => {
    await createFailing("elsewhere");
    await configure("elsewhere", { DestinationConfig: { OnSuccess: { Destination: "arn:aws:sns:us-east-1:000000000000:topic" } } });
    await invokeLater("elsewhere", {});
    await expect.poll(() => sumOf("elsewhere", "DestinationDeliveryFailures"), { timeout: 5_000 }).toBe(1);
  });

  it("are retried under one request id, one and two minutes later", async () => {
    await createFailing("retried");
    await configure("retried", { DestinationConfig: { OnFailure } });
    const requestId = await invokeLater("retried", { fail: true });
    const runs = () => sumOf("retried", "Errors");
    await expect.poll(runs, { timeout: 5_000 }).toBe(1);
    offsetMs += 60_000;
    await expect.poll(runs, { timeout: 5_000 }).toBe(2);
    offsetMs += 120_000;
    const record = JSON.parse((await nextMessage("results"))?.Body ?? "") as object;
    expect(record).toMatchObject({ requestContext: { requestId, condition: "RetriesExhausted", approximateInvokeCount: 3 } });
  });
});

describe("a dead-letter queue", () => {
  it("receives the event itself", async () => {
    await sqs.send(new CreateQueueCommand({ QueueName: "dead" }));
    await createFailing("dying", { DeadLetterConfig: { TargetArn: queueArnOf("dead") } });
    await configure("dying", { MaximumRetryAttempts: 0 });
    const requestId = await invokeLater("dying", { fail: true });
    const message = await nextMessage("dead");
    expect(message).toMatchObject({
      Body: '{"fail":true}',
      MessageAttributes: {
        RequestID: { DataType: "String", StringValue: requestId },
        ErrorCode: { DataType: "Number", StringValue: "200" },
        ErrorMessage: { DataType: "String", StringValue: "Test exception (this is intentional)" },
      },
    });
  });
});

describe("settings of asynchronous invocation", () => {
  const FunctionName = "settings";
  beforeAll(() => createActive(lambda, FunctionName));
  const get = () => lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName }));

  it("are replaced by Put, merged by Update, listed and deleted", async () => {
    await configure(FunctionName, { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 60 });
    await configure(FunctionName, { MaximumRetryAttempts: 0 });
    expect(await get()).toMatchObject({
      FunctionArn: `${arnOf(FunctionName)}:$LATEST`,
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnSuccess: {}, OnFailure: {} },
      LastModified: expect.any(Date),
    });
    expect((await get()).MaximumEventAgeInSeconds).toBeUndefined();
    const updated = await lambda.send(new UpdateFunctionEventInvokeConfigCommand({ FunctionName, DestinationConfig: { OnFailure } }));
    expect(updated).toMatchObject({ MaximumRetryAttempts: 0, DestinationConfig: { OnSuccess: {}, OnFailure } });
    const listed = await lambda.send(new ListFunctionEventInvokeConfigsCommand({ FunctionName }));
    expect(listed.FunctionEventInvokeConfigs?.map(({ FunctionArn }) => FunctionArn)).toEqual([`${arnOf(FunctionName)}:$LATEST`]);
    await lambda.send(new DeleteFunctionEventInvokeConfigCommand({ FunctionName }));
    await expect(get()).rejects.toMatchObject({ name: "ResourceNotFoundException", message: `The function ${arnOf(FunctionName)}:$LATEST doesn't have an EventInvokeConfig` });
  });

  it("go with their function", async () => {
    await createActive(lambda, "short-lived");
    await configure("short-lived", { MaximumRetryAttempts: 1 });
    await lambda.send(new DeleteFunctionCommand({ FunctionName: "short-lived" }));
    await lambda.send(new CreateFunctionCommand(await echoFunction("short-lived")));
    await expect(lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: "short-lived" }))).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  it.each<[string, Omit<PutFunctionEventInvokeConfigCommandInput, "FunctionName">, string, unknown]>([
    ["nothing at all", {}, "InvalidParameterValueException", "You must specify at least one of error handling or destination setting."],
    ["the function itself", { DestinationConfig: { OnSuccess: { Destination: arnOf(FunctionName) } } }, "InvalidParameterValueException", "You can't specify the function as a destination for itself."],
    ["a function that is not there", { DestinationConfig: { OnSuccess: { Destination: arnOf("gone") } } }, "InvalidParameterValueException", `The destination ARN ${arnOf("gone")} is invalid.`],
    ["another service", { DestinationConfig: { OnSuccess: { Destination: "arn:aws:iam:us-east-1:000000000000:x" } } }, "InvalidParameterValueException", "The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:iam:us-east-1:000000000000:x), onFailure=null) is invalid."],
    ["no ARN", { DestinationConfig: { OnFailure: { Destination: "queue" } } }, "ValidationException", expect.stringContaining("Value 'queue' at 'destinationConfig.onFailure.destination' failed to satisfy constraint")],
    ["three retries", { MaximumRetryAttempts: 3 }, "ValidationException", expect.stringContaining("at 'maximumRetryAttempts'")],
    ["59 seconds", { MaximumEventAgeInSeconds: 59 }, "ValidationException", expect.stringContaining("at 'maximumEventAgeInSeconds'")],
  ])("refuse %s", async (_case, members, name, message) => {
    await expect(configure(FunctionName, members)).rejects.toMatchObject({ name, message });
  });

  it("need a function that is there", async () => {
    await expect(configure("nowhere", { MaximumRetryAttempts: 1 })).rejects.toMatchObject({ name: "ResourceNotFoundException", message: "The function doesn't exist." });
  });
});
