import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
  TagQueueCommand,
  type ReceiveMessageCommandInput,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signRequest } from "../protocols/signature-v4.ts";
import { startTestRegion, type TestRegion } from "../testing.ts";

let region: TestRegion;
let sqs: SQSClient;
let offsetMs = 0;
let queueCount = 0;

beforeAll(async () => {
  const clock = { now: () => Date.now() + offsetMs, monotonicMs: () => performance.now() };
  region = await startTestRegion({ clock });
  sqs = new SQSClient(region.clientConfig);
});
afterAll(() => region.close());

const createQueue = async (Attributes: Record<string, string> = {}): Promise<string> => {
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: `queue-${(queueCount += 1)}`, Attributes }));
  return QueueUrl;
};
const send = (QueueUrl: string, MessageBody: string, DelaySeconds?: number) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }));
const receive = async (QueueUrl: string, members: Partial<ReceiveMessageCommandInput> = {}) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...members }))).Messages ?? [];
const attributesOf = async (QueueUrl: string) =>
  (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }))).Attributes ?? {};

describe("queues", () => {
  it("are made once, found by name, listed by prefix and removed", async () => {
    const url = await createQueue();
    expect(url).toBe(`${region.endpoint}/000000000000/queue-${queueCount}`);
    const QueueName = `queue-${queueCount}`;
    expect((await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl).toBe(url);
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl).toBe(url);
    expect((await sqs.send(new ListQueuesCommand({ QueueNamePrefix: QueueName }))).QueueUrls).toEqual([url]);
    await expect(sqs.send(new CreateQueueCommand({ QueueName, Attributes: { DelaySeconds: "5" } }))).rejects.toMatchObject({ name: "QueueNameExists" });
    await sqs.send(new DeleteQueueCommand({ QueueUrl: url }));
    await expect(sqs.send(new GetQueueUrlCommand({ QueueName }))).rejects.toMatchObject({
      name: "QueueDoesNotExist",
      message: "The specified queue does not exist.",
      $metadata: { httpStatusCode: 400 },
    });
  });

  it("belong to one region", async () => {
    const url = await createQueue();
    const other = new SQSClient({ ...region.clientConfig, region: "eu-west-1" });
    await expect(other.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "x" }))).rejects.toMatchObject({ name: "QueueDoesNotExist" });
  });

  it("page by name", async () => {
    for (const name of ["page-a", "page-b", "page-c"]) await sqs.send(new CreateQueueCommand({ QueueName: name }));
    const first = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: "page-", MaxResults: 2 }));
    const second = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: "page-", MaxResults: 2, NextToken: first.NextToken }));
    const names = [...(first.QueueUrls ?? []), ...(second.QueueUrls ?? [])].map((url) => url.split("/").at(-1));
    expect(names).toEqual(["page-a", "page-b", "page-c"]);
    expect(second.NextToken).toBeUndefined();
  });

  it("show their attributes, and keep tags", async () => {
    const QueueUrl = await createQueue({ VisibilityTimeout: "60" });
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { DelaySeconds: "3" } }));
    await sqs.send(new TagQueueCommand({ QueueUrl, Tags: { team: "orders" } }));
    expect(await attributesOf(QueueUrl)).toMatchObject({
      QueueArn: `arn:aws:sqs:us-east-1:000000000000:queue-${queueCount}`,
      VisibilityTimeout: "60",
      DelaySeconds: "3",
      MaximumMessageSize: "1048576",
      MessageRetentionPeriod: "345600",
      ApproximateNumberOfMessages: "0",
    });
    expect((await sqs.send(new ListQueueTagsCommand({ QueueUrl }))).Tags).toEqual({ team: "orders" });
  });

  it.each([
    [{ VisibilityTimeout: "43201" }, "InvalidAttributeValue", "Invalid value for the parameter VisibilityTimeout."],
    [{ Colour: "blue" }, "InvalidAttributeName", "Unknown Attribute Colour."],
    [{ RedrivePolicy: '{"maxReceiveCount":1}' }, "InvalidAttributeValue", "Invalid value for the parameter RedrivePolicy."],
    [{ FifoQueue: "true" }, "UnsupportedOperation", "The local region does not support FIFO queues yet."],
  ])("refuse %j", async (attributes, name, message) => {
    await expect(createQueue(attributes as Record<string, string>)).rejects.toMatchObject({ name, message });
  });
});

