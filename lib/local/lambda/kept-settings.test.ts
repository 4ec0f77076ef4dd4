import {
  GetFunctionCodeSigningConfigCommand,
  GetFunctionConfigurationCommand,
  GetFunctionRecursionConfigCommand,
  GetRuntimeManagementConfigCommand,
  LambdaClient,
  PublishVersionCommand,
  PutFunctionRecursionConfigCommand,
  PutRuntimeManagementConfigCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
  type UpdateFunctionConfigurationCommandInput,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { startTestRegion, type TestRegion } from "../testing.ts";
import { createActive } from "./testing-functions.ts";

const FunctionName = "attached";
const QUEUE = "arn:aws:sqs:us-east-1:000000000000:failed";
const KEY = "arn:aws:kms:us-east-1:000000000000:key/1234";
const VPC = { SubnetIds: ["subnet-1a"], SecurityGroupIds: ["sg-2b"] };
const MOUNT = { Arn: "arn:aws:elasticfilesystem:us-east-1:000000000000:access-point/fsap-0123456789abcdef0", LocalMountPath: "/mnt/files" };
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
  await createActive(client, FunctionName, {
    VpcConfig: VPC,
    FileSystemConfigs: [MOUNT],
    KMSKeyArn: KEY,
    DeadLetterConfig: { TargetArn: QUEUE },
    SnapStart: { ApplyOn: "PublishedVersions" },
    TracingConfig: { Mode: "Active" },
  });
});
afterAll(() => region.close());

const update = async (members: Omit<UpdateFunctionConfigurationCommandInput, "FunctionName">) => {
  await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, ...members }));
  await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 5, minDelay: 0.02, maxDelay: 0.05 }, { FunctionName });
};
const read = (Qualifier?: string) => client.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier }));

it("keeps what names other resources, also in versions, until it is cleared", async () => {
  const kept = {
    VpcConfig: { ...VPC, Ipv6AllowedForDualStack: false, VpcId: "vpc-local" },
    FileSystemConfigs: [MOUNT],
    KMSKeyArn: KEY,
    DeadLetterConfig: { TargetArn: QUEUE },
    SnapStart: { ApplyOn: "PublishedVersions", OptimizationStatus: "Off" },
    TracingConfig: { Mode: "Active" },
  };
  expect(await read()).toMatchObject(kept);
  await client.send(new PublishVersionCommand({ FunctionName }));
  await update({
    VpcConfig: { SubnetIds: [], SecurityGroupIds: [] },
    FileSystemConfigs: [],
    KMSKeyArn: "",
    DeadLetterConfig: { TargetArn: "" },
    SnapStart: { ApplyOn: "None" },
  });
  const cleared = await read();
  expect(cleared.VpcConfig).toEqual({ SubnetIds: [], SecurityGroupIds: [], Ipv6AllowedForDualStack: false, VpcId: "" });
  for (const member of ["FileSystemConfigs", "KMSKeyArn", "DeadLetterConfig"]) expect(cleared).not.toHaveProperty(member);
  expect(await read("1")).toMatchObject(kept);
});

test.each<[Omit<UpdateFunctionConfigurationCommandInput, "FunctionName">, RegExp]>([
  [{ VpcConfig: { SubnetIds: ["net-1"] } }, /Value '\[net-1\]' at 'vpcConfig.subnetIds' failed .*subnet-\[0-9a-z\]\*/],
  [{ FileSystemConfigs: [MOUNT] }, /^Function must be configured to execute in a VPC to reference access points\.$/],
  [{ DeadLetterConfig: { TargetArn: "arn:aws:s3:::bucket" } }, /^The provided dead-letter target is not valid/],
  [{ KMSKeyArn: "key" }, /Value 'key' at 'kMSKeyArn' failed/],
])("%o is refused", async (members, message) => {
  await expect(client.send(new UpdateFunctionConfigurationCommand({ FunctionName, ...members }))).rejects.toMatchObject({
    message: expect.stringMatching(message) as string,
  });
});

it("keeps how the runtime is updated, for each version", async () => {
  const get = (Qualifier?: string) => client.send(new GetRuntimeManagementConfigCommand({ FunctionName, Qualifier }));
  expect(await get()).toMatchObject({ UpdateRuntimeOn: "Auto", FunctionArn: expect.stringMatching(/:attached$/) as string });
  const RuntimeVersionArn = "arn:aws:lambda:us-east-1::runtime:0123abcd";
  await client.send(new PutRuntimeManagementConfigCommand({ FunctionName, Qualifier: "1", UpdateRuntimeOn: "Manual", RuntimeVersionArn }));
  expect(await get("1")).toMatchObject({ UpdateRuntimeOn: "Manual", RuntimeVersionArn });
  expect(await get()).toMatchObject({ UpdateRuntimeOn: "Auto" });
  await expect(client.send(new PutRuntimeManagementConfigCommand({ FunctionName, UpdateRuntimeOn: "Manual" }))).rejects.toMatchObject({
    name: "InvalidParameterValueException",
  });
});

it("keeps whether loops may go on, and has no code signing", async () => {
  const get = async () => (await client.send(new GetFunctionRecursionConfigCommand({ FunctionName }))).RecursiveLoop;
  expect(await get()).toBe("Terminate");
  await client.send(new PutFunctionRecursionConfigCommand({ FunctionName, RecursiveLoop: "Allow" }));
  expect(await get()).toBe("Allow");
  expect(await client.send(new GetFunctionCodeSigningConfigCommand({ FunctionName }))).not.toHaveProperty("CodeSigningConfigArn");
});
