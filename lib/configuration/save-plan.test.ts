import { describe, expect, test } from "vitest";
import { planSave, settingsAfter } from "./save-plan";
import type { Settings } from "./settings";

const CURRENT: Settings = {
  memoryMb: 128, timeoutSeconds: 3, ephemeralStorageMb: 512, handler: "index.handler", runtime: "nodejs22.x", description: "", kmsKeyArn: null,
  roleArn: "arn:aws:iam::000000000000:role/a", layers: null, subnetIds: null, securityGroupIds: null, ipv6AllowedForDualStack: "false",
  fileSystemArn: null, fileSystemMountPath: null, tracingMode: "PassThrough", logFormat: "Text", applicationLogLevel: null, systemLogLevel: null,
  logGroup: "/aws/lambda/a", snapStartApplyOn: "None", deadLetterTargetArn: null, reservedConcurrency: null, maximumRetryAttempts: null,
  maximumEventAgeSeconds: null, onSuccessDestination: null, onFailureDestination: null, urlAuthType: null, urlInvokeMode: null, urlAllowOrigins: null,
  urlAllowMethods: null, urlAllowHeaders: null, urlExposeHeaders: null, urlMaxAgeSeconds: null, urlAllowCredentials: null, updateRuntimeOn: "Auto",
  runtimeVersionArn: null, recursiveLoop: "Terminate", "tag:team": "shop",
};
const QUEUE = "arn:aws:sqs:us-east-1:000000000000:q";
const calls = (changes: Settings, current: Settings = CURRENT) => planSave(current, changes).map(({ operation, input }) => [operation, input]);

test("what is there already needs no call", () => {
  expect(planSave(CURRENT, CURRENT)).toEqual([]);
  expect(planSave(CURRENT, { memoryMb: 128 })).toEqual([]);
});

test.each<[string, Settings, [string, object]]>([
  ["fields of one call go together", { memoryMb: 256, description: "new", handler: "a.b" }, ["UpdateFunctionConfiguration", { MemorySize: 256, Description: "new", Handler: "a.b" }]],
  ["a description can be emptied", { timeoutSeconds: 9 }, ["UpdateFunctionConfiguration", { Timeout: 9 }]],
  ["storage", { ephemeralStorageMb: 1_024 }, ["UpdateFunctionConfiguration", { EphemeralStorage: { Size: 1_024 } }]],
  ["layers keep their order", { layers: "arn:2\narn:1" }, ["UpdateFunctionConfiguration", { Layers: ["arn:2", "arn:1"] }]],
  ["a VPC is sent as a whole", { subnetIds: "subnet-1\nsubnet-2", securityGroupIds: "sg-1" }, ["UpdateFunctionConfiguration", { VpcConfig: { SubnetIds: ["subnet-1", "subnet-2"], SecurityGroupIds: ["sg-1"], Ipv6AllowedForDualStack: false } }]],
  ["JSON brings its levels", { logFormat: "JSON" }, ["UpdateFunctionConfiguration", { LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "INFO", SystemLogLevel: "INFO", LogGroup: "/aws/lambda/a" } }]],
  ["a dead-letter queue", { deadLetterTargetArn: QUEUE }, ["UpdateFunctionConfiguration", { DeadLetterConfig: { TargetArn: QUEUE } }]],
  ["a file system", { fileSystemArn: "arn:fs", fileSystemMountPath: "/mnt/a" }, ["UpdateFunctionConfiguration", { FileSystemConfigs: [{ Arn: "arn:fs", LocalMountPath: "/mnt/a" }] }]],
  ["SnapStart", { snapStartApplyOn: "PublishedVersions" }, ["UpdateFunctionConfiguration", { SnapStart: { ApplyOn: "PublishedVersions" } }]],
  ["reserved concurrency, also 0", { reservedConcurrency: 0 }, ["PutFunctionConcurrency", { ReservedConcurrentExecutions: 0 }]],
  ["provisioned concurrency", { "provisioned:prod": 5 }, ["PutProvisionedConcurrencyConfig", { Qualifier: "prod", ProvisionedConcurrentExecutions: 5 }]],
  ["retries, also 0", { maximumRetryAttempts: 0 }, ["PutFunctionEventInvokeConfig", { MaximumRetryAttempts: 0 }]],
  ["a destination", { onFailureDestination: QUEUE }, ["PutFunctionEventInvokeConfig", { DestinationConfig: { OnFailure: { Destination: QUEUE } } }]],
  ["a function URL", { urlAuthType: "NONE", urlAllowOrigins: "https://a\nhttps://b", urlMaxAgeSeconds: 0 }, ["CreateFunctionUrlConfig", { AuthType: "NONE", InvokeMode: "BUFFERED", Cors: { AllowOrigins: ["https://a", "https://b"], MaxAge: 0 } }]],
  ["runtime updates", { updateRuntimeOn: "Manual", runtimeVersionArn: "arn:rt" }, ["PutRuntimeManagementConfig", { UpdateRuntimeOn: "Manual", RuntimeVersionArn: "arn:rt" }]],
  ["recursion", { recursiveLoop: "Allow" }, ["PutFunctionRecursionConfig", { RecursiveLoop: "Allow" }]],
  ["a tag, also an empty one", { "tag:a": "", "tag:team": "pay" }, ["TagResource", { Tags: { a: "", team: "pay" } }]],
  ["a tag goes", { "tag:team": null }, ["UntagResource", { TagKeys: ["team"] }]],
])("%s", (_name, changes, call) => {
  expect(calls(changes)).toEqual([call]);
});