describe("messages", () => {
  it("carry attributes and digests that the client checks", async () => {
    const QueueUrl = await createQueue();
    const MessageAttributes = {
      Author: { DataType: "String", StringValue: "John Grisham" },
      Title: { DataType: "String", StringValue: "The Whistler" },
      WeeksOn: { DataType: "Number", StringValue: "6" },
    };
    const sent = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "naïve ☕", MessageAttributes }));
    // Recorded on AWS for these attributes.
    expect(sent.MD5OfMessageAttributes).toBe("d25a6aea97eb8f585bfa92d314504a92");
    const [message] = await receive(QueueUrl, { MessageAttributeNames: ["All"], MessageSystemAttributeNames: ["All"] });
    expect(message).toMatchObject({ MessageId: sent.MessageId, Body: "naïve ☕", MessageAttributes });
    expect(message?.Attributes).toMatchObject({ ApproximateReceiveCount: "1", SenderId: expect.any(String), SentTimestamp: expect.stringMatching(/^\d{13}$/) });
  });

  it("are hidden from others until their timeout, and gone when deleted", async () => {
    const QueueUrl = await createQueue();
    await send(QueueUrl, "work");
    const [first] = await receive(QueueUrl);
    expect(await receive(QueueUrl)).toEqual([]);
    offsetMs += 30_000;
    const [again] = await receive(QueueUrl, { MessageSystemAttributeNames: ["ApproximateReceiveCount"] });
    expect(again?.Attributes).toEqual({ ApproximateReceiveCount: "2" });
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
    expect(await attributesOf(QueueUrl)).toMatchObject({ ApproximateNumberOfMessagesNotVisible: "1" });
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
    offsetMs += 30_000;
    expect(await receive(QueueUrl)).toEqual([]);
  });

  it("come back at once when their visibility timeout is set to 0", async () => {
    const QueueUrl = await createQueue();
    await send(QueueUrl, "again");
    const [message] = await receive(QueueUrl);
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 }));
    expect(await receive(QueueUrl)).toHaveLength(1);
  });

  it("wait for their delay, and a receiver waits for them", async () => {
    const QueueUrl = await createQueue();
    const waiting = receive(QueueUrl, { WaitTimeSeconds: 20 });
    await send(QueueUrl, "late");
    const [late] = await waiting;
    expect(late?.Body).toBe("late");
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: late?.ReceiptHandle }));
    await send(QueueUrl, "delayed", 900);
    expect(await attributesOf(QueueUrl)).toMatchObject({ ApproximateNumberOfMessagesDelayed: "1" });
    const delayed = receive(QueueUrl, { WaitTimeSeconds: 20 });
    offsetMs += 900_000;
    expect((await delayed).map(({ Body }) => Body)).toEqual(["delayed"]);
  });

  it("move to the dead-letter queue after too many receives", async () => {
    const deadLetters = await createQueue();
    const { QueueArn } = await attributesOf(deadLetters);
    const source = await createQueue({ RedrivePolicy: JSON.stringify({ deadLetterTargetArn: QueueArn, maxReceiveCount: 2 }) });
    const { MessageId } = await send(source, "poison");
    for (let turn = 0; turn < 2; turn += 1) expect(await receive(source, { VisibilityTimeout: 0 })).toHaveLength(1);
    expect(await receive(source)).toEqual([]);
    const [dead] = await receive(deadLetters, { MessageSystemAttributeNames: ["All"] });
    expect(dead).toMatchObject({ MessageId, Body: "poison", Attributes: { ApproximateReceiveCount: "1" } });
    expect(dead?.Attributes?.["DeadLetterQueueSourceArn"]).toBe((await attributesOf(source))["QueueArn"]);
    expect((await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: deadLetters }))).queueUrls).toEqual([source]);
  });

  it("are forgotten after the retention period, and by a purge", async () => {
    const QueueUrl = await createQueue({ MessageRetentionPeriod: "60" });
    await send(QueueUrl, "old");
    offsetMs += 61_000;
    await send(QueueUrl, "new");
    expect((await receive(QueueUrl)).map(({ Body }) => Body)).toEqual(["new"]);
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    expect(await attributesOf(QueueUrl)).toMatchObject({ ApproximateNumberOfMessages: "0", ApproximateNumberOfMessagesNotVisible: "0" });
  });

  it("go in batches, each entry for itself", async () => {
    const QueueUrl = await createQueue();
    const sent = await sqs.send(
      new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: "a", MessageBody: "1" }, { Id: "b", MessageBody: "2", DelaySeconds: 901 }] }),
    );
    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(["a"]);
    expect(sent.Failed).toMatchObject([{ Id: "b", SenderFault: true, Code: "InvalidParameterValue" }]);
    const [message] = await receive(QueueUrl);
    const Entries = [{ Id: "x", ReceiptHandle: message?.ReceiptHandle }, { Id: "y", ReceiptHandle: "made up" }];
    const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    expect(deleted.Failed).toMatchObject([{ Id: "y", Code: "ReceiptHandleIsInvalid" }]);
  });

  it.each([
    ["an empty body", { MessageBody: "" }, "MissingParameter", "The request must contain the parameter MessageBody."],
    ["a control character", { MessageBody: "\u0001" }, "InvalidMessageContents", expect.stringContaining("Invalid characters found.")],
    ["more than 1 MiB", { MessageBody: "x".repeat(1_048_577) }, "InvalidParameterValue", expect.stringContaining("Message must be shorter than 1048576 bytes.")],
    ["too long a delay", { MessageBody: "x", DelaySeconds: 901 }, "InvalidParameterValue", expect.stringContaining("Value 901 for parameter DelaySeconds is invalid.")],
  ])("refuse %s", async (_case, members, name, message) => {
    const QueueUrl = await createQueue();
    await expect(sqs.send(new SendMessageCommand({ QueueUrl, ...members }))).rejects.toMatchObject({ name, message });
  });
});

