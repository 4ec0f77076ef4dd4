import { request as httpRequest, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  DeleteFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  LambdaClient,
  ListFunctionUrlConfigsCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  UpdateFunctionUrlConfigCommand,
  type CreateFunctionUrlConfigCommandInput,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { signRequest } from "../protocols/signature-v4.ts";
import { startTestRegion, zipOf, type TestRegion } from "../testing.ts";
import { createActive } from "./testing-functions.ts";

const FunctionName = "web";
const ARN = `arn:aws:lambda:us-east-1:000000000000:function:${FunctionName}`;
const SOURCE = `
export const handler = async (event, context) => {
  if (event.rawPath === "/fail") throw new Error("no");
  if (event.rawPath === "/page") return { statusCode: 201, headers: { "content-type": "text/html" }, cookies: ["a=1", "b=2"], body: "<p>" };
  return { event, requestId: context.awsRequestId, arn: context.invokedFunctionArn };
};`;
let region: TestRegion;
let client: LambdaClient;

beforeAll(async () => {
  region = await startTestRegion();
  client = new LambdaClient(region.clientConfig);
  await createActive(client, FunctionName, { Code: { ZipFile: await zipOf({ "index.mjs": SOURCE }) } });
  await client.send(new PublishVersionCommand({ FunctionName }));
  await client.send(new CreateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "1" }));
});
afterAll(() => region.close());

const create = (members: Partial<CreateFunctionUrlConfigCommandInput> = {}) =>
  client.send(new CreateFunctionUrlConfigCommand({ FunctionName, AuthType: "NONE", ...members }));
const remove = (Qualifier?: string) => client.send(new DeleteFunctionUrlConfigCommand({ FunctionName, Qualifier }));
const open = (name = FunctionName, Qualifier?: string) =>
  client.send(
    new AddPermissionCommand({
      FunctionName: name,
      Qualifier,
      StatementId: "url",
      Action: "lambda:InvokeFunctionUrl",
      Principal: "*",
      FunctionUrlAuthType: "NONE",
    }),
  );

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Without asking a resolver for the URL's own name. */
async function call(url: string, { method = "GET", headers = {}, body }: Sent = {}) {
  const { host, pathname, search } = new URL(url);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const path = pathname + search;
    const request = httpRequest({ host: "127.0.0.1", port: region.port, path, method, headers: { host, ...headers } }, resolve);
    request.on("error", reject);
    request.end(body);
  });
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

