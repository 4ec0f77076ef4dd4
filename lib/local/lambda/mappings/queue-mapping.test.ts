import { mkdtempSync, rmSync } from "node:fs";
import { CreateEventSourceMappingCommand, DeleteEventSourceMappingCommand, GetEventSourceMappingCommand, LambdaClient, ListEventSourceMappingsCommand, UpdateEventSourceMappingCommand, type CreateEventSourceMappingCommandInput } from "@aws-sdk/client-lambda";
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRegion, zipOf, type TestRegion } from "../../testing.ts";
import { createActive } from "../testing-functions.ts";

/** Prints its event, fails as the messages say. */
const SOURCE = `export const handler = async ({ Records }) => {
  process.stdout.write("EVENT " + JSON.stringify(Records) + "\\n");
  if (Records.some(({ body }) => body === "crash")) throw new Error("asked to fail");
  return { batchItemFailures: Records.filter(({ body }) => body === "fail").map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;
const queueArnOf = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;
let region: TestRegion;
let lambda: LambdaClient;
let sqs: SQSClient;
let logs: CloudWatchLogsClient;
let offsetMs = 0;
let count = 0;

beforeAll(async () => {
  region = await startTestRegion({ clock: { now: () => Date.now() + offsetMs, monotonicMs: () => performance.now() } });
  lambda = new LambdaClient(region.clientConfig);
  sqs = new SQSClient(region.clientConfig);
  logs = new CloudWatchLogsClient(region.clientConfig);
});
afterAll(() => region.close());

const urlOf = (name: string) => `${region.endpoint}/000000000000/${name}`;
const send = (name: string, MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl: urlOf(name), MessageBody }));
const countsOf = async (name: string) => {
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: urlOf(name), AttributeNames: ["All"] }));
  return [Number(Attributes?.["ApproximateNumberOfMessages"]), Number(Attributes?.["ApproximateNumberOfMessagesNotVisible"])];
};
const stateOf = async (UUID?: string) => (await lambda.send(new GetEventSourceMappingCommand({ UUID }))).State;
/** A queue and a function of one name, tied together. */
async function setUp(members: Partial<CreateEventSourceMappingCommandInput> = {}, attributes: Record<string, string> = {}) {
  const name = `worker-${(count += 1)}`;
  await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  await createActive(lambda, name, { Code: { ZipFile: await zipOf({ "index.mjs": SOURCE }) } });
  const created = await lambda.send(new CreateEventSourceMappingCommand({ FunctionName: name, EventSourceArn: queueArnOf(name), ...members }));
  return { name, created };
}
async function eventsOf(name: string): Promise<{ body: string; [member: string]: unknown }[][]> {
  try {
    const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName: `/aws/lambda/${name}`, filterPattern: "EVENT" }));
    return events.map(({ message = "" }) => JSON.parse(message.slice("EVENT ".length)) as { body: string }[]);
  } catch {
    return [];
  }
}
const bodiesOf = async (name: string) => (await eventsOf(name)).flat().map(({ body }) => body);

describe("a mapping of a queue", () => {
  it("runs the function with what comes, and deletes it", async () => {
    const { name, created } = await setUp();
    expect(created).toMatchObject({
      BatchSize: 10,
      EventSourceArn: queueArnOf(name),
      EventSourceMappingArn: `arn:aws:lambda:us-east-1:000000000000:event-source-mapping:${created.UUID}`,
      FunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
      FunctionResponseTypes: [],
      MaximumBatchingWindowInSeconds: 0,
      State: "Creating",
      StateTransitionReason: "USER_INITIATED",
    });
    await expect.poll(() => stateOf(created.UUID)).toBe("Enabled");
    const MessageAttributes = { kind: { DataType: "String", StringValue: "test" } };
    const sent = await sqs.send(new SendMessageCommand({ QueueUrl: urlOf(name), MessageBody: '{"foo":"bar"}', MessageAttributes }));
    await expect.poll(() => eventsOf(name), { timeout: 5_000 }).toHaveLength(1);
    expect((await eventsOf(name))[0]?.[0]).toEqual({
      messageId: sent.MessageId,
      receiptHandle: expect.any(String),
      body: '{"foo":"bar"}',
      attributes: { ApproximateReceiveCount: "1", SentTimestamp: expect.any(String), SenderId: expect.any(String), ApproximateFirstReceiveTimestamp: expect.any(String) },
      messageAttributes: { kind: { stringValue: "test", stringListValues: [], binaryListValues: [], dataType: "String" } },
      md5OfMessageAttributes: sent.MD5OfMessageAttributes,
      md5OfBody: sent.MD5OfMessageBody,
      eventSource: "aws:sqs",
      eventSourceARN: queueArnOf(name),
      awsRegion: "us-east-1",
    });
    await expect.poll(() => countsOf(name)).toEqual([0, 0]);
  });

  it("gathers a batch for as long as its window", async () => {
    const { name, created } = await setUp({ MaximumBatchingWindowInSeconds: 1, BatchSize: 3 });
    await expect.poll(() => stateOf(created.UUID)).toBe("Enabled");
    for (const body of ["a", "b", "c", "d"]) await send(name, body);
    await expect.poll(() => bodiesOf(name), { timeout: 5_000 }).toHaveLength(4);
    expect((await eventsOf(name)).map((batch) => batch.length)).toEqual([3, 1]);
  });

  it("leaves in the queue what failed, until its dead-letter queue takes it", async () => {
    await sqs.send(new CreateQueueCommand({ QueueName: "worker-dead" }));
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: queueArnOf("worker-dead"), maxReceiveCount: 2 });
    const { name } = await setUp({ FunctionResponseTypes: ["ReportBatchItemFailures"], MaximumBatchingWindowInSeconds: 1 }, { RedrivePolicy });
    const Entries = [{ Id: "1", MessageBody: "fine" }, { Id: "2", MessageBody: "fail" }];
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: urlOf(name), Entries }));
    await expect.poll(() => countsOf(name), { timeout: 5_000 }).toEqual([0, 1]);
    await expect.poll(() => bodiesOf(name), { timeout: 5_000 }).toHaveLength(2);
    offsetMs += 30_000;
    await expect.poll(() => bodiesOf(name), { timeout: 5_000 }).toHaveLength(3);
    offsetMs += 30_000;
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: urlOf("worker-dead"), WaitTimeSeconds: 10 }));
    expect(Messages?.map(({ Body }) => Body)).toEqual(["fail"]);
    expect(await countsOf(name)).toEqual([0, 0]);
  });

  it("leaves the whole batch when the function fails", async () => {
    const { name } = await setUp();
    await send(name, "crash");
    await expect.poll(() => bodiesOf(name), { timeout: 5_000 }).toEqual(["crash"]);
    await expect.poll(() => countsOf(name)).toEqual([0, 1]);
  });

  it("drops what its filters do not let pass", async () => {
    const Pattern = JSON.stringify({ body: { kind: ["order"] } });
    const { name } = await setUp({ FilterCriteria: { Filters: [{ Pattern }] } });
    for (const body of ['{"kind":"gift"}', "order", '{"kind":"order"}']) await send(name, body);
    await expect.poll(() => countsOf(name), { timeout: 5_000 }).toEqual([0, 0]);
    await expect.poll(() => bodiesOf(name)).toEqual(['{"kind":"order"}']);
  });

  it("rests while it is disabled, and goes on with another function", async () => {
    const { name, created } = await setUp({ Enabled: false });
    const { UUID } = created;
    await expect.poll(() => stateOf(UUID)).toBe("Disabled");
    await send(name, "later");
    await createActive(lambda, `${name}-b`, { Code: { ZipFile: await zipOf({ "index.mjs": SOURCE }) } });
    expect(await countsOf(name)).toEqual([1, 0]);
    const changed = await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: true, FunctionName: `${name}-b`, BatchSize: 5 }));
    expect(changed).toMatchObject({ State: "Enabling", BatchSize: 5 });
    await expect(lambda.send(new DeleteEventSourceMappingCommand({ UUID }))).rejects.toMatchObject({ name: "ResourceInUseException" });
    await expect.poll(() => bodiesOf(`${name}-b`), { timeout: 5_000 }).toEqual(["later"]);
    expect((await lambda.send(new DeleteEventSourceMappingCommand({ UUID }))).State).toBe("Deleting");
    await expect.poll(() => stateOf(UUID).catch((error: Error) => error.name)).toBe("ResourceNotFoundException");
  });

  it("is found by its function and its source", async () => {
    const { name, created } = await setUp({ Enabled: false });
    const list = async (members: object) => (await lambda.send(new ListEventSourceMappingsCommand(members))).EventSourceMappings?.map(({ UUID }) => UUID);
    expect(await list({ FunctionName: name })).toEqual([created.UUID]);
    expect(await list({ EventSourceArn: queueArnOf(name) })).toEqual([created.UUID]);
    expect(await list({ EventSourceArn: queueArnOf("other") })).toEqual([]);
    expect((await list({}))?.length).toBeGreaterThan(1);
  });
});

describe("CreateEventSourceMapping", () => {
  const FunctionName = "mapped";
  beforeAll(async () => {
    await createActive(lambda, FunctionName);
    await sqs.send(new CreateQueueCommand({ QueueName: FunctionName }));
  });
  const EventSourceArn = queueArnOf(FunctionName);

  it.each<[string, Partial<CreateEventSourceMappingCommandInput>, object]>([
    ["no source", { EventSourceArn: undefined, FunctionName: "gone" }, { message: "Unrecognized event source." }],
    ["a function that is not there", { FunctionName: "gone" }, { message: "Function does not exist" }],
    ["a queue that is not there", { EventSourceArn: queueArnOf("gone") }, { message: "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist." }],
    ["a large batch without window", { BatchSize: 11 }, { message: "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10" }],
    ["a destination of a queue", { DestinationConfig: { OnFailure: { Destination: EventSourceArn } } }, { message: "Unsupported DestinationConfig parameter for given event source mapping type." }],
    ["a pattern that is none", { FilterCriteria: { Filters: [{ Pattern: "simple string" }] } }, { message: "Invalid filter pattern definition." }],
    ["a concurrency of one", { ScalingConfig: { MaximumConcurrency: 1 } }, { name: "ValidationException" }],
    ["a stream without position", { EventSourceArn: "arn:aws:kinesis:us-east-1:000000000000:stream/s" }, { name: "ValidationException" }],
  ])("refuses %s", async (_case, members, error) => {
    await expect(lambda.send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn, ...members }))).rejects.toMatchObject(error);
  });

  it("refuses a queue that hides messages for less than the function may take", async () => {
    await createActive(lambda, "slow", { Timeout: 60 });
    const command = new CreateEventSourceMappingCommand({ FunctionName: "slow", EventSourceArn });
    await expect(lambda.send(command)).rejects.toMatchObject({ message: "Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds" });
  });

  it("ties a source to a function once", async () => {
    const first = await lambda.send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn, Enabled: false }));
    await expect(lambda.send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn }))).rejects.toMatchObject({
      name: "ResourceConflictException",
      message: `An event source mapping with SQS arn (" ${EventSourceArn} ") and function (" ${FunctionName} ") already exists. Please update or delete the existing mapping with UUID ${first.UUID}`,
    });
  });

  it("keeps mappings of streams as they are", async () => {
    const stream = "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-01-01T00:00:00.000";
    const created = await lambda.send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn: stream, StartingPosition: "TRIM_HORIZON", MaximumRetryAttempts: 1 }));
    expect(created).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: false,
      DestinationConfig: { OnFailure: {} },
      LastProcessingResult: "No records processed",
      MaximumRecordAgeInSeconds: -1,
      MaximumRetryAttempts: 1,
      ParallelizationFactor: 1,
      StartingPosition: "TRIM_HORIZON",
      StateTransitionReason: "User action",
    });
    await expect.poll(() => stateOf(created.UUID)).toBe("Enabled");
  });
});

it("goes on after a restart", async () => {
  const directory = mkdtempSync(`${region.directory}-mappings-`);
  const first = await startTestRegion({ directory });
  const clients = [new LambdaClient(first.clientConfig), new SQSClient(first.clientConfig)] as const;
  await clients[1].send(new CreateQueueCommand({ QueueName: "kept" }));
  await createActive(clients[0], "kept");
  await clients[0].send(new CreateEventSourceMappingCommand({ FunctionName: "kept", EventSourceArn: queueArnOf("kept") }));
  await first.close();
  const second = await startTestRegion({ directory });
  const queue = new SQSClient(second.clientConfig);
  const QueueUrl = `${second.endpoint}/000000000000/kept`;
  await queue.send(new SendMessageCommand({ QueueUrl, MessageBody: "x" }));
  const left = async () => (await queue.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }))).Attributes;
  await expect.poll(left, { timeout: 5_000 }).toMatchObject({ ApproximateNumberOfMessages: "0", ApproximateNumberOfMessagesNotVisible: "0" });
  await second.close();
  rmSync(directory, { recursive: true });
});
