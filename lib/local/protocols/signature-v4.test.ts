import { describe, expect, it } from "vitest";
import { ServiceError } from "./service-error.ts";
import { signRequest, verifyRequest, type VerifyRequestInput } from "./signature-v4.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

function signed(options: { path?: string; query?: string; body?: string; headers?: Record<string, string>; now?: Date }) {
  const { path = "/", query = "", body = "", headers = {}, now = NOW } = options;
  const url = `http://127.0.0.1:9400${path}${query === "" ? "" : `?${query}`}`;
  const request = { method: "POST", body: Buffer.from(body) };
  const signedHeaders = signRequest({
    ...request,
    url,
    headers,
    service: "lambda",
    region: "eu-west-1",
    ...CREDENTIALS,
    now,
  });
  return { ...request, path, query, headers: signedHeaders, ...CREDENTIALS, now: NOW };
}

function refusal(input: VerifyRequestInput): ServiceError {
  try {
    verifyRequest(input);
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error("The request was accepted.");
}

describe("signRequest", () => {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-test-suite.html, "get-vanilla"
  it("signs AWS's published example as AWS does", () => {
    const headers = signRequest({
      method: "GET",
      url: "https://example.amazonaws.com/",
      headers: {},
      body: "",
      service: "service",
      region: "us-east-1",
      ...CREDENTIALS,
      now: new Date("2015-08-30T12:36:00Z"),
    });
    expect(headers["authorization"]).toBe(
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    );
  });
});

describe("verifyRequest", () => {
  it.each([
    ["no query and no body", {}],
    ["an ARN in the path", { path: "/2015-03-31/functions/arn%3Aaws%3Alambda%3Afn/invocations", body: "{}" }],
    ["a query in any order", { query: "tagKeys=b%20c&tagKeys=a&Empty=&Marker=x%2Fy%3D%3D" }],
    ["an unsigned payload", { body: "later", headers: { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } }],
    ["a session token", { headers: { "x-amz-security-token": "FwoGZXIvYXdz" } }],
    ["a trailing slash", { path: "/2015-03-31/functions/" }],
    ["a clock four minutes behind", { now: new Date(NOW.getTime() - 240_000) }],
  ])("accepts a request with %s", (_name, options) => {
    expect(verifyRequest(signed(options))).toEqual({ date: "20261120", region: "eu-west-1", service: "lambda" });
  });

  it("refuses a changed path, query, body, method and header", () => {
    const request = signed({ path: "/a", query: "x=1", body: "{}", headers: { "content-type": "application/json" } });
    const changes: Partial<VerifyRequestInput>[] = [
      { path: "/b" },
      { query: "x=2" },
      { body: Buffer.from("[]") },
      { method: "PUT" },
      { headers: { ...request.headers, "content-type": "text/plain" } },
      { headers: { ...request.headers, host: "127.0.0.1:9401" } },
      { secretAccessKey: "other" },
    ];
    for (const change of changes) {
      const error = refusal({ ...request, ...change });
      expect(error).toMatchObject({ errorType: "InvalidSignatureException", status: 403 });
    }
  });

  it("refuses a body that is not the declared one", () => {
    const request = signed({ body: "{}", headers: { "x-amz-content-sha256": "0".repeat(64) } });
    expect(refusal(request).errorType).toBe("InvalidSignatureException");
  });

  it("refuses an unsigned request", () => {
    const error = refusal({ ...signed({}), headers: { host: "127.0.0.1:9400" } });
    expect(error).toMatchObject({
      errorType: "MissingAuthenticationTokenException",
      status: 403,
      message: "Missing Authentication Token",
    });
  });

  it("refuses an unknown key", () => {
    const error = refusal({ ...signed({}), accessKeyId: "AKIDOTHER" });
    expect(error).toMatchObject({
      errorType: "UnrecognizedClientException",
      status: 403,
      message: "The security token included in the request is invalid.",
    });
  });

  it.each([
    [-301_000, "Signature expired: 20261120T115459Z is now earlier than 20261120T115500Z (20261120T120000Z - 5 min.)"],
    [301_000, "Signature not yet current: 20261120T120501Z is still later than 20261120T120500Z (20261120T120000Z + 5 min.)"],
  ])("refuses a clock off by %d ms", (skewMs, message) => {
    expect(refusal(signed({ now: new Date(NOW.getTime() + skewMs) })).message).toBe(message);
  });

  it("refuses a header without a signature", () => {
    const request = signed({});
    const authorization = request.headers["authorization"]?.replace(/, Signature=.*/, "");
    const error = refusal({ ...request, headers: { ...request.headers, authorization } });
    expect(error.errorType).toBe("IncompleteSignatureException");
  });
});
