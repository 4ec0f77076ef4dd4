import {
  DeleteFunctionConcurrencyCommand,
  GetAccountSettingsCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  LambdaClient,
  ListTagsCommand,
  PutFunctionConcurrencyCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRegion, type TestRegion } from "../testing.ts";
import { createActive } from "./testing-functions.ts";

const FunctionName = "settings";
const Resource = `arn:aws:lambda:us-east-1:000000000000:function:${FunctionName}`;
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
  await createActive(client, FunctionName, { Tags: { team: "shop" } });
});
afterAll(() => region.close());

const put = (ReservedConcurrentExecutions: number, name = FunctionName) =>
  client.send(new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions }));

describe("reserved concurrency", () => {
  it("is set, read, counted in the account and removed", async () => {
    expect(await client.send(new GetFunctionConcurrencyCommand({ FunctionName }))).not.toHaveProperty(
      "ReservedConcurrentExecutions",
    );
    expect((await put(7)).ReservedConcurrentExecutions).toBe(7);
    const read = await client.send(new GetFunctionCommand({ FunctionName }));
    expect(read.Concurrency).toEqual({ ReservedConcurrentExecutions: 7 });
    const account = await client.send(new GetAccountSettingsCommand({}));
    expect(account.AccountLimit).toMatchObject({ ConcurrentExecutions: 1_000, UnreservedConcurrentExecutions: 993 });
    expect(account.AccountUsage?.FunctionCount).toBe(1);
    expect((await put(0)).ReservedConcurrentExecutions).toBe(0);
    const removed = await client.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    expect(removed.$metadata.httpStatusCode).toBe(204);
  });

  it("leaves 100 for the others", async () => {
    expect((await put(900)).ReservedConcurrentExecutions).toBe(900);
    await expect(put(901)).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      message:
        "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    });
  });

  it("is of the function, not of a version", async () => {
    await expect(put(1, `${FunctionName}:$LATEST`)).rejects.toMatchObject({
      message:
        "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.",
    });
  });
});

describe("tags", () => {
  it("are added, replaced, removed and listed", async () => {
    const tagged = await client.send(new TagResourceCommand({ Resource, Tags: { stage: "test", team: "new" } }));
    expect(tagged.$metadata.httpStatusCode).toBe(204);
    await client.send(new UntagResourceCommand({ Resource, TagKeys: ["stage", "not there"] }));
    expect((await client.send(new ListTagsCommand({ Resource }))).Tags).toEqual({ team: "new" });
    expect((await client.send(new GetFunctionCommand({ FunctionName }))).Tags).toEqual({ team: "new" });
  });

  it.each([
    [`${Resource}:$LATEST`, "Tags on function aliases and versions are not supported. Please specify a function ARN."],
    [`${Resource}-missing`, `Function not found: ${Resource}-missing`],
  ])("refuses %s", async (resource, message) => {
    const command = new TagResourceCommand({ Resource: resource, Tags: { a: "b" } });
    await expect(client.send(command)).rejects.toMatchObject({ message });
  });

  it("are refused when empty or more than 50", async () => {
    await expect(client.send(new TagResourceCommand({ Resource, Tags: {} }))).rejects.toMatchObject({
      message: "An error occurred and the request cannot be processed.",
    });
    const Tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${index}`, "value"]));
    await expect(client.send(new TagResourceCommand({ Resource, Tags }))).rejects.toMatchObject({
      message: "Number of tags exceeds resource tag limit.",
    });
  });
});
