import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invoke } from "./lambda-invoke";
import { updateConfiguration } from "./lambda-configuration";
import { getFunctionConfiguration } from "./lambda-functions";

const target = { connectionId: "local", region: "us-east-1" };
const invocation = { functionName: "checkout", invocationType: "RequestResponse", payload: "{}" } as const;

let server: Server;
let answer: RequestListener;
let requests: { url: string; authorization: string; connection: string }[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { authorization = "", connection = "" } = request.headers;
    requests.push({ url: request.url ?? "", authorization, connection });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  Object.assign(process.env, {
    DATABASE_URL: "file:/nonexistent/unused.db",
    WARMSTART_DATA_DIR: "/nonexistent",
    WARMSTART_LOCAL_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    WARMSTART_LOCAL_ACCESS_KEY_ID: "AKIALOCAL",
    WARMSTART_LOCAL_SECRET_ACCESS_KEY: "local-secret",
    // What a machine set up for AWS has: the local connection must not follow it.
    AWS_ENDPOINT_URL: "http://127.0.0.1:1",
    AWS_ENDPOINT_URL_LAMBDA: "http://127.0.0.1:1",
    AWS_PROFILE: "production",
    AWS_ACCESS_KEY_ID: "AKIAPRODUCTION",
    AWS_SECRET_ACCESS_KEY: "production-secret",
    AWS_USE_FIPS_ENDPOINT: "true",
    AWS_MAX_ATTEMPTS: "10",
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  requests = [];
});

function fail(status: number, errorType: string, body: object = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": errorType });
    response.end(JSON.stringify({ message: "no", ...body }));
  };
}

test("a read is tried three times", async () => {
  answer = fail(500, "ServiceException");
  await expect(getFunctionConfiguration(target, "checkout")).rejects.toMatchObject({ code: "aws_error" });
  expect(requests).toHaveLength(3);
});

test("a throttled invoke is one request, and says why it was refused", async () => {
  const reason = "ReservedFunctionConcurrentInvocationLimitExceeded";
  answer = fail(429, "TooManyRequestsException", { Reason: reason, Type: "User" });
  await expect(invoke(target, invocation)).rejects.toMatchObject({ code: "throttled", details: { data: { reason } } });
  expect(requests).toHaveLength(1);
});

test("an invoke whose connection is cut is one request, which may have arrived", async () => {
  answer = (request) => request.socket.destroy();
  await expect(invoke(target, invocation)).rejects.toMatchObject({ code: "unreachable", details: { data: { maybeDelivered: true } } });
  expect(requests).toHaveLength(1);
});

test("a change is never sent twice", async () => {
  answer = fail(503, "ServiceException");
  await expect(updateConfiguration(target, "checkout", { revisionId: "1", memoryMb: 256 })).rejects.toMatchObject({ code: "aws_error" });
  expect(requests).toHaveLength(1);
});

test("a refused change does not repeat the values it carried", async () => {
  answer = fail(400, "InvalidParameterValueException", { message: "bad value hunter2-secret of DB_PASSWORD" });
  const update = updateConfiguration(target, "checkout", { revisionId: "1", environment: { DB_PASSWORD: "hunter2-secret" } });
  const error = await update.catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: "bad_request", message: expect.stringContaining("DB_PASSWORD") });
  expect(JSON.stringify(error) + String(error)).not.toContain("hunter2");
});

test("who does not answer is given up after the function's timeout and a margin", async () => {
  answer = () => {};
  const run = invoke(target, { ...invocation, timeoutMs: -9_900 });
  await expect(run).rejects.toMatchObject({ code: "timeout", details: { data: { maybeDelivered: true } } });
});

test("the local connection goes to its endpoint with its own key", async () => {
  answer = (_request, response) => {
    response.writeHead(200, { "content-type": "application/json", "x-amz-executed-version": "$LATEST" });
    response.end('"done"');
  };
  expect(await invoke(target, invocation)).toMatchObject({ statusCode: 200, payload: '"done"', executedVersion: "$LATEST" });
  expect(requests[0]?.authorization).toContain("Credential=AKIALOCAL/");
});

test("a page of a proxy is named as such", async () => {
  answer = (_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>Sign in</title>");
  };
  const read = getFunctionConfiguration(target, "checkout");
  await expect(read).rejects.toMatchObject({ code: "aws_error", message: expect.stringContaining("not from AWS") });
});
