import { CreateFunctionCommand, DeleteFunctionCommand, LambdaClient, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { functionDetailSchema, functionListSchema } from "./schema";
import { describeFunction, listFunctions, refreshConnection } from "./service";

let region: TestRegion;
let code: Buffer;

beforeAll(async () => {
  region = await startTestRegion();
  code = await zipOf({ "index.mjs": "export const handler = async () => 1;" });
  Object.assign(process.env, {
    DATABASE_URL: "file:/nonexistent/unused.db",
    WARMSTART_DATA_DIR: "/nonexistent",
    WARMSTART_LOCAL_ENDPOINT: region.endpoint,
    WARMSTART_LOCAL_ACCESS_KEY_ID: region.credentials.accessKeyId,
    WARMSTART_LOCAL_SECRET_ACCESS_KEY: region.credentials.secretAccessKey,
  });
});
afterAll(() => region.close());

async function inRegion<T>(name: string, run: (client: LambdaClient) => Promise<T>): Promise<T> {
  const client = new LambdaClient({ ...region.clientConfig, region: name });
  try {
    return await run(client);
  } finally {
    client.destroy();
  }
}

function create(client: LambdaClient, FunctionName: string) {
  return client.send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: "arn:aws:iam::000000000000:role/local",
      Code: { ZipFile: code },
      Tags: { team: "shop" },
      Environment: { Variables: { API_KEY: "sk-very-secret", STAGE: "test" } },
    }),
  );
}

test("functions of all regions by name, every page, then tags, state and reserved concurrency", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `many-${String(index).padStart(2, "0")}`);
  await inRegion("ap-south-1", async (client) => {
    for (const name of names) await create(client, name);
    await client.send(new PutFunctionConcurrencyCommand({ FunctionName: "many-07", ReservedConcurrentExecutions: 5 }));
  });
  await inRegion("sa-east-1", (client) => create(client, "many-30"));

  const list = () => listFunctions("local", ["sa-east-1", "ap-south-1"]);
  const first = await list();
  expect(first.functions.map(({ name, region: at }) => `${name} ${at}`)).toEqual(
    names.flatMap((name) => (name === "many-30" ? ["many-30 ap-south-1", "many-30 sa-east-1"] : [`${name} ap-south-1`])),
  );
  expect(first.problems).toEqual([]);
  expect(first.detailsPending).toBe(61);

  const complete = await vi.waitFor(async () => {
    const now = await list();
    expect(now.detailsPending).toBe(0);
    return now;
  }, 10_000);
  expect(functionListSchema.parse(complete)).toEqual(complete);
  expect(complete.functions.find(({ name }) => name === "many-07")).toMatchObject({ tags: { team: "shop" }, reservedConcurrency: 5 });
  expect(complete.functions.every(({ state }) => state !== undefined)).toBe(true);
});

test("refreshing asks AWS again at once, past what is kept", async () => {
  const names = async () => (await listFunctions("local", ["us-west-1"])).functions.map(({ name }) => name);
  await inRegion("us-west-1", async (client) => {
    await create(client, "before");
    expect(await names()).toEqual(["before"]);
    await create(client, "after");
  });
  await refreshConnection("local");
  expect(await names()).toEqual(["after", "before"]);
  await expect(refreshConnection("nowhere")).rejects.toMatchObject({ code: "not_found" });
});

test("one function without the values of its variables", async () => {
  await inRegion("us-west-2", (client) => create(client, "described"));
  const detail = await describeFunction("local", "us-west-2", "described");
  expect(functionDetailSchema.parse(detail)).toEqual(detail);
  expect(detail).toMatchObject({
    name: "described",
    region: "us-west-2",
    memoryMb: 128,
    timeoutSeconds: 3,
    architecture: "x86_64",
    logGroup: "/aws/lambda/described",
    environmentKeys: ["API_KEY", "STAGE"],
    tags: { team: "shop" },
    accountConcurrencyLimit: 1_000,
    problems: [],
  });
  expect(JSON.stringify(detail)).not.toContain("sk-very-secret");
});

test("a function that is gone is not found", async () => {
  await inRegion("us-west-2", async (client) => {
    await create(client, "short-lived");
    await client.send(new DeleteFunctionCommand({ FunctionName: "short-lived" }));
  });
  await expect(describeFunction("local", "us-west-2", "short-lived")).rejects.toMatchObject({ code: "not_found" });
});

test("a connection that does not exist is not found", async () => {
  await expect(listFunctions("nowhere")).rejects.toMatchObject({ code: "not_found" });
});
