import {
  CreateFunctionCommand,
  DeleteLayerVersionCommand,
  GetFunctionConfigurationCommand,
  GetLayerVersionByArnCommand,
  GetLayerVersionCommand,
  InvokeCommand,
  LambdaClient,
  ListLayersCommand,
  ListLayerVersionsCommand,
  PublishLayerVersionCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
  type CreateFunctionCommandInput,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { startTestRegion, zipOf, type TestRegion } from "../testing.ts";
import { createActive, echoFunction } from "./testing-functions.ts";

const LAYER = "arn:aws:lambda:us-east-1:000000000000:layer";
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
});
afterAll(() => region.close());

const publish = async (LayerName: string, files: Record<string, string>, members: object = {}) =>
  client.send(new PublishLayerVersionCommand({ LayerName, Content: { ZipFile: await zipOf(files) }, ...members }));
const answerOf = async (FunctionName: string, Qualifier?: string) => {
  const { Payload, FunctionError } = await client.send(new InvokeCommand({ FunctionName, Qualifier }));
  const answer = JSON.parse(Payload?.transformToString() ?? "") as unknown;
  if (FunctionError) throw new Error(JSON.stringify(answer));
  return answer;
};
const create = async (name: string, source: string, members: Partial<CreateFunctionCommandInput>, file = "index.mjs") =>
  createActive(client, name, { Code: { ZipFile: await zipOf({ [file]: source }) }, ...members });

describe("a layer", () => {
  it("is published, read, listed and deleted", async () => {
    const members = { Description: "words", LicenseInfo: "MIT", CompatibleRuntimes: ["nodejs22.x"], CompatibleArchitectures: ["arm64"] };
    const first = await publish("shared", { "nodejs/a.txt": "1" }, members);
    expect(first.$metadata.httpStatusCode).toBe(201);
    expect(first).toMatchObject({
      LayerArn: `${LAYER}:shared`,
      LayerVersionArn: `${LAYER}:shared:1`,
      Version: 1,
      ...members,
      Content: { CodeSha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) as string },
    });
    expect(first.CreatedDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    await publish("shared", { "nodejs/a.txt": "2" });
    const list = async (filter = {}) =>
      (await client.send(new ListLayerVersionsCommand({ LayerName: "shared", ...filter }))).LayerVersions?.map(({ Version }) => Version);
    expect(await list()).toEqual([2, 1]);
    expect(await list({ CompatibleArchitecture: "arm64" })).toEqual([1]);
    const { Layers = [] } = await client.send(new ListLayersCommand({ CompatibleRuntime: "nodejs22.x" }));
    expect(Layers).toMatchObject([{ LayerName: "shared", LayerArn: `${LAYER}:shared`, LatestMatchingVersion: { Version: 1 } }]);

    const byArn = await client.send(new GetLayerVersionByArnCommand({ Arn: `${LAYER}:shared:1` }));
    const read = await client.send(new GetLayerVersionCommand({ LayerName: `${LAYER}:shared`, VersionNumber: 1 }));
    expect({ ...byArn, $metadata: 0, Content: 0 }).toEqual({ ...read, $metadata: 0, Content: 0 });
    const zip = Buffer.from(await (await fetch(read.Content?.Location ?? "")).arrayBuffer());
    expect(zip.length).toBe(read.Content?.CodeSize);

    for (const VersionNumber of [2, 2]) {
      const gone = await client.send(new DeleteLayerVersionCommand({ LayerName: "shared", VersionNumber }));
      expect(gone.$metadata.httpStatusCode).toBe(204);
    }
    expect(await list()).toEqual([1]);
    expect((await publish("shared", { "nodejs/a.txt": "3" })).Version).toBe(3);
    expect((await client.send(new ListLayerVersionsCommand({ LayerName: "none" }))).LayerVersions).toEqual([]);
  });

  test.each([
    ["none", 1, "ResourceNotFoundException", "The resource you requested does not exist."],
    ["none", 0, "InvalidParameterValueException", "Layer Version Cannot be less than 1"],
  ])("%s version %d is not found", async (LayerName, VersionNumber, name, message) => {
    await expect(client.send(new GetLayerVersionCommand({ LayerName, VersionNumber }))).rejects.toMatchObject({ name, message });
  });

  it("is refused with runtimes and architectures that AWS does not know", async () => {
    const wrong = { CompatibleRuntimes: ["cobol"], CompatibleArchitectures: ["vax"] };
    await expect(publish("wrong", { a: "" }, wrong)).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringMatching(
        /^2 validation errors detected: Value '\[cobol\]' at 'compatibleRuntimes' failed .*; Value '\[vax\]' at 'compatibleArchitectures' failed to satisfy constraint: Member must satisfy constraint: \[Member must satisfy enum value set: \[x86_64, arm64\], Member must not be null\]$/,
      ) as string,
    });
  });
});

