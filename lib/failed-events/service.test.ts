import { CreateFunctionCommand, LambdaClient, PutFunctionEventInvokeConfigCommand, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { listFailureQueues, peekFailures } from "./service";

const PLACE = { connection: "local", region: "us-east-1", functionName: "failing" };
const ARN = "arn:aws:sqs:us-east-1:000000000000:";

let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
let region: TestRegion;
let lambda: LambdaClient;
let sqs: SQSClient;
beforeAll(async () => {
  scratch = await useScratchDatabase();
  region = await startTestRegion();
  process.env.WARMSTART_LOCAL_ENDPOINT = region.endpoint;
  process.env.WARMSTART_LOCAL_ACCESS_KEY_ID = region.credentials.accessKeyId;
  process.env.WARMSTART_LOCAL_SECRET_ACCESS_KEY = region.credentials.secretAccessKey;
  lambda = new LambdaClient(region.clientConfig);
  sqs = new SQSClient(region.clientConfig);
  for (const QueueName of ["dead", "failed", "other"]) await sqs.send(new CreateQueueCommand({ QueueName }));
  await lambda.send(
    new CreateFunctionCommand({ FunctionName: "failing", Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/test", DeadLetterConfig: { TargetArn: `${ARN}dead` }, Code: { ZipFile: await zipOf({ "index.mjs": "export const handler = async () => 1;" }) } }),
  );
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName: "failing" });
  await lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName: "failing", DestinationConfig: { OnFailure: { Destination: `${ARN}failed` } } }));
});
afterAll(async () => {
  lambda.destroy();
  sqs.destroy();
  await region.close();
  await scratch.close();
});

test("finds the queues of a function, looks without taking, and at no other queue", async () => {
  expect(await listFailureQueues(PLACE)).toEqual({
    queues: [
      { arn: `${ARN}dead`, kind: "dead_letter" },
      { arn: `${ARN}failed`, kind: "on_failure" },
    ],
    others: [],
    problems: [],
  });
  expect(await peekFailures(PLACE, `${ARN}dead`)).toEqual({ messages: [] });
  const QueueUrl = `${region.endpoint}/000000000000/dead`;
  for (let index = 0; index < 12; index += 1) {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ index }), MessageAttributes: { ErrorMessage: { DataType: "String", StringValue: "boom" } } }));
  }
  const { messages } = await peekFailures(PLACE, `${ARN}dead`);
  expect(messages.length).toBeGreaterThanOrEqual(10);
  expect(messages[0]).toMatchObject({ messageAttributes: { ErrorMessage: "boom" }, attributes: { SentTimestamp: expect.stringMatching(/^\d{13}$/) } });
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  expect(Messages).toHaveLength(10);
  await expect(peekFailures(PLACE, `${ARN}other`)).rejects.toMatchObject({ code: "bad_request" });
});
