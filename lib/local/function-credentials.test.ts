import { CreateFunctionCommand, InvokeCommand, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestRegion, type TestRegion, zipOf } from "./testing.ts";

let region: TestRegion;
beforeAll(async () => {
  region = await startTestRegion();
});
afterAll(() => region.close());

test("a function never sees the keys that open the region", async () => {
  const client = new LambdaClient(region.clientConfig);
  const FunctionName = "reads-its-environment";
  const source = "export const handler = async () => ({ ...process.env });";
  await client.send(new CreateFunctionCommand({ FunctionName, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/x", Code: { ZipFile: await zipOf({ "index.mjs": source }) } }));
  await waitUntilFunctionActiveV2({ client, maxWaitTime: 10, minDelay: 1 }, { FunctionName });
  const answer = await client.send(new InvokeCommand({ FunctionName }));
  const text = answer.Payload?.transformToString() ?? "";
  expect(text).not.toContain(region.credentials.secretAccessKey);
  expect(text).not.toContain(region.credentials.accessKeyId);
  const environment = JSON.parse(text) as Record<string, string>;
  expect(environment.AWS_ACCESS_KEY_ID).toMatch(/^ASIA/);
  expect(environment.AWS_SESSION_TOKEN).toBeTruthy();
  client.destroy();
});