describe("a function's layers", () => {
  it.each(["nodejs20.x", "nodejs22.x"])("are found by require and import of %s, the later one first", async (Runtime) => {
    const { LayerVersionArn: base = "" } = await publish(`base-${Runtime.slice(6, 8)}`, {
      "nodejs/node_modules/greeting/package.json": '{ "name": "greeting", "main": "index.js" }',
      "nodejs/node_modules/greeting/index.js": 'module.exports = "from base";',
      "nodejs/node_modules/modern/package.json": '{ "name": "modern", "type": "module", "exports": "./index.js" }',
      "nodejs/node_modules/modern/index.js": 'import greeting from "greeting"; export default `modern ${greeting}`;',
      "data.txt": "file of a layer",
    });
    const { LayerVersionArn: patch = "" } = await publish(`patch-${Runtime.slice(6, 8)}`, {
      "nodejs/node_modules/greeting/index.js": 'module.exports = "from patch";',
    });
    const name = `layered-${Runtime.slice(6, 8)}`;
    const source = `
      import { createRequire } from "node:module";
      import { readFileSync } from "node:fs";
      import modern from "modern";
      const greeting = createRequire(import.meta.url)("greeting");
      export const handler = async () => ({ modern, greeting, file: readFileSync(process.env.WARMSTART_LAYERS + "/data.txt", "utf8") });`;
    await create(name, source, { Runtime: Runtime as "nodejs22.x", Layers: [base, patch] });
    expect(await answerOf(name)).toEqual({ modern: "modern from patch", greeting: "from patch", file: "file of a layer" });
    const { Layers } = await client.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
    expect(Layers?.map(({ Arn }) => Arn)).toEqual([base, patch]);

    await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Layers: [patch, base] }));
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 5, minDelay: 0.02, maxDelay: 0.05 }, { FunctionName: name });
    expect(await answerOf(name)).toMatchObject({ greeting: "from base" });
  });

  it("are found by Python's import", async () => {
    const { LayerVersionArn = "" } = await publish("python-words", {
      "python/words.py": "GREETING = 'hello'",
      "python/lib/python3.12/site-packages/deep.py": "DEPTH = 3",
    });
    const source = "import words, deep\ndef handler(event, context):\n    return [words.GREETING, deep.DEPTH]\n";
    await create("layered-python", source, { Runtime: "python3.12", Handler: "app.handler", Layers: [LayerVersionArn] }, "app.py");
    expect(await answerOf("layered-python")).toEqual(["hello", 3]);
  });

  it("show as /opt in errors", async () => {
    const { LayerVersionArn = "" } = await publish("failing", {
      "nodejs/node_modules/failing/index.js": 'module.exports = () => { throw new Error("from a layer"); };',
    });
    const source = 'const fail = require("failing"); exports.handler = async () => fail();';
    await create("layered-failure", source, { Layers: [LayerVersionArn] }, "index.js");
    const { Payload } = await client.send(new InvokeCommand({ FunctionName: "layered-failure" }));
    const { trace } = JSON.parse(Payload?.transformToString() ?? "") as { trace: string[] };
    expect(trace[1]).toContain("/opt/nodejs/node_modules/failing/index.js:1:");
  });

  it("outlive their own deletion, and may stay but not come anew", async () => {
    const { LayerVersionArn = "" } = await publish("fleeting", { "nodejs/node_modules/fleeting/index.js": "module.exports = 1;" });
    await create("keeper", 'exports.handler = async () => require("fleeting");', { Layers: [LayerVersionArn] }, "index.js");
    await client.send(new DeleteLayerVersionCommand({ LayerName: "fleeting", VersionNumber: 1 }));
    await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: "keeper", Timeout: 9, Layers: [LayerVersionArn] }));
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 5, minDelay: 0.02, maxDelay: 0.05 }, { FunctionName: "keeper" });
    expect(await answerOf("keeper")).toBe(1);
    await expect(client.send(new CreateFunctionCommand(await echoFunction("late", { Layers: [LayerVersionArn] })))).rejects.toMatchObject({
      message: `Layer version ${LayerVersionArn} does not exist.`,
    });
  });
});

describe("wrong layers of a function", () => {
  beforeAll(async () => {
    await publish("twin", { a: "1" });
    await publish("twin", { a: "2" });
  });

  test.each([
    [[`${LAYER}:twin`], /^1 validation error detected: Value '\[arn:aws:lambda:us-east-1:000000000000:layer:twin\]' at 'layers' failed to satisfy constraint: Member must satisfy constraint: /],
    [[`${LAYER}:twin:9`], `Layer version ${LAYER}:twin:9 does not exist.`],
    [
      [`${LAYER}:twin:1`, `${LAYER}:twin:2`],
      `Two different versions of the same layer are not allowed to be referenced in the same function. ${LAYER}:twin:1 and ${LAYER}:twin:2 are versions of the same layer.`,
    ],
    [
      ["arn:aws:lambda:eu-west-1:000000000000:layer:twin:1"],
      "Layers are not in the same region as the function. Layers are expected to be in region us-east-1.",
    ],
    [Array.from({ length: 6 }, (_, index) => `${LAYER}:l${index}:1`), "Cannot reference more than 5 layers."],
  ])("%j are refused", async (Layers, message) => {
    const text = typeof message === "string" ? message : (expect.stringMatching(message) as string);
    await expect(client.send(new CreateFunctionCommand(await echoFunction("unlayered", { Layers })))).rejects.toMatchObject({ message: text });
  });

  it("are too large together", async () => {
    const { LayerVersionArn = "" } = await publish("large", { "zeros.bin": "\0".repeat(262_143_000) });
    const ZipFile = await zipOf({ "index.mjs": " ".repeat(2_000) });
    const Layers = [LayerVersionArn];
    await expect(client.send(new CreateFunctionCommand(await echoFunction("huge", { Layers, Code: { ZipFile } })))).rejects.toMatchObject({
      message:
        "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is 262145000 bytes.",
    });
  });
});
