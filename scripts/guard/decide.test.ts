import { describe, expect, test } from "vitest";
import { decide } from "./decide.mjs";

const request = (headers: Record<string, string | undefined>, method = "GET", url = "/local/functions") => ({
  method,
  url,
  headers: { host: "127.0.0.1:3000", ...headers },
});
const statusOf = (...parameters: Parameters<typeof request>) => decide(request(...parameters))?.status;

describe("host", () => {
  test.each(["127.0.0.1:3000", "localhost", "LOCALHOST:3000", "[::1]:3000"])("%s is served", (host) => {
    expect(statusOf({ host })).toBeUndefined();
  });
  test.each(["evil.example", "localhost.", "127.1", "0x7f000001", "2130706433", "a@localhost", "0.0.0.0:3000", "localhost:3000.evil.example", "", undefined])(
    "%s is refused",
    (host) => {
      expect(statusOf({ host })).toBe(421);
    },
  );
  test("an address that cannot be decoded is refused", () => {
    expect(statusOf({}, "GET", "/%ff")).toBe(400);
  });
  test("an absolute-form address is refused", () => {
    expect(statusOf({}, "GET", "http://evil.example/")).toBe(421);
  });
});

describe("reads", () => {
  test("a link from another site opens a page", () => {
    expect(statusOf({ "sec-fetch-site": "cross-site" })).toBeUndefined();
  });
  test.each(["cross-site", "same-site"])("data is not for %s", (site) => {
    expect(statusOf({ "sec-fetch-site": site }, "GET", "/api/connections")).toBe(403);
  });
  test("OPTIONS is not served, so no preflight ever passes", () => {
    expect(statusOf({ origin: "http://evil.example" }, "OPTIONS", "/api/connections")).toBe(405);
  });
});

describe("writes", () => {
  const write = (headers: Record<string, string>, url = "/api/local/test-events") => statusOf({ "content-length": "2", ...headers }, "POST", url);
  test("from our own page pass", () => {
    expect(write({ "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:3000" })).toBeUndefined();
    expect(write({ origin: "http://127.0.0.1:3000" })).toBeUndefined();
  });
  test.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "http://evil.example" }],
    ["another port of this machine", { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:8080" }],
    ["an old browser on another site", { origin: "http://evil.example" }],
    ["an opaque origin", { origin: "null" }],
    ["no browser without our header", {}],
  ])("from %s are refused", (_title, headers) => {
    expect(write(headers as Record<string, string>)).toBe(403);
  });
  test("a script that says so passes", () => {
    expect(write({ "x-warmstart-request": "1" })).toBeUndefined();
  });
  test("pages and Server Actions take none", () => {
    expect(write({ "sec-fetch-site": "same-origin" }, "/local/functions")).toBe(405);
    expect(write({ "sec-fetch-site": "same-origin", "next-action": "x" })).toBe(421);
  });
  test("bodies have a known length of at most 16 MB", () => {
    expect(write({ "sec-fetch-site": "same-origin", "content-length": String(16 * 1024 * 1024 + 1) })).toBe(413);
  });
  test.each([
    ["/api/local/functions/us-east-1/checkout/code/package?revisionId=r", 50 * 1024 * 1024, undefined],
    ["/api/local/functions/us-east-1/checkout/code/package", 50 * 1024 * 1024 + 1, 413],
    ["/api/local/functions/us-east-1/checkout/code/packages", 16 * 1024 * 1024 + 1, 413],
    ["/api/local/functions/us-east-1/checkout/code/files?x=/code/package", 16 * 1024 * 1024 + 1, 413],
  ])("only a package may be large: %s with %i bytes", (url, sizeBytes, status) => {
    expect(write({ "sec-fetch-site": "same-origin", "content-length": String(sizeBytes) }, url)).toBe(status);
    expect(write({ "sec-fetch-site": "same-origin", "transfer-encoding": "chunked" })).toBe(411);
  });
});

test("headers that only a proxy or Next may set are taken away", () => {
  const incoming = request({ "x-forwarded-host": "evil.example", "x-middleware-subrequest": "1", "x-nonce": "known", accept: "*/*" });
  expect(decide(incoming)).toBeUndefined();
  expect(Object.keys(incoming.headers)).toEqual(["host", "accept"]);
});
