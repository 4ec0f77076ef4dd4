import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleFunctionsDirectory } from "../assets.ts";
import { systemClock } from "../clock.ts";
import { startTestRegion, zipOf, type TestRegion } from "../testing.ts";
import { catalogue } from "./catalogue.ts";
import { deployShop } from "./deploy.ts";
import { openDeploymentRecord } from "./deployment-record.ts";
import { createSignedClient } from "./signed-client.ts";

const checkoutReference = { region: "us-east-1", functionName: "checkout" };

describe("deploying the shop", () => {
  let directory: string;
  let region: TestRegion;
  let lambda: LambdaClient;
  let messages: string[];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "shop-deploy-"));
    region = await startTestRegion();
    lambda = new LambdaClient(region.clientConfig);
    messages = [];
  });
  afterEach(async () => {
    lambda.destroy();
    await region.close();
    rmSync(directory, { recursive: true });
  });

  const deploy = async (credentials = region.credentials) => {
    const client = createSignedClient({ endpoint: region.endpoint, credentials, clock: systemClock });
    await deployShop({
      client,
      functions: catalogue,
      record: openDeploymentRecord(directory),
      functionsDirectory: sampleFunctionsDirectory,
      signal: new AbortController().signal,
      log: (message) => messages.push(message),
    });
    client.close();
  };
  const checkout = () => lambda.send(new GetFunctionCommand({ FunctionName: "checkout" }));
  const createCheckout = async (Tags: Record<string, string>) =>
    lambda.send(
      new CreateFunctionCommand({
        FunctionName: "checkout",
        Runtime: "nodejs22.x",
        Handler: "index.handler",
        Role: "arn:aws:iam::000000000000:role/own",
        Code: { ZipFile: await zipOf({ "index.mjs": "export const handler = async () => 1;" }) },
        Tags,
      }),
    );

  it("creates every function in its region, active, with its tags and reserved concurrency", async () => {
    await deploy();
    expect(messages).toHaveLength(catalogue.length);
    for (const name of ["us-east-1", "eu-west-1"]) {
      const client = new LambdaClient({ ...region.clientConfig, region: name });
      const { Functions } = await client.send(new ListFunctionsCommand({}));
      const wanted = catalogue.filter((sample) => sample.region === name).map((sample) => sample.functionName);
      expect(Functions?.map((one) => one.FunctionName).sort()).toEqual(wanted.sort());
      client.destroy();
    }
    const { Configuration, Concurrency, Tags } = await checkout();
    expect(Configuration).toMatchObject({ State: "Active", Runtime: "nodejs24.x", MemorySize: 512, Timeout: 10 });
    expect(Concurrency?.ReservedConcurrentExecutions).toBe(2);
    expect(Tags).toEqual({ team: "payments", stage: "production", "warmstart:sample": "shop" });
  });

  it("ties pack-orders to its queue, and gives stock-sync a dead-letter queue", async () => {
    await deploy();
    const { EventSourceMappings } = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName: "pack-orders" }));
    expect(EventSourceMappings).toMatchObject([
      { EventSourceArn: "arn:aws:sqs:us-east-1:000000000000:orders-to-pack", BatchSize: 5, FunctionResponseTypes: ["ReportBatchItemFailures"] },
    ]);
    const europe = new LambdaClient({ ...region.clientConfig, region: "eu-west-1" });
    const { Configuration } = await europe.send(new GetFunctionCommand({ FunctionName: "stock-sync" }));
    expect(Configuration?.DeadLetterConfig?.TargetArn).toBe("arn:aws:sqs:eu-west-1:000000000000:stock-sync-dead");
    europe.destroy();
  });

  it("leaves alone what it deployed once, also when the user deleted it", async () => {
    await deploy();
    await lambda.send(new DeleteFunctionCommand({ FunctionName: "checkout" }));
    messages = [];
    await deploy();
    await expect(checkout()).rejects.toThrow(ResourceNotFoundException);
    expect(messages).toEqual([]);
  });

  it("finishes a function that was created before the process was killed", async () => {
    await createCheckout({ "warmstart:sample": "shop" });
    await deploy();
    expect((await checkout()).Concurrency?.ReservedConcurrentExecutions).toBe(2);
    expect(openDeploymentRecord(directory).has(checkoutReference)).toBe(true);
  });

  it("does not take over a function of the user's with the same name", async () => {
    await createCheckout({});
    await deploy();
    const { Configuration, Concurrency } = await checkout();
    expect(Configuration?.Role).toBe("arn:aws:iam::000000000000:role/own");
    expect(Concurrency).toBeUndefined();
    expect(openDeploymentRecord(directory).has(checkoutReference)).toBe(false);
    expect(messages).toContain("us-east-1/checkout: a function of yours has this name, the shop leaves it alone");
  });

  it("reports each function that cannot be created", async () => {
    await deploy({ ...region.credentials, secretAccessKey: "wrong" });
    expect(messages).toHaveLength(catalogue.length);
    for (const message of messages) expect(message).toMatch(/ could not be deployed: Error: Create(Function|Queue) answered 403 /);
    expect(openDeploymentRecord(directory).all()).toEqual([]);
  });
});
