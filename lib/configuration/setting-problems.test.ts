import { expect, test } from "vitest";
import { definitionOf, SETTINGS } from "./setting-definitions";
import { findAccountProblem, findJointProblems, findSettingProblem } from "./setting-problems";
import { type Settings, settingOfText, type SettingValue, textOfSetting } from "./settings";

const LAYER = "arn:aws:lambda:us-east-1:000000000000:layer:tools:1";

test.each<[string, SettingValue | null, RegExp | undefined]>([
  ["memoryMb", 128, undefined],
  ["memoryMb", 10_240, undefined],
  ["memoryMb", 127, /128 and 10,240 MB/],
  ["memoryMb", 10_241, /128 and 10,240 MB/],
  ["memoryMb", "many", /whole number/],
  ["memoryMb", 1.5, /whole number/],
  ["memoryMb", "", /whole number/],
  ["memoryMb", null, /must have a value/],
  ["timeoutSeconds", 0, /1 and 900 s/],
  ["timeoutSeconds", 901, /1 and 900 s/],
  ["ephemeralStorageMb", 511, /512 and 10,240 MB/],
  ["handler", "index.handler", undefined],
  ["handler", "", /must be given/],
  ["handler", "index handler", /white space/],
  ["handler", "x".repeat(129), /at most 128/],
  ["description", "", undefined],
  ["description", "x".repeat(257), /257 characters/],
  ["roleArn", "arn:aws:iam::123456789012:role/service-role/a", undefined],
  ["roleArn", "a", /ARN of a role/],
  ["kmsKeyArn", null, undefined],
  ["kmsKeyArn", "arn:aws:kms:us-east-1:123456789012:key/1", undefined],
  ["kmsKeyArn", "key", /ARN of a KMS key/],
  ["layers", LAYER, undefined],
  ["layers", "arn:aws:lambda:us-east-1:000000000000:layer:tools", /is not the ARN of a layer version/],
  ["layers", [1, 2, 3, 4, 5, 6].map((n) => `${LAYER}${n}`).join("\n"), /6 given; AWS takes at most 5/],
  ["subnetIds", "subnet-0a1b2c3d", undefined],
  ["subnetIds", "subnet-0123456789abcdef0", undefined],
  ["subnetIds", "subnet-0123456789abcdef", /is not the id of a subnet/],
  ["subnetIds", "subnet-0a1b2c3g", /is not the id of a subnet/],
  ["securityGroupIds", "sg-0a1b2c3d\nsg-0123456789abcdef0", undefined],
  ["securityGroupIds", "sg-1", /“sg-1” is not the id of a security group/],
  ["subnetIds", "0a1", /is not the id of a subnet/],
  ["fileSystemMountPath", "/mnt/a", undefined],
  ["fileSystemMountPath", "/data", /\/mnt\/data/],
  ["logFormat", "JSON", undefined],
  ["logFormat", "YAML", /one of Text, JSON/],
  ["onFailureDestination", "arn:aws:s3:::bucket", undefined],
  ["onFailureDestination", "arn:aws:sqs:us-east-1:000000000000:q", undefined],
  ["onFailureDestination", "arn:aws:sqs:us-east-1:000000000000:q.fifo", /standard queue or topic/],
  ["onSuccessDestination", "arn:aws:sns:us-east-1:000000000000:t.fifo", /standard queue or topic/],
  ["onSuccessDestination", "arn:aws:s3:::files.fifo", undefined],
  ["onFailureDestination", "arn:aws:kinesis:us-east-1:000000000000:stream/a", /must be the ARN/],
  ["maximumRetryAttempts", 3, /between 0 and 2/],
  ["maximumRetryAttempts", null, undefined],
  ["maximumEventAgeSeconds", 59, /60 and 21,600 s/],
  ["reservedConcurrency", 0, undefined],
  ["reservedConcurrency", -1, /0 or more/],
  ["provisioned:prod", 0, /1 or more/],
  ["urlAllowMethods", "GET\n*", undefined],
  ["urlAllowMethods", "get", /is not a method/],
  ["urlAllowCredentials", "maybe", /on or off/],
  ["runtimeVersionArn", "arn:aws:lambda:us-east-1::runtime:abc", undefined],
  ["tag:team", "", undefined],
  ["tag:team", "x".repeat(257), /257 characters/],
  ["tag:", "x", /Give the tag a key/],
  ["tag:aws:x", "1", /AWS's own/],
  ["tag:sémantique / a+b", "1", undefined],
  ["tag:a*b", "1", /letters, digits, spaces/],
  ["nonsense", 1, /no setting/],
])("%s = %j: %s", (field, value, problem) => {
  const found = findSettingProblem(field, value);
  if (problem) expect(found).toMatch(problem);
  else expect(found).toBeUndefined();
});

test("every default is a value that may be saved, and reads as text and back", () => {
  for (const [field, { default: value }] of Object.entries(SETTINGS).map(([field]) => [field, definitionOf(field) ?? {}] as [string, { default?: SettingValue }])) {
    if (value === undefined) continue;
    expect(findSettingProblem(field, value), field).toBeUndefined();
    expect(settingOfText(field, textOfSetting(value)), field).toBe(value);
  }
});

test.each<[Settings, string | undefined]>([
  [{ subnetIds: "subnet-1", securityGroupIds: null }, "securityGroupIds"],
  [{ subnetIds: null, securityGroupIds: "sg-1" }, "subnetIds"],
  [{ subnetIds: "subnet-1", securityGroupIds: "sg-1" }, undefined],
  [{ fileSystemArn: "a", fileSystemMountPath: null, subnetIds: "s", securityGroupIds: "g" }, "fileSystemMountPath"],
  [{ fileSystemArn: "a", fileSystemMountPath: "/mnt/a", subnetIds: null, securityGroupIds: null }, "fileSystemArn"],
  [{ updateRuntimeOn: "Manual", runtimeVersionArn: null }, "runtimeVersionArn"],
  [{ updateRuntimeOn: "Auto", runtimeVersionArn: "arn" }, "runtimeVersionArn"],
  [{ snapStartApplyOn: "PublishedVersions", ephemeralStorageMb: 513 }, "snapStartApplyOn"],
  [{ snapStartApplyOn: "PublishedVersions", ephemeralStorageMb: 512 }, undefined],
  [{ snapStartApplyOn: "PublishedVersions", "provisioned:1": 1 }, "snapStartApplyOn"],
  [{ layers: `${LAYER}\n${LAYER.replace(/1$/, "2")}` }, "layers"],
  [{ reservedConcurrency: 2, "provisioned:a": 1, "provisioned:b": 2 }, "reservedConcurrency"],
  [{ reservedConcurrency: 3, "provisioned:a": 1, "provisioned:b": 2 }, undefined],
])("%j does not go together at %s", (settings, field) => {
  expect(findJointProblems(settings)[0]?.field).toBe(field);
});

test.each([
  ["memoryMb", " 256 ", 256],
  ["memoryMb", "1e3", 1_000],
  ["memoryMb", "", ""],
  ["reservedConcurrency", "", null],
  ["reservedConcurrency", "five", "five"],
  ["description", " a ", " a "],
  ["kmsKeyArn", "  ", null],
  ["subnetIds", "subnet-2\n\n subnet-1 \nsubnet-2", "subnet-1\nsubnet-2"],
  ["layers", "b\na", "b\na"],
  ["tag:a", "", ""],
])("%s typed as %j is %j", (field, text, value) => {
  expect(settingOfText(field, text)).toBe(value);
});

test.each<[SettingValue | null, number | undefined, RegExp | undefined]>([
  [900, 1_000, undefined],
  [901, 1_000, /at most 900: the account has 1,000 in this region, and 100 must stay unreserved/],
  [901, undefined, undefined],
  [null, 1_000, undefined],
  ["many", 1_000, undefined],
  [0, 10, undefined],
  [1, 10, /at most 0/],
])("reserving %j of an account's %j", (reserved, limit, problem) => {
  const found = findAccountProblem(reserved, limit);
  if (problem) expect(found).toMatch(problem);
  else expect(found).toBeUndefined();
});