describe("taking things away", () => {
  const FULL: Settings = {
    ...CURRENT, layers: "arn:1", subnetIds: "subnet-1", securityGroupIds: "sg-1", ipv6AllowedForDualStack: "true", fileSystemArn: "arn:fs", fileSystemMountPath: "/mnt/a", kmsKeyArn: "arn:k",
    deadLetterTargetArn: QUEUE, logFormat: "JSON", applicationLogLevel: "WARN", systemLogLevel: "INFO", reservedConcurrency: 5, "provisioned:prod": 5, maximumRetryAttempts: 1, onFailureDestination: QUEUE,
    urlAuthType: "AWS_IAM", urlInvokeMode: "BUFFERED", urlAllowOrigins: "*", updateRuntimeOn: "Manual", runtimeVersionArn: "arn:rt",
  };

  test.each<[string, Settings, [string, object]]>([
    ["layers", { layers: null }, ["UpdateFunctionConfiguration", { Layers: [] }]],
    ["the VPC", { subnetIds: null, securityGroupIds: null }, ["UpdateFunctionConfiguration", { VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }]],
    ["file system", { fileSystemArn: null, fileSystemMountPath: null }, ["UpdateFunctionConfiguration", { FileSystemConfigs: [] }]],
    ["key and dead-letter queue by empty texts", { kmsKeyArn: null, deadLetterTargetArn: null }, ["UpdateFunctionConfiguration", { KMSKeyArn: "", DeadLetterConfig: { TargetArn: "" } }]],
    ["the levels go with JSON", { logFormat: "Text" }, ["UpdateFunctionConfiguration", { LoggingConfig: { LogFormat: "Text", LogGroup: "/aws/lambda/a" } }]],
    ["reserved concurrency", { "provisioned:prod": 5, reservedConcurrency: null }, ["DeleteFunctionConcurrency", {}]],
    ["provisioned concurrency", { "provisioned:prod": null }, ["DeleteProvisionedConcurrencyConfig", { Qualifier: "prod" }]],
    ["one of the asynchronous settings: the others are sent again", { onFailureDestination: null }, ["PutFunctionEventInvokeConfig", { MaximumRetryAttempts: 1 }]],
    ["all of them", { onFailureDestination: null, maximumRetryAttempts: null }, ["DeleteFunctionEventInvokeConfig", {}]],
    ["CORS, with the URL kept", { urlAllowOrigins: null }, ["UpdateFunctionUrlConfig", { AuthType: "AWS_IAM", InvokeMode: "BUFFERED", Cors: {} }]],
    ["the URL with all of it", { urlAuthType: null }, ["DeleteFunctionUrlConfig", {}]],
    ["the fixed runtime version", { updateRuntimeOn: "Auto", runtimeVersionArn: null }, ["PutRuntimeManagementConfig", { UpdateRuntimeOn: "Auto" }]],
  ])("%s", (_name, changes, call) => {
    expect(calls(changes, FULL)).toEqual([call]);
  });
});

