import { CreateFunctionCommand, LambdaClient, PutFunctionConcurrencyCommand, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChanges } from "@/lib/db/changes";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { addMapping, allow, changeMapping, listTriggers, removeMapping, revoke } from "./service";

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
});
afterAll(async () => {
  lambda.destroy();
  sqs.destroy();
  await region.close();
  await scratch.close();
});

let count = 0;
async function createFunction() {
  const functionName = `triggered-${(count += 1)}`;
  const code = await zipOf({ "index.mjs": "export const handler = async () => 1;" });
  await lambda.send(new CreateFunctionCommand({ FunctionName: functionName, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/test", Code: { ZipFile: code } }));
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName: functionName });
  return { connection: "local", region: "us-east-1", functionName };
}

async function createQueue(): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `queue-${(count += 1)}`, Attributes: { VisibilityTimeout: "30" } }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }));
  return Attributes?.QueueArn ?? "";
}

test("a permission is added, judged, and removed", async () => {
  const place = await createFunction();
  expect((await listTriggers(place)).triggers).toEqual([]);
  await allow(place, { statementId: "photos", principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::photos", sourceAccount: "000000000000", qualifier: "$LATEST" });
  await expect(allow(place, { statementId: "photos", principal: "s3.amazonaws.com", qualifier: "$LATEST" })).rejects.toMatchObject({ code: "bad_request" });
  await allow(place, { statementId: "queue", principal: "sqs.amazonaws.com", sourceArn: "arn:aws:sqs:us-east-1:000000000000:orders", qualifier: "$LATEST" });
  const { triggers, problems } = await listTriggers(place);
  expect(problems).toEqual([]);
  expect(triggers.map(({ source, name, verdict }) => [source, name, verdict])).toEqual([["S3", "photos", "permission_only"], ["SQS", "orders", "never_fires"]]);
  await revoke(place, "photos", "$LATEST");
  expect((await listTriggers(place)).triggers).toHaveLength(1);
  await expect(revoke(place, "photos", "$LATEST")).rejects.toMatchObject({ code: "not_found" });
  expect((await findChanges(place, 10)).map(({ kind, status }) => `${kind} ${status}`)).toEqual(["permission done", "permission done", "permission done"]);
});

test("an event source is added, switched off, edited with a checked filter, and removed", async () => {
  const place = await createFunction();
  const sourceArn = await createQueue();
  await addMapping(place, { sourceArn, batchSize: 5, qualifier: "$LATEST" });
  const trigger = async () => (await listTriggers(place)).triggers[0];
  await expect.poll(trigger, { timeout: 10_000 }).toMatchObject({ kind: "mapping", source: "SQS", verdict: "works", mapping: { state: "Enabled", batchSize: 5 } });
  const id = (await trigger())?.id ?? "";
  await expect(changeMapping(place, id, { filters: ['{"body":"paid"}'] })).rejects.toMatchObject({ code: "bad_request" });
  await changeMapping(place, id, { enabled: false, filters: ['{"body":{"status":["paid"]}}'], maximumConcurrency: 2 });
  await expect.poll(trigger, { timeout: 10_000 }).toMatchObject({ verdict: "never_fires", reason: "It is switched off.", mapping: { state: "Disabled", maximumConcurrency: 2, filters: ['{"body":{"status":["paid"]}}'] } });
  await expect(changeMapping({ ...place, functionName: "another" }, id, { enabled: true })).rejects.toMatchObject({ code: "not_found" });
  await removeMapping(place, id);
  await expect.poll(async () => (await listTriggers(place)).triggers, { timeout: 10_000 }).toEqual([]);
});

test("a stopped function fires nothing", async () => {
  const place = await createFunction();
  await allow(place, { statementId: "nightly", principal: "events.amazonaws.com", sourceArn: "arn:aws:events:us-east-1:000000000000:rule/nightly", qualifier: "$LATEST" });
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: place.functionName, ReservedConcurrentExecutions: 0 }));
  expect((await listTriggers(place)).triggers).toMatchObject([{ verdict: "never_fires", reason: expect.stringMatching(/reserved concurrency is 0/) }]);
  expect((await listTriggers(place)).reservedConcurrency).toBe(0);
});