it("keeps messages over a restart", async () => {
  const directory = mkdtempSync(join(tmpdir(), "queues-"));
  const first = await startTestRegion({ directory });
  const before = new SQSClient(first.clientConfig);
  const { QueueUrl } = await before.send(new CreateQueueCommand({ QueueName: "kept" }));
  await before.send(new SendMessageCommand({ QueueUrl, MessageBody: "still here" }));
  await first.close();
  const second = await startTestRegion({ directory });
  const after = new SQSClient(second.clientConfig);
  // The port is another one: of the URL only account and name count.
  const { Messages } = await after.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(Messages?.map(({ Body }) => Body)).toEqual(["still here"]);
  await second.close();
  rmSync(directory, { recursive: true });
});

it("speaks the Query protocol of older clients", async () => {
  const form = (members: Record<string, string>) => queryCall(region, new URLSearchParams({ Version: "2012-11-05", ...members }).toString());
  const created = await form({ Action: "CreateQueue", QueueName: "classic", "Attribute.1.Name": "DelaySeconds", "Attribute.1.Value": "0" });
  const QueueUrl = /<QueueUrl>(.*)<\/QueueUrl>/.exec(created)?.[1] ?? "";
  expect(QueueUrl).toBe(`${region.endpoint}/000000000000/classic`);
  await form({ Action: "SendMessage", QueueUrl, MessageBody: "a < b", "MessageAttribute.1.Name": "kind", "MessageAttribute.1.Value.DataType": "String", "MessageAttribute.1.Value.StringValue": "test" });
  const received = await form({ Action: "ReceiveMessage", QueueUrl, "MessageAttributeName.1": "All", "AttributeName.1": "SentTimestamp" });
  expect(received).toContain("<Body>a &lt; b</Body>");
  expect(received).toMatch(/<Attribute><Name>SentTimestamp<\/Name><Value>\d{13}<\/Value><\/Attribute>/);
  expect(received).toContain("<MessageAttribute><Name>kind</Name><Value><DataType>String</DataType><StringValue>test</StringValue></Value></MessageAttribute>");
  const missing = await form({ Action: "SendMessage", QueueUrl: `${QueueUrl}-other`, MessageBody: "x" });
  expect(missing).toContain("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>");
});

function queryCall({ endpoint, credentials }: TestRegion, body: string): Promise<string> {
  const url = new URL("/", endpoint);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const signed = signRequest({ method: "POST", url, headers, body: Buffer.from(body), service: "sqs", region: "us-east-1", ...credentials, now: new Date() });
  return new Promise((resolve, reject) => {
    const call = request(url, { method: "POST", headers: signed }, (response) => text(response).then(resolve, reject));
    call.on("error", reject);
    call.end(body);
  });
}