describe("the order", () => {
  const operations = (changes: Settings, current: Settings) => planSave(current, changes).map(({ operation }) => operation);

  test("less provisioned before less reserved, more reserved before more provisioned", () => {
    const current = { ...CURRENT, reservedConcurrency: 10, "provisioned:a": 10, "provisioned:b": 1 };
    expect(operations({ reservedConcurrency: 5, "provisioned:a": 2, "provisioned:b": null }, current)).toEqual(["PutProvisionedConcurrencyConfig", "DeleteProvisionedConcurrencyConfig", "PutFunctionConcurrency"]);
    expect(operations({ reservedConcurrency: 20, "provisioned:a": 12 }, current)).toEqual(["PutFunctionConcurrency", "PutProvisionedConcurrencyConfig"]);
  });

  test("the guarded call is first, removed tags go before new ones", () => {
    expect(operations({ "tag:x": "1", "tag:team": null, recursiveLoop: "Allow", urlAuthType: "AWS_IAM", maximumRetryAttempts: 1, reservedConcurrency: 1, memoryMb: 256 }, CURRENT)).toEqual([
      "UpdateFunctionConfiguration", "PutFunctionConcurrency", "PutFunctionEventInvokeConfig", "CreateFunctionUrlConfig", "PutFunctionRecursionConfig", "UntagResource", "TagResource",
    ]);
  });
});

test("every changed field is in exactly one call", () => {
  const changes: Settings = {
    memoryMb: 1, timeoutSeconds: 1, ephemeralStorageMb: 1, handler: "h", runtime: "r", description: "d", kmsKeyArn: "k", roleArn: "r", layers: "l", subnetIds: "s", securityGroupIds: "g",
    ipv6AllowedForDualStack: "true", fileSystemArn: "f", fileSystemMountPath: "m", tracingMode: "Active", logFormat: "JSON", applicationLogLevel: "WARN", systemLogLevel: "WARN", logGroup: "g",
    snapStartApplyOn: "PublishedVersions", deadLetterTargetArn: "d", reservedConcurrency: 1, maximumRetryAttempts: 1, maximumEventAgeSeconds: 60, onSuccessDestination: "s", onFailureDestination: "f",
    urlAuthType: "NONE", urlInvokeMode: "RESPONSE_STREAM", urlAllowOrigins: "*", urlAllowMethods: "*", urlAllowHeaders: "*", urlExposeHeaders: "*", urlMaxAgeSeconds: 1, urlAllowCredentials: "true",
    updateRuntimeOn: "Manual", runtimeVersionArn: "v", recursiveLoop: "Allow", "tag:team": null, "tag:b": "1", "provisioned:p": 1,
  };
  const planned = planSave(CURRENT, changes).flatMap(({ fields }) => fields);
  expect(planned.toSorted()).toEqual(Object.keys(changes).toSorted());
});

test("after a save nothing differs from what was planned", () => {
  const after = settingsAfter(CURRENT, { logFormat: "JSON", urlAuthType: "NONE" });
  expect(planSave(after, { logFormat: "JSON", urlAuthType: "NONE" })).toEqual([]);
});
