import {
  CreateFunctionCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
  type CreateFunctionCommandInput,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRegion, type TestRegion } from "../testing.ts";
import { createActive, echoFunction } from "./testing-functions.ts";

let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
});
afterAll(() => region.close());

const create = async (members: Partial<CreateFunctionCommandInput>) =>
  client.send(new CreateFunctionCommand(await echoFunction("checked", members)));

describe("the model's constraints", () => {
  it.each<[Partial<CreateFunctionCommandInput>, string]>([
    [
      { Timeout: 901 },
      "1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
    ],
    [
      { MemorySize: 127 },
      "1 validation error detected: Value '127' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
    ],
    [
      { MemorySize: 10_241, Timeout: 0 },
      "2 validation errors detected: Value '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1; Value '10241' at 'memorySize' failed to satisfy constraint: Member must have value less than or equal to 10240",
    ],
    [
      { EphemeralStorage: { Size: 511 } },
      "1 validation error detected: Value '511' at 'ephemeralStorage.size' failed to satisfy constraint: Member must have value greater than or equal to 512",
    ],
    [
      { FunctionName: "my-function!" },
      "1 validation error detected: Value 'my-function!' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?",
    ],
    [
      { Handler: "two words" },
      "1 validation error detected: Value 'two words' at 'handler' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\s]+",
    ],
  ])("refuses %o", async (members, message) => {
    await expect(create(members)).rejects.toMatchObject({
      name: "ValidationException",
      message,
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe("the service's own rules", () => {
  it.each<[string, Partial<CreateFunctionCommandInput>, string]>([
    [
      "a long name",
      { FunctionName: "a".repeat(65) },
      `1 validation error detected: Value '${"a".repeat(65)}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    ],
    [
      "a closed runtime",
      { Runtime: "provided" },
      "The runtime parameter of provided is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.",
    ],
    [
      "reserved variables",
      { Environment: { Variables: { AWS_REGION: "x", OWN: "y" } } },
      "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: AWS_REGION",
    ],
    [
      "a zip that is none",
      { Code: { ZipFile: Buffer.from("no zip") } },
      "Could not unzip uploaded file. Please check your file, then try to upload again.",
    ],
    [
      "too many tags",
      { Tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`key${index}`, "value"])) },
      "Number of tags exceeds resource tag limit.",
    ],
    ["code in S3", { Code: { S3Bucket: "bucket", S3Key: "key" } }, "The local region has no S3: send the zip itself as ZipFile, up to 50 MB."],
    ["an image", { PackageType: "Image" }, "The local region does not support PackageType Image yet."],
  ])("refuses %s", async (_name, members, message) => {
    await expect(create(members)).rejects.toMatchObject({ name: "InvalidParameterValueException", message });
  });

  it("takes the settings that say none", async () => {
    const created = await client.send(
      new CreateFunctionCommand(
        await echoFunction("neutral", {
          Publish: false,
          Layers: [],
          VpcConfig: { SubnetIds: [], SecurityGroupIds: [] },
          DeadLetterConfig: { TargetArn: "" },
          SnapStart: { ApplyOn: "None" },
        }),
      ),
    );
    expect(created.State).toBe("Pending");
  });

  it("takes variables of 4,096 bytes and refuses one byte more", async () => {
    const variables = (sizeBytes: number) => ({ Variables: { KEY: "x".repeat(sizeBytes - '{"KEY":""}'.length) } });
    await createActive(client, "large-environment", { Environment: variables(4_096) });
    await expect(create({ Environment: variables(4_097) })).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      message: expect.stringContaining("exceeded the 4KB limit. String measured: {"),
    });
  });

  it("refuses a name that is taken", async () => {
    await createActive(client, "taken");
    await expect(create({ FunctionName: "taken" })).rejects.toMatchObject({
      name: "ResourceConflictException",
      message: "Function already exist: taken",
      $metadata: { httpStatusCode: 409 },
    });
  });
});

describe("UpdateFunctionConfiguration", () => {
  const update = async (members: Record<string, unknown>) => {
    await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: "changing", ...members }));
    await waitUntilFunctionUpdatedV2(
      { client, maxWaitTime: 5, minDelay: 0.05, maxDelay: 0.05 },
      { FunctionName: "changing" },
    );
    return client.send(new GetFunctionConfigurationCommand({ FunctionName: "changing" }));
  };

  it("keeps what is not named, and replaces all variables", async () => {
    await createActive(client, "changing", { Environment: { Variables: { ONE: "1", TWO: "2" } }, Description: "d" });
    expect(await update({ Environment: { Variables: { TWO: "3" } } })).toMatchObject({
      Environment: { Variables: { TWO: "3" } },
      Description: "d",
    });
    expect((await update({ Environment: { Variables: {} } })).Environment).toEqual({ Variables: {} });
  });

  it("gives JSON logging its levels, and takes them away with Text", async () => {
    const json = await update({ LoggingConfig: { LogFormat: "JSON", SystemLogLevel: "DEBUG" } });
    expect(json.LoggingConfig).toEqual({
      LogFormat: "JSON",
      LogGroup: "/aws/lambda/changing",
      ApplicationLogLevel: "INFO",
      SystemLogLevel: "DEBUG",
    });
    const text = await update({ LoggingConfig: { LogFormat: "Text" } });
    expect(text.LoggingConfig).toEqual({ LogFormat: "Text", LogGroup: "/aws/lambda/changing" });
  });
});