describe("the configuration", () => {
  it("is made, read, changed, listed and deleted", async () => {
    const made = await create();
    expect(made.$metadata.httpStatusCode).toBe(201);
    expect(made).toMatchObject({ FunctionArn: ARN, AuthType: "NONE" });
    expect(made.FunctionUrl).toMatch(new RegExp(`^http://[a-z2-7]{32}\\.lambda-url\\.us-east-1\\.localhost:${region.port}/$`));
    expect(made).not.toHaveProperty("InvokeMode");
    await expect(create()).rejects.toMatchObject({
      name: "ResourceConflictException",
      message: `Failed to create function url config for [functionArn = ${ARN}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
    });
    const Cors = { AllowOrigins: ["*"], MaxAge: 60 };
    const updated = await client.send(new UpdateFunctionUrlConfigCommand({ FunctionName, AuthType: "AWS_IAM", Cors }));
    expect(updated).toMatchObject({ AuthType: "AWS_IAM", Cors, FunctionUrl: made.FunctionUrl, CreationTime: made.CreationTime });
    const read = await client.send(new GetFunctionUrlConfigCommand({ FunctionName }));
    expect(read).toMatchObject({ AuthType: "AWS_IAM", Cors, InvokeMode: "BUFFERED", LastModifiedTime: updated.LastModifiedTime });
    await create({ Qualifier: "live", InvokeMode: "RESPONSE_STREAM" });
    const { FunctionUrlConfigs = [] } = await client.send(new ListFunctionUrlConfigsCommand({ FunctionName }));
    expect(FunctionUrlConfigs.map(({ FunctionArn, InvokeMode }) => [FunctionArn, InvokeMode])).toEqual([
      [ARN, "BUFFERED"],
      [`${ARN}:live`, "RESPONSE_STREAM"],
    ]);
    expect((await remove()).$metadata.httpStatusCode).toBe(204);
    await remove("live");
    await expect(remove()).rejects.toMatchObject({ message: "The resource you requested does not exist." });
  });

  const PATTERN = "failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)";
  test.each([
    [{ Qualifier: "1" }, `1 validation error detected: Value '1' at 'qualifier' ${PATTERN}`],
    [{ Qualifier: "$LATEST" }, `1 validation error detected: Value '$LATEST' at 'qualifier' ${PATTERN}`],
    [{ Qualifier: "none" }, "Function does not exist"],
    [{ FunctionName: "none" }, "Function does not exist"],
    [{ FunctionName: `${ARN}:live`, Qualifier: "other" }, "The derived qualifier from the function name does not match the specified qualifier."],
    [
      { Cors: { MaxAge: 86_401 } },
      "1 validation error detected: Value '86401' at 'cors.maxAge' failed to satisfy constraint: Member must have value less than or equal to 86400",
    ],
  ])("%o is refused", async (members, message) => {
    await expect(create(members)).rejects.toMatchObject({ message });
  });

  it("is not found where there is none", async () => {
    for (const Command of [GetFunctionUrlConfigCommand, UpdateFunctionUrlConfigCommand] as const) {
      await expect(client.send<never, never>(new Command({ FunctionName, Qualifier: "live" }) as never)).rejects.toMatchObject({
        name: "ResourceNotFoundException",
        message: "The resource you requested does not exist.",
      });
    }
  });
});

describe("an open URL", () => {
  let url: string;
  beforeAll(async () => {
    url = (await create({ Cors: { AllowOrigins: ["http://localhost:3000"], AllowMethods: ["POST"], MaxAge: 9 } })).FunctionUrl ?? "";
  });
  afterAll(() => remove());

  it("wants a policy that opens it", async () => {
    const closed = await call(url);
    expect(closed).toMatchObject({ status: 403, headers: { "content-type": "application/json" } });
    expect(closed.body).toContain("Forbidden");
    await open();
    expect((await call(url)).status).toBe(200);
  });

  it("hands the request over as payload 2.0", async () => {
    const answer = await call(`${url}a%2Fb/c?q=1&q=x%20y&p=`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: "one=1; two=2", "X-Mixed": "Case", "user-agent": "probe/1" },
      body: '{"a":1}',
    });
    expect(answer.status).toBe(200);
    const { event, requestId, arn } = JSON.parse(answer.body) as { event: Record<string, unknown>; requestId: string; arn: string };
    expect(arn).toBe(ARN);
    expect(answer.headers["x-amzn-requestid"]).toBe(requestId);
    const domainName = new URL(url).hostname;
    const urlId = domainName.slice(0, 32);
    expect(event).toEqual({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/a%2Fb/c",
      rawQueryString: "q=1&q=x%20y&p=",
      cookies: ["one=1", "two=2"],
      headers: {
        host: new URL(url).host,
        "content-type": "application/json",
        "content-length": "7",
        "x-mixed": "Case",
        "user-agent": "probe/1",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-port": String(region.port),
        "x-forwarded-proto": "http",
      },
      queryStringParameters: { q: "1,x y", p: "" },
      requestContext: {
        accountId: "anonymous",
        apiId: urlId,
        domainName,
        domainPrefix: urlId,
        http: { method: "POST", path: "/a/b/c", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "probe/1" },
        requestId,
        routeKey: "$default",
        stage: "$default",
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/) as string,
        timeEpoch: expect.any(Number) as number,
      },
      body: '{"a":1}',
      isBase64Encoded: false,
    });
  });

  it("encodes bytes, and answers with status, headers and cookies", async () => {
    const sent = await call(url, { method: "PUT", headers: { "content-type": "image/png" }, body: Buffer.from([0, 255]) });
    expect((JSON.parse(sent.body) as { event: object }).event).toMatchObject({ body: "AP8=", isBase64Encoded: true });
    expect(await call(`${url}page`)).toMatchObject({
      status: 201,
      headers: { "content-type": "text/html", "set-cookie": ["a=1", "b=2"] },
      body: "<p>",
    });
    expect(await call(`${url}fail`)).toMatchObject({ status: 502, body: "Internal Server Error" });
  });

  it("is reached below a path too", async () => {
    const urlId = new URL(url).hostname.slice(0, 32);
    const answer = await call(`${region.endpoint}/_url/${urlId}/deep?x=1`);
    expect((JSON.parse(answer.body) as { event: object }).event).toMatchObject({ rawPath: "/deep", queryStringParameters: { x: "1" } });
    expect((await call(`${region.endpoint}/_url/${"a".repeat(32)}/`)).status).toBe(403);
  });

  it("lets in the web pages that Cors names, and no others", async () => {
    const preflight = { method: "OPTIONS", headers: { origin: "http://localhost:3000", "access-control-request-method": "POST" } };
    expect(await call(url, preflight)).toMatchObject({
      status: 200,
      headers: {
        "access-control-allow-origin": "http://localhost:3000",
        "access-control-allow-methods": "POST",
        "access-control-max-age": "9",
      },
      body: "",
    });
    const fromPage = await call(url, { headers: { origin: "http://localhost:3000", "sec-fetch-site": "cross-site" } });
    expect(fromPage).toMatchObject({ status: 200, headers: { "access-control-allow-origin": "http://localhost:3000", vary: "Origin" } });
    const others: Record<string, string>[] = [{ origin: "http://evil.example" }, { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }];
    for (const headers of others) expect((await call(url, { headers })).status).toBe(403);
  });

  it("opens nothing else to pages", async () => {
    const headers = { origin: "http://localhost:3000" };
    expect((await call(`${region.endpoint}/2015-03-31/functions`, { headers })).status).toBe(403);
  });

  it("is throttled, and counts its requests", async () => {
    await client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
    expect((await call(url)).status).toBe(429);
    const cloudWatch = new CloudWatchClient(region.clientConfig);
    const sum = async (MetricName: string) => {
      const now = Date.now();
      const { Datapoints = [] } = await cloudWatch.send(
        new GetMetricStatisticsCommand({
          Namespace: "AWS/Lambda",
          MetricName,
          Dimensions: [{ Name: "FunctionName", Value: FunctionName }],
          StartTime: new Date(now - 3_600_000),
          EndTime: new Date(now + 60_000),
          Period: 7_200,
          Statistics: ["Sum"],
        }),
      );
      return Datapoints[0]?.Sum;
    };
    expect([await sum("Url4xxCount"), await sum("Url5xxCount")]).toEqual([2, 1]);
    expect(await sum("UrlRequestCount")).toBeGreaterThan(6);
  });
});

describe("a URL with AWS_IAM", () => {
  let url: string;
  beforeAll(async () => {
    await createActive(client, "private", { Code: { ZipFile: await zipOf({ "index.mjs": SOURCE }) } });
    url = (await create({ FunctionName: "private", AuthType: "AWS_IAM" })).FunctionUrl ?? "";
  });
  const signed = (service: string, signedRegion = "us-east-1") =>
    signRequest({ method: "GET", url, headers: {}, body: "", service, region: signedRegion, ...region.credentials, now: new Date() });

  it("runs for a signed request and says who called", async () => {
    const answer = await call(url, { headers: signed("lambda") });
    expect(answer.status).toBe(200);
    const { event } = JSON.parse(answer.body) as { event: { requestContext: object } };
    expect(event.requestContext).toMatchObject({
      accountId: "000000000000",
      authorizer: { iam: { accessKey: region.credentials.accessKeyId, accountId: "000000000000", userArn: "arn:aws:iam::000000000000:user/local" } },
    });
  });

  it.each([
    ["no signature", () => ({})],
    ["a signature for another service", () => signed("execute-api")],
    ["a signature for another region", () => signed("lambda", "eu-west-1")],
    ["a forged signature", () => ({ ...signed("lambda"), authorization: signed("lambda")["authorization"]!.replace(/.$/, "x") })],
  ])("refuses %s", async (_what, headers) => {
    expect((await call(url, { headers: headers() })).status).toBe(403);
  });
});

test("streams its answer with status and headers first", async () => {
  const source = `
    export const handler = awslambda.streamifyResponse(async (event, stream) => {
      const body = awslambda.HttpResponseStream.from(stream, { statusCode: 202, headers: { "x-kind": "stream" }, cookies: ["s=1"] });
      for (const part of ["one ", "two ", "three"]) body.write(part);
      body.end();
    });`;
  await createActive(client, "stream", { Code: { ZipFile: await zipOf({ "index.mjs": source }) } });
  const { FunctionUrl = "" } = await create({ FunctionName: "stream", InvokeMode: "RESPONSE_STREAM" });
  await open("stream");
  expect(await call(FunctionUrl)).toMatchObject({
    status: 202,
    headers: { "x-kind": "stream", "set-cookie": ["s=1"], "transfer-encoding": "chunked" },
    body: "one two three",
  });
});
