import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import {
  CreateAliasCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  GetAccountSettingsCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  LambdaClient,
  ListProvisionedConcurrencyConfigsCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutProvisionedConcurrencyConfigCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, it, test, vi } from "vitest";
import { startTestRegion, zipOf, type TestRegion } from "../testing.ts";
import { createActive } from "./testing-functions.ts";

const FunctionName = "ready";
const ARN = `arn:aws:lambda:us-east-1:000000000000:function:${FunctionName}`;
const SOURCE = `
let calls = 0;
export const handler = async ({ waitMs = 0, fail }) => {
  if (fail) process.exit(3);
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  calls += 1;
  return { calls, type: process.env.AWS_LAMBDA_INITIALIZATION_TYPE, version: process.env.AWS_LAMBDA_FUNCTION_VERSION };
};`;
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
  await createActive(client, FunctionName, { Code: { ZipFile: await zipOf({ "index.mjs": SOURCE }) } });
  await client.send(new PublishVersionCommand({ FunctionName }));
  await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, Timeout: 9 }));
  await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 5, minDelay: 0.02, maxDelay: 0.05 }, { FunctionName });
  await client.send(new PublishVersionCommand({ FunctionName }));
  await client.send(new CreateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "1" }));
});
afterAll(() => region.close());

const put = (Qualifier: string, ProvisionedConcurrentExecutions: number) =>
  client.send(new PutProvisionedConcurrencyConfigCommand({ FunctionName, Qualifier, ProvisionedConcurrentExecutions }));
const get = (Qualifier: string) => client.send(new GetProvisionedConcurrencyConfigCommand({ FunctionName, Qualifier }));
const remove = (Qualifier: string) => client.send(new DeleteProvisionedConcurrencyConfigCommand({ FunctionName, Qualifier }));
const untilStatus = (Qualifier: string, status: string) =>
  vi.waitFor(async () => expect((await get(Qualifier)).Status).toBe(status), { timeout: 10_000, interval: 50 });
const invoke = async (Qualifier: string, event: object = {}) => {
  const answer = await client.send(
    new InvokeCommand({ FunctionName, Qualifier, LogType: "Tail", Payload: Buffer.from(JSON.stringify(event)) }),
  );
  const payload = JSON.parse(answer.Payload?.transformToString() ?? "") as { calls: number; type: string; version: string };
  return { ...payload, failed: answer.FunctionError !== undefined, log: Buffer.from(answer.LogResult ?? "", "base64").toString() };
};

it("starts environments in advance, uses them first and spills over", async () => {
  const asked = await put("live", 2);
  expect(asked.$metadata.httpStatusCode).toBe(202);
  expect(asked).toMatchObject({
    RequestedProvisionedConcurrentExecutions: 2,
    AvailableProvisionedConcurrentExecutions: 0,
    AllocatedProvisionedConcurrentExecutions: 0,
    Status: "IN_PROGRESS",
  });
  expect(asked.LastModified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
  await untilStatus("live", "READY");
  expect(await get("live")).toMatchObject({ AvailableProvisionedConcurrentExecutions: 2, AllocatedProvisionedConcurrentExecutions: 2 });

  const first = await invoke("live");
  expect(first).toMatchObject({ calls: 1, type: "provisioned-concurrency", version: "1" });
  expect(first.log).toContain("REPORT RequestId");
  expect(first.log).not.toContain("Init Duration");

  const three = await Promise.all([1, 2, 3].map(() => invoke("live", { waitMs: 300 })));
  expect(three.map(({ type }) => type).sort()).toEqual(["on-demand", "provisioned-concurrency", "provisioned-concurrency"]);
  expect(three.filter(({ log }) => log.includes("Init Duration"))).toHaveLength(1);

  const cloudWatch = new CloudWatchClient(region.clientConfig);
  const read = async (MetricName: string) => {
    const now = Date.now();
    const { Datapoints = [] } = await cloudWatch.send(
      new GetMetricStatisticsCommand({
        Namespace: "AWS/Lambda",
        MetricName,
        Dimensions: [{ Name: "FunctionName", Value: FunctionName }, { Name: "Resource", Value: `${FunctionName}:live` }],
        StartTime: new Date(now - 3_600_000),
        EndTime: new Date(now + 60_000),
        Period: 7_200,
        Statistics: ["Sum", "Maximum"],
      }),
    );
    return { sum: Datapoints[0]?.Sum, maximum: Datapoints[0]?.Maximum };
  };
  expect(await read("ProvisionedConcurrencyInvocations")).toMatchObject({ sum: 3 });
  expect(await read("ProvisionedConcurrencySpilloverInvocations")).toMatchObject({ sum: 1 });
  expect(await read("ProvisionedConcurrentExecutions")).toMatchObject({ maximum: 2 });
  expect(await read("ProvisionedConcurrencyUtilization")).toMatchObject({ maximum: 1 });
});

it("replaces an environment that has ended", async () => {
  expect(await invoke("live", { fail: true })).toMatchObject({ failed: true });
  await untilStatus("live", "READY");
  expect(await invoke("live")).toMatchObject({ failed: false, type: "provisioned-concurrency" });
});

it("follows its alias, and is listed", async () => {
  await client.send(new UpdateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "2" }));
  await untilStatus("live", "READY");
  expect(await invoke("live")).toMatchObject({ calls: 1, type: "provisioned-concurrency", version: "2" });
  expect(await invoke("1")).toMatchObject({ type: "on-demand" });
  const { ProvisionedConcurrencyConfigs } = await client.send(new ListProvisionedConcurrencyConfigsCommand({ FunctionName }));
  expect(ProvisionedConcurrencyConfigs).toMatchObject([{ FunctionArn: `${ARN}:live`, Status: "READY", RequestedProvisionedConcurrentExecutions: 2 }]);
  const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
  expect(AccountLimit?.UnreservedConcurrentExecutions).toBe(998);
});

