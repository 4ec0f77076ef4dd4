import {
  GetMetricDataCommand,
  CloudWatchClient,
  ListMetricsCommand,
} from "@aws-sdk/client-cloudwatch";
import {
  CreateAliasCommand,
  DeleteAliasCommand,
  GetAliasCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListAliasesCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
  type AliasRoutingConfiguration,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { startTestRegion, type TestRegion } from "../testing.ts";
import { versionOfAlias } from "./alias-record.ts";
import { createActive, ROLE } from "./testing-functions.ts";

const FunctionName = "aliased";
const ARN = `arn:aws:lambda:us-east-1:000000000000:function:${FunctionName}`;
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
  await createActive(client, FunctionName);
  for (const members of [{}, { Timeout: 5 }, { Role: `${ROLE}-other` }]) {
    await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, ...members }));
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 5, minDelay: 0.02, maxDelay: 0.05 }, { FunctionName });
    await client.send(new PublishVersionCommand({ FunctionName }));
  }
});
afterAll(() => region.close());

const create = (Name: string, FunctionVersion: string, RoutingConfig?: AliasRoutingConfiguration) =>
  client.send(new CreateAliasCommand({ FunctionName, Name, FunctionVersion, RoutingConfig }));
const names = async (FunctionVersion?: string) =>
  (await client.send(new ListAliasesCommand({ FunctionName, FunctionVersion }))).Aliases?.map(({ Name }) => Name);

describe("an alias", () => {
  it("is made, read, moved, listed and deleted", async () => {
    const made = await create("blue", "1");
    expect(made.$metadata.httpStatusCode).toBe(201);
    expect(made).toMatchObject({ AliasArn: `${ARN}:blue`, Name: "blue", FunctionVersion: "1", Description: "" });
    expect(made).not.toHaveProperty("RoutingConfig");
    expect(await client.send(new GetAliasCommand({ FunctionName, Name: "blue" }))).toMatchObject({ RevisionId: made.RevisionId });
    const { RevisionId } = made;
    const moved = await client.send(new UpdateAliasCommand({ FunctionName, Name: "blue", FunctionVersion: "2", Description: "new", RevisionId }));
    expect(moved).toMatchObject({ FunctionVersion: "2", Description: "new" });
    await expect(client.send(new UpdateAliasCommand({ FunctionName, Name: "blue", RevisionId }))).rejects.toMatchObject({
      name: "PreconditionFailedException",
    });
    await create("amber", "$LATEST");
    expect(await names()).toEqual(["amber", "blue"]);
    expect(await names("2")).toEqual(["blue"]);
    for (const Name of ["blue", "amber", "blue"]) {
      const deleted = await client.send(new DeleteAliasCommand({ FunctionName, Name }));
      expect(deleted.$metadata.httpStatusCode).toBe(204);
    }
    expect(await names()).toEqual([]);
  });

  it("stands for its version in reads and invocations", async () => {
    await create("live", "2");
    expect(await client.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier: "live" }))).toMatchObject({
      FunctionArn: `${ARN}:live`,
      Version: "2",
      Timeout: 5,
    });
    const answer = await client.send(new InvokeCommand({ FunctionName: `${ARN}:live`, Payload: Buffer.from("7") }));
    expect(answer).toMatchObject({ ExecutedVersion: "2", StatusCode: 200 });
  });

  it("keeps weights until they are cleared", async () => {
    const weighted = await create("weighted", "1", { AdditionalVersionWeights: { "2": 0.25 } });
    expect(weighted.RoutingConfig).toEqual({ AdditionalVersionWeights: { "2": 0.25 } });
    const described = await client.send(new UpdateAliasCommand({ FunctionName, Name: "weighted", Description: "x" }));
    expect(described.RoutingConfig).toEqual({ AdditionalVersionWeights: { "2": 0.25 } });
    expect(await names("2")).toContain("weighted");
    const cleared = await client.send(
      new UpdateAliasCommand({ FunctionName, Name: "weighted", FunctionVersion: "2", RoutingConfig: { AdditionalVersionWeights: {} } }),
    );
    expect(cleared).toMatchObject({ FunctionVersion: "2" });
    expect(cleared.RoutingConfig).toBeUndefined();
  });
});

