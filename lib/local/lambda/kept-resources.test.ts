import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  DeleteFunctionCommand,
  DeleteLayerVersionCommand,
  GetAliasCommand,
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  ListVersionsByFunctionCommand,
  PublishLayerVersionCommand,
  PublishVersionCommand,
  PutProvisionedConcurrencyConfigCommand,
  UpdateFunctionCodeCommand,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startTestRegion, zipOf } from "../testing.ts";
import { createActive } from "./testing-functions.ts";

const FunctionName = "kept";
const target = { FunctionName, Qualifier: "live" };
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "region-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function fill(client: LambdaClient): Promise<void> {
  const { LayerVersionArn = "" } = await client.send(
    new PublishLayerVersionCommand({
      LayerName: "words",
      Content: { ZipFile: await zipOf({ "nodejs/node_modules/words/index.js": 'module.exports = "from the layer";' }) },
    }),
  );
  const source = 'exports.handler = async () => [process.env.AWS_LAMBDA_INITIALIZATION_TYPE, require("words")];';
  await createActive(client, FunctionName, { Code: { ZipFile: await zipOf({ "index.js": source }) }, Layers: [LayerVersionArn] });
  await client.send(new PublishVersionCommand({ FunctionName }));
  await client.send(new DeleteLayerVersionCommand({ LayerName: "words", VersionNumber: 1 }));
  const ZipFile = await zipOf({ "index.js": "exports.handler = async () => 'new';" });
  await client.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
  await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 5, minDelay: 0.02, maxDelay: 0.05 }, { FunctionName });
  await client.send(new CreateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "1" }));
  await client.send(new CreateFunctionUrlConfigCommand({ ...target, AuthType: "AWS_IAM" }));
  await client.send(new AddPermissionCommand({ ...target, StatementId: "s", Action: "lambda:InvokeFunction", Principal: "*" }));
  await client.send(new PutProvisionedConcurrencyConfigCommand({ ...target, ProvisionedConcurrentExecutions: 1 }));
}

it("a new process finds versions, aliases, layers, URLs and policies, and makes environments ready again", async () => {
  const first = await startTestRegion({ directory });
  await fill(new LambdaClient(first.clientConfig));
  await first.close();

  const second = await startTestRegion({ directory });
  const client = new LambdaClient(second.clientConfig);
  await vi.waitFor(
    async () => expect((await client.send(new GetProvisionedConcurrencyConfigCommand(target))).Status).toBe("READY"),
    { timeout: 10_000, interval: 50 },
  );
  const answer = await client.send(new InvokeCommand(target));
  expect(JSON.parse(answer.Payload?.transformToString() ?? "")).toEqual(["provisioned-concurrency", "from the layer"]);
  expect(await client.send(new GetAliasCommand({ FunctionName, Name: "live" }))).toMatchObject({ FunctionVersion: "1" });
  expect((await client.send(new GetPolicyCommand(target))).Policy).toContain('"Sid":"s"');
  const { FunctionUrl } = await client.send(new GetFunctionUrlConfigCommand(target));
  expect(new URL(FunctionUrl ?? "").port).toBe(String(second.port));
  const { Functions } = await client.send(new ListFunctionsCommand({ FunctionVersion: "ALL" }));
  expect(Functions?.map(({ Version }) => Version)).toEqual(["$LATEST", "1"]);
  await second.close();
});

it("deleting the function leaves nothing of it behind", async () => {
  const first = await startTestRegion({ directory });
  const client = new LambdaClient(first.clientConfig);
  await fill(client);
  await client.send(new DeleteFunctionCommand({ FunctionName }));
  await createActive(client, FunctionName);
  expect((await client.send(new ListVersionsByFunctionCommand({ FunctionName }))).Versions).toHaveLength(1);
  for (const command of [
    new GetAliasCommand({ FunctionName, Name: "live" }),
    new GetPolicyCommand(target),
    new GetFunctionUrlConfigCommand(target),
    new GetProvisionedConcurrencyConfigCommand(target),
  ]) {
    await expect(client.send<never, never>(command as never)).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
  }
  await client.send(new DeleteFunctionCommand({ FunctionName }));
  await first.close();
  await (await startTestRegion({ directory })).close();
  expect(await readdir(join(directory, "code"))).toEqual([]);
  expect(await readdir(join(directory, "layers"))).toEqual([]);
});