test("is for a version or its alias, not for both", async () => {
  await expect(put("2", 1)).rejects.toMatchObject({
    name: "ResourceConflictException",
    message: "Version is pointed by a Provisioned Concurrency alias",
  });
  await put("1", 1);
  await client.send(new CreateAliasCommand({ FunctionName, Name: "old", FunctionVersion: "1" }));
  await expect(put("old", 1)).rejects.toMatchObject({
    name: "ResourceConflictException",
    message: "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
  });
  await remove("1");
});

test.each([
  ["$LATEST", 1, "Provisioned Concurrency Configs cannot be applied to unpublished function versions."],
  ["9", 1, `Function not found: ${ARN}:9`],
  ["none", 1, `Cannot find alias arn: ${ARN}:none`],
  ["1", 0, "1 validation error detected: Value '0' at 'provisionedConcurrentExecutions' failed to satisfy constraint: Member must have value greater than or equal to 1"],
  ["1", 999, "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [998]."],
  ["1", 899, "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100]."],
])("%s with %d is refused", async (qualifier, count, message) => {
  await expect(put(qualifier, count)).rejects.toMatchObject({ message });
});

test("reserved concurrency holds it, and leaves nothing else to others", async () => {
  const reserve = (ReservedConcurrentExecutions: number) =>
    client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
  await expect(reserve(1)).rejects.toMatchObject({
    message: " ReservedConcurrentExecutions  1 should not be lower than function's total provisioned concurrency [2].",
  });
  await reserve(2);
  await expect(put("live", 3)).rejects.toMatchObject({
    message: "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function",
  });
  await expect(invoke("$LATEST")).rejects.toMatchObject({
    name: "TooManyRequestsException",
    Reason: "ReservedFunctionConcurrentInvocationLimitExceeded",
  });
  expect(await invoke("live")).toMatchObject({ type: "provisioned-concurrency" });
});

test("ends when it is deleted", async () => {
  expect((await remove("live")).$metadata.httpStatusCode).toBe(204);
  expect((await remove("live")).$metadata.httpStatusCode).toBe(204);
  await expect(get("live")).rejects.toMatchObject({
    name: "ProvisionedConcurrencyConfigNotFoundException",
    message: "No Provisioned Concurrency Config found for this function",
  });
  expect(await invoke("live")).toMatchObject({ type: "on-demand" });
});

test("fails when the init fails", async () => {
  const broken = "broken";
  await createActive(client, broken, { Code: { ZipFile: await zipOf({ "index.mjs": "throw new Error('no');" }) } });
  await client.send(new PublishVersionCommand({ FunctionName: broken }));
  const target = { FunctionName: broken, Qualifier: "1" };
  await client.send(new PutProvisionedConcurrencyConfigCommand({ ...target, ProvisionedConcurrentExecutions: 1 }));
  await vi.waitFor(
    async () =>
      expect(await client.send(new GetProvisionedConcurrencyConfigCommand(target))).toMatchObject({
        Status: "FAILED",
        StatusReason: "FUNCTION_ERROR_INIT_FAILURE",
      }),
    { timeout: 10_000, interval: 50 },
  );
});

test("a region that closes does not wait for an init", async () => {
  const other = await startTestRegion();
  const slow = new LambdaClient(other.clientConfig);
  const target = { FunctionName: "slow", Qualifier: "1" };
  const source = "await new Promise((resolve) => setTimeout(resolve, 60_000)); export const handler = async () => 1;";
  await createActive(slow, "slow", { Code: { ZipFile: await zipOf({ "index.mjs": source }) } });
  await slow.send(new PublishVersionCommand({ FunctionName: "slow" }));
  await slow.send(new PutProvisionedConcurrencyConfigCommand({ ...target, ProvisionedConcurrentExecutions: 6 }));
  expect(await slow.send(new GetProvisionedConcurrencyConfigCommand(target))).toMatchObject({ Status: "IN_PROGRESS" });
  expect(await other.close()).toBeUndefined();
}, 10_000);
