import { InvokeCommand, InvokeWithResponseStreamCommand, LambdaClient, PutFunctionConcurrencyCommand, type InvokeWithResponseStreamCommandInput } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRegion, zipOf, type TestRegion } from "../../testing.ts";
import { createActive } from "../testing-functions.ts";

const STREAMING = `
const { pipeline } = require("node:stream/promises");
const { Readable } = require("node:stream");
exports.handler = awslambda.streamifyResponse(async (event, stream, context) => {
  if (event.failFirst) throw new TypeError("before the first word");
  if (event.http) stream = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { "x-from": "test" } });
  if (event.megabytes) {
    await pipeline(Readable.from((function* () { for (let i = 0; i < event.megabytes; i += 1) yield Buffer.alloc(1048576, 97); })()), stream);
    return;
  }
  for (const word of event.words ?? []) {
    stream.write(word);
    if (event.pauseMs) await new Promise((resolve) => setTimeout(resolve, event.pauseMs));
  }
  if (event.failLast) throw new RangeError("x".repeat(event.failLast));
  if (event.hang) await new Promise((resolve) => setTimeout(resolve, 60000));
  if (event.crash) process.exit(3);
  console.log("streamed", context.awsRequestId);
  stream.end();
});`;
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
  const ZipFile = await zipOf({ "index.js": STREAMING });
  await createActive(client, "streaming", { Code: { ZipFile }, Timeout: 2, MemorySize: 512 });
  await createActive(client, "streaming-24", { Code: { ZipFile }, Runtime: "nodejs24.x" });
  await createActive(client, "buffered", { Code: { ZipFile: await zipOf({ "index.mjs": "export const handler = async (event) => { if (event.fail) throw new TypeError('no'); return event; };" }) } });
});
afterAll(() => region.close());

async function stream(event: object, members: Partial<InvokeWithResponseStreamCommandInput> = {}) {
  const answer = await client.send(new InvokeWithResponseStreamCommand({ FunctionName: "streaming", Payload: Buffer.from(JSON.stringify(event)), ...members }));
  const pieces: { text: string; atMs: number }[] = [];
  let complete: { ErrorCode?: string; ErrorDetails?: string; LogResult?: string } | undefined;
  for await (const { PayloadChunk, InvokeComplete } of answer.EventStream ?? []) {
    if (PayloadChunk) pieces.push({ text: Buffer.from(PayloadChunk.Payload ?? []).toString(), atMs: performance.now() });
    complete ??= InvokeComplete;
  }
  return { answer, pieces, text: pieces.map(({ text }) => text).join(""), complete };
}

describe.each(["streaming", "streaming-24"])("a streamed response of %s", (FunctionName) => {
  it("arrives piece by piece", async () => {
    const { answer, pieces, text, complete } = await stream({ words: ["one ", "two ", "naïve ☕"], pauseMs: 60 }, { FunctionName });
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: "$LATEST" });
    expect(text).toBe("one two naïve ☕");
    expect(pieces.length).toBe(3);
    expect((pieces[2]?.atMs ?? 0) - (pieces[0]?.atMs ?? 0)).toBeGreaterThan(80);
    expect(complete).toEqual({});
  });

  it("carries the error of a function that fails half-way", async () => {
    const { text, complete } = await stream({ words: ["half"], failLast: 20_000 }, { FunctionName });
    expect(text).toBe("half");
    expect(complete?.ErrorCode).toBe("Unhandled");
    expect(JSON.parse(complete?.ErrorDetails ?? "")).toMatchObject({ errorType: "RangeError", errorMessage: "x".repeat(20_000) });
    expect((await stream({ words: ["well"] }, { FunctionName })).text).toBe("well");
  });
});

describe("InvokeWithResponseStream", () => {
  it("carries the prelude of an HTTP response", async () => {
    const { text } = await stream({ http: true, words: ["body"] });
    expect(text).toBe(`{"statusCode":201,"headers":{"x-from":"test"}}${"\0".repeat(8)}body`);
  });

  it("carries more than Invoke can", async () => {
    const { text } = await stream({ megabytes: 20 });
    expect(text).toHaveLength(20 * 1_048_576);
  });

  it("shows the log's end when asked", async () => {
    const { complete } = await stream({ words: ["x"] }, { LogType: "Tail" });
    const log = Buffer.from(complete?.LogResult ?? "", "base64").toString();
    expect(log).toMatch(/^START RequestId: /);
    expect(log).toContain("streamed ");
    expect(log).toContain("REPORT RequestId: ");
  });

  it.each([
    ["fails before it answers", { failFirst: true }, "", "TypeError"],
    ["runs into its timeout", { words: ["slow"], hang: true }, "slow", "Sandbox.Timedout"],
    ["ends its process", { words: ["last"], crash: true }, "last", "Runtime.ExitError"],
  ])("tells of a function that %s", async (_case, event, text, errorType) => {
    const found = await stream(event);
    expect(found.text).toBe(text);
    expect(found.complete?.ErrorCode).toBe("Unhandled");
    expect(JSON.parse(found.complete?.ErrorDetails ?? "")).toMatchObject({ errorType });
  });

  it("answers for functions that do not stream, in one piece", async () => {
    const { pieces, complete } = await stream({ a: 1 }, { FunctionName: "buffered" });
    expect(pieces.map(({ text }) => text)).toEqual(['{"a":1}']);
    expect(complete).toEqual({});
    const failed = await stream({ fail: true }, { FunctionName: "buffered" });
    expect(failed.pieces).toEqual([]);
    expect(failed.complete).toMatchObject({ ErrorCode: "Unhandled", ErrorDetails: expect.stringContaining("TypeError") });
  });

  it("runs nothing on a dry run, and nothing when the function is switched off", async () => {
    const dry = await client.send(new InvokeWithResponseStreamCommand({ FunctionName: "streaming", InvocationType: "DryRun" }));
    expect(dry.StatusCode).toBe(204);
    await createActive(client, "off");
    await client.send(new PutFunctionConcurrencyCommand({ FunctionName: "off", ReservedConcurrentExecutions: 0 }));
    await expect(stream({}, { FunctionName: "off" })).rejects.toMatchObject({ name: "TooManyRequestsException", Reason: "ReservedFunctionConcurrentInvocationLimitExceeded" });
    await expect(stream({}, { FunctionName: "missing" })).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});

it("Invoke answers a streamed response in one piece, and the error of one that failed half-way", async () => {
  const invoke = (event: object) => client.send(new InvokeCommand({ FunctionName: "streaming", Payload: JSON.stringify(event) }));
  expect((await invoke({ words: ["a", "b"] })).Payload?.transformToString()).toBe("ab");
  const failed = await invoke({ words: ["a"], failLast: 3 });
  expect(failed.FunctionError).toBe("Unhandled");
  expect(JSON.parse(failed.Payload?.transformToString() ?? "")).toMatchObject({ errorType: "RangeError", errorMessage: "xxx" });
});