describe("a wrong alias", () => {
  test.each([
    ["1", "1", undefined, "1 validation error detected: Value '1' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)"],
    ["new", "9", undefined, `Function not found: ${ARN}:9`],
    ["new", "1", { "1": 0.5 }, "Invalid function version 1. Function version 1 is already included in routing configuration."],
    ["new", "1", { "9": 0.5 }, `Function not found: ${ARN}:9`],
    ["new", "1", { "2": 0.5, "3": 0.1 }, "Number of items in AdditionalVersionWeights cannot be greater than 1"],
    ["new", "$LATEST", { "1": 0.5 }, "$LATEST is not supported for an alias pointing to more than 1 version"],
    [
      "new",
      "1",
      { "2": 1.01 },
      "1 validation error detected: Value '{2=1.01}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]",
    ],
    ["new", "1", { "3": 0.5 }, "Alias with weights can not be used with versions that have different execution roles."],
  ])("%s of version %s with %o is refused", async (name, version, weights, message) => {
    await expect(create(name, version, weights && { AdditionalVersionWeights: weights })).rejects.toMatchObject({ message });
  });

  it("is refused twice, and not found", async () => {
    await create("twice", "1");
    await expect(create("twice", "1")).rejects.toMatchObject({
      name: "ResourceConflictException",
      message: `Alias already exists: ${ARN}:twice`,
    });
    await expect(client.send(new GetAliasCommand({ FunctionName, Name: "none" }))).rejects.toMatchObject({
      message: `Cannot find alias arn: ${ARN}:none`,
    });
    await expect(client.send(new UpdateAliasCommand({ FunctionName, Name: "none" }))).rejects.toMatchObject({
      message: `Alias not found: ${ARN}:none`,
    });
  });
});

test.each([
  [0, "2"],
  [0.2499, "2"],
  [0.25, "1"],
  [0.99, "1"],
])("draw %d of weight 0.25 gives version %s", (draw, version) => {
  const alias = { region: "r", functionName: "f", name: "a", functionVersion: "1", description: "", revisionId: "" };
  expect(versionOfAlias({ ...alias, additional: { version: "2", weight: 0.25 } }, draw)).toBe(version);
  expect(versionOfAlias(alias, draw)).toBe("1");
});

test("weights really divide the invocations, and metrics tell the versions apart", async () => {
  await create("split", "1", { AdditionalVersionWeights: { "2": 0.5 } });
  const ran: Record<string, number> = { "1": 0, "2": 0 };
  for (let call = 0; call < 40; call += 1) {
    const { ExecutedVersion = "" } = await client.send(new InvokeCommand({ FunctionName, Qualifier: "split" }));
    ran[ExecutedVersion] = (ran[ExecutedVersion] ?? 0) + 1;
  }
  // Of 40 fair draws one in ten billion has fewer than 2 of a kind.
  expect(Math.min(ran["1"] ?? 0, ran["2"] ?? 0)).toBeGreaterThan(1);

  const cloudWatch = new CloudWatchClient(region.clientConfig);
  const { Metrics = [] } = await cloudWatch.send(new ListMetricsCommand({ MetricName: "Invocations", Dimensions: [{ Name: "Resource", Value: `${FunctionName}:split` }] }));
  expect(Metrics.map(({ Dimensions = [] }) => Dimensions.map(({ Name, Value }) => `${Name}=${Value}`).join(" ")).sort()).toEqual([
    "ExecutedVersion=1 FunctionName=aliased Resource=aliased:split",
    "ExecutedVersion=2 FunctionName=aliased Resource=aliased:split",
    "FunctionName=aliased Resource=aliased:split",
  ]);
  const now = Date.now();
  const { MetricDataResults = [] } = await cloudWatch.send(
    new GetMetricDataCommand({
      StartTime: new Date(now - 600_000),
      EndTime: new Date(now + 60_000),
      MetricDataQueries: Metrics.map((Metric, index) => ({ Id: `m${index}`, MetricStat: { Metric, Period: 3_600, Stat: "Sum" } })),
    }),
  );
  const sums = MetricDataResults.map(({ Values = [] }) => Values.reduce((sum, value) => sum + value, 0));
  expect(sums.sort((a, b) => a - b)).toEqual([...Object.values(ran), 40].sort((a, b) => a - b));
});
