import {
  AddPermissionCommand,
  CreateAliasCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  LambdaClient,
  PublishVersionCommand,
  RemovePermissionCommand,
  type AddPermissionCommandInput,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { startTestRegion, type TestRegion } from "../testing.ts";
import { createActive } from "./testing-functions.ts";

const FunctionName = "guarded";
const ARN = `arn:aws:lambda:us-east-1:000000000000:function:${FunctionName}`;
const Action = "lambda:InvokeFunction";
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
  await createActive(client, FunctionName);
  await client.send(new PublishVersionCommand({ FunctionName }));
  await client.send(new CreateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "1" }));
});
afterAll(() => region.close());

const add = (StatementId: string, members: Partial<AddPermissionCommandInput> = {}) =>
  client.send(new AddPermissionCommand({ FunctionName, StatementId, Action, Principal: "s3.amazonaws.com", ...members }));
const policy = async (Qualifier?: string) => client.send(new GetPolicyCommand({ FunctionName, Qualifier }));

it("grows by statements and goes with the last one", async () => {
  await expect(policy()).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: "The resource you requested does not exist.",
  });
  const added = await add("s3", { SourceArn: "arn:aws:s3:::photos", SourceAccount: "111122223333" });
  const statement = {
    Sid: "s3",
    Effect: "Allow",
    Principal: { Service: "s3.amazonaws.com" },
    Action,
    Resource: ARN,
    Condition: { StringEquals: { "AWS:SourceAccount": "111122223333" }, ArnLike: { "AWS:SourceArn": "arn:aws:s3:::photos" } },
  };
  expect(added.$metadata.httpStatusCode).toBe(201);
  expect(JSON.parse(added.Statement ?? "")).toEqual(statement);
  const { RevisionId } = await policy();
  expect((await client.send(new GetFunctionConfigurationCommand({ FunctionName }))).RevisionId).toBe(RevisionId);

  await add("page", { Principal: "*", Action: "lambda:InvokeFunctionUrl", FunctionUrlAuthType: "NONE", RevisionId });
  await expect(add("late", { RevisionId })).rejects.toMatchObject({
    name: "PreconditionFailedException",
    message:
      "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id",
  });
  const { Policy = "" } = await policy();
  expect(JSON.parse(Policy)).toEqual({
    Version: "2012-10-17",
    Id: "default",
    Statement: [
      statement,
      {
        Sid: "page",
        Effect: "Allow",
        Principal: "*",
        Action: "lambda:InvokeFunctionUrl",
        Resource: ARN,
        Condition: { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" } },
      },
    ],
  });
  await expect(add("s3")).rejects.toMatchObject({
    name: "ResourceConflictException",
    message:
      "The statement id (s3) provided already exists. Please provide a new statement id, or remove the existing statement.",
  });
  for (const StatementId of ["s3", "page"]) {
    const removed = await client.send(new RemovePermissionCommand({ FunctionName, StatementId }));
    expect(removed.$metadata.httpStatusCode).toBe(204);
  }
  await expect(policy()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

it("is another one for a version and for an alias", async () => {
  for (const Qualifier of ["1", "live"]) {
    await add("same", { Qualifier });
    const { Statement } = JSON.parse((await policy(Qualifier)).Policy ?? "") as { Statement: { Resource: string }[] };
    expect(Statement.map(({ Resource }) => Resource)).toEqual([`${ARN}:${Qualifier}`]);
  }
  await expect(policy()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test.each([
  ["123456789012", { AWS: "arn:aws:iam::123456789012:root" }],
  ["arn:aws:iam::123456789012:role/caller", { AWS: "arn:aws:iam::123456789012:role/caller" }],
  ["events.amazonaws.com", { Service: "events.amazonaws.com" }],
  ["alexa-appkit.amazon.com", { Service: "alexa-appkit.amazon.com" }],
  ["*", "*"],
])("principal %s", async (Principal, expected) => {
  const { Statement = "" } = await add("principal", { Principal });
  expect((JSON.parse(Statement) as { Principal: unknown }).Principal).toEqual(expected);
  await client.send(new RemovePermissionCommand({ FunctionName, StatementId: "principal" }));
});

test.each<[Partial<AddPermissionCommandInput>, string]>([
  [{ Principal: "somebody" }, "The provided principal was invalid. Please check the principal and try again."],
  [{ Qualifier: "$LATEST" }, "We currently do not support adding policies for $LATEST."],
  [{ Qualifier: "42" }, `Function not found: ${ARN}:42`],
  [{ Qualifier: "none" }, `Cannot find alias arn: ${ARN}:none`],
  [{ Qualifier: "with-$-none" }, `Function not found: ${ARN}:with-$-none`],
  [{ FunctionName: "none" }, "Function not found: arn:aws:lambda:us-east-1:000000000000:function:none"],
  [
    { StatementId: "example.com" },
    "1 validation error detected: Value 'example.com' at 'statementId' failed to satisfy constraint: Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+)",
  ],
])("%o is refused", async (members, message) => {
  await expect(add("wrong", members)).rejects.toMatchObject({ message });
});

test.each([
  [FunctionName, "No policy is associated with the given resource."],
  ["none", "No policy found for: arn:aws:lambda:us-east-1:000000000000:function:none"],
  [`${FunctionName}:live`, "Statement s3 is not found in resource policy."],
])("nothing is removed from %s", async (name, message) => {
  await expect(client.send(new RemovePermissionCommand({ FunctionName: name, StatementId: "s3" }))).rejects.toMatchObject({ message });
});

it("is not longer than 20 KB", async () => {
  const SourceArn = `arn:aws:s3:::${"b".repeat(9_500)}`;
  await add("first", { SourceArn });
  await add("second", { SourceArn });
  await expect(add("third", { SourceArn })).rejects.toMatchObject({ name: "PolicyLengthExceededException" });
});
