import { request as httpRequest, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCAL_CONTROL_PATHS } from "../local-contract.ts";
import { signRequest } from "./protocols/signature-v4.ts";
import { startTestRegion, type TestRegion } from "./testing.ts";

let region: TestRegion;
beforeAll(async () => {
  region = await startTestRegion();
});
afterAll(() => region.close());

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

async function send(path: string, { method = "GET", headers = {}, body }: Sent = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = httpRequest(new URL(path, region.endpoint), { method, headers }, resolve);
    request.on("error", reject);
    if (headers["expect"] === undefined) request.end(body);
    else request.on("continue", () => request.end(body));
  });
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

function signed(path: string, sent: Sent, service = "lambda"): Record<string, string> {
  return signRequest({
    method: sent.method ?? "GET",
    url: new URL(path, region.endpoint),
    headers: sent.headers ?? {},
    body: sent.body ?? "",
    service,
    region: "us-east-1",
    ...region.credentials,
    now: new Date(),
  });
}

describe("callers", () => {
  it.each(["origin", "referer", "sec-fetch-site"])("refuses a well signed request with %s", async (name) => {
    const path = "/2015-03-31/functions";
    const headers = signed(path, {});
    expect((await send(path, { headers })).status).toBe(200);
    const refused = await send(path, { headers: { ...headers, [name]: "http://127.0.0.1:3000" } });
    expect(refused.status).toBe(403);
    expect(JSON.parse(refused.body).Message).toContain(name);
  });

  it("refuses a foreign Host", async () => {
    const answer = await send(LOCAL_CONTROL_PATHS.health, { headers: { host: `evil.example:${region.port}` } });
    expect(answer.status).toBe(403);
  });

  it("refuses unsigned requests and other keys", async () => {
    const unsigned = await send("/2015-03-31/functions");
    expect(unsigned).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
    expect(unsigned.headers["x-amzn-errortype"]).toBe("MissingAuthenticationTokenException");
    const client = new LambdaClient({
      ...region.clientConfig,
      credentials: { ...region.credentials, secretAccessKey: "other" },
    });
    await expect(client.send(new ListFunctionsCommand({}))).rejects.toMatchObject({ name: "InvalidSignatureException" });
  });
});

describe("requests", () => {
  it("carry a request id on every answer", async () => {
    for (const path of ["/2015-03-31/functions", LOCAL_CONTROL_PATHS.health, "/nowhere"]) {
      expect((await send(path)).headers["x-amzn-requestid"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("may end with a slash, and may wait for 100-continue", async () => {
    const path = "/2015-03-31/functions/";
    expect((await send(path, { headers: signed(path, {}) })).status).toBe(200);
    const body = '{"FunctionName":"a b"}';
    const sent = { method: "POST", headers: { expect: "100-continue" }, body };
    const answer = await send(path, { ...sent, headers: signed(path, sent) });
    expect(JSON.parse(answer.body).message).toContain("validation errors detected");
  });

  it("are refused above the largest size, before they are read", async () => {
    const sent = { method: "POST", headers: { "content-length": "70167212", expect: "100-continue" } };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = httpRequest(new URL("/2015-03-31/functions", region.endpoint), sent, resolve);
      request.on("error", reject);
      request.flushHeaders();
    });
    expect(answer.statusCode).toBe(413);
    expect(JSON.parse(await text(answer)).message).toBe(
      "Request must be smaller than 70167211 bytes for the CreateFunction operation",
    );
  });

  it("to unknown operations and services are told so", async () => {
    const path = "/2015-03-31/functions/a/unheard-of";
    const sent = { method: "POST", body: "{}" };
    const operation = await send(path, { ...sent, headers: signed(path, sent) });
    expect(operation.status).toBe(404);
    expect(operation.headers["x-amzn-errortype"]).toBe("UnknownOperationException");
    const service = await send("/", { headers: signed("/", {}, "dynamodb") });
    expect(service.status).toBe(404);
  });
});

describe("control paths", () => {
  it("open health to all, and status to the holder of the key", async () => {
    expect((await send(LOCAL_CONTROL_PATHS.health)).body).toBe('{"status":"ok"}');
    expect((await send(LOCAL_CONTROL_PATHS.status)).status).toBe(403);
    expect((await send(LOCAL_CONTROL_PATHS.status, { headers: { authorization: "Bearer wrong" } })).status).toBe(403);
    const headers = { authorization: `Bearer ${region.credentials.secretAccessKey}` };
    const status = await send(LOCAL_CONTROL_PATHS.status, { headers });
    expect(JSON.parse(status.body)).toEqual({
      interpreters: { nodejs: process.versions.node, python: expect.stringMatching(/^3\.\d+\.\d+/) },
      traffic: { enabled: false, paused: false },
    });
    const nonsense = await send(LOCAL_CONTROL_PATHS.traffic, { method: "POST", headers, body: "{}" });
    expect(nonsense.status).toBe(400);
  });
});
