import { describe, expect, test } from "vitest";
import { judgePage, preflightHeaders } from "./url-cors.ts";

const OWN = "http://id.lambda-url.us-east-1.localhost:9400";

describe("without Cors", () => {
  test.each([
    ["a program", {}, true],
    ["an address that was typed", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }, true],
    ["a link", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", referer: "http://localhost:3000/" }, true],
    ["a page of its own", { "sec-fetch-site": "same-origin", origin: OWN }, true],
    ["a picture in another page", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, false],
    ["another page", { "sec-fetch-site": "cross-site", origin: "http://evil.example" }, false],
    ["a page without a name", { origin: "null" }, false],
  ])("%s", (_who, headers, allowed) => {
    expect(judgePage(headers, undefined, OWN)).toEqual(allowed ? { allowed, headers: {} } : { allowed });
  });
});

describe("AllowOrigins", () => {
  test.each([
    [["*"], "http://any.example", true],
    [["http://localhost:3000"], "http://localhost:3000", true],
    [["http://localhost:3000"], "http://localhost:3001", false],
    [["http://LOCALHOST:3000"], "http://localhost:3000", true],
    [["https://*.example.com"], "https://shop.example.com", true],
    [["https://*.example.com"], "https://example.com", false],
    [["https://*.example.com"], "https://shop.example.com.evil.net", false],
    [["https://*"], "https://a", true],
    [["https://*.a.*.com"], "https://x.a.y.com", true],
    [["https://*.a.*.com"], "https://x.b.y.com", false],
    [[], "https://a", false],
  ])("%j and %s", (AllowOrigins, origin, allowed) => {
    expect(judgePage({ origin }, { AllowOrigins }, OWN).allowed).toBe(allowed);
  });
});

test("any origin is told so, but not with credentials", () => {
  const origin = "http://localhost:3000";
  expect(judgePage({ origin }, { AllowOrigins: ["*"], ExposeHeaders: ["x-a", "x-b"] }, OWN)).toEqual({
    allowed: true,
    headers: { "access-control-allow-origin": "*", "access-control-expose-headers": "x-a,x-b" },
  });
  expect(judgePage({ origin }, { AllowOrigins: ["*"], AllowCredentials: true }, OWN)).toEqual({
    allowed: true,
    headers: { "access-control-allow-origin": origin, vary: "Origin", "access-control-allow-credentials": "true" },
  });
  expect(preflightHeaders({ AllowMethods: ["GET", "PUT"], AllowHeaders: ["x-c"], MaxAge: 0 })).toEqual({
    "access-control-allow-methods": "GET,PUT",
    "access-control-allow-headers": "x-c",
    "access-control-max-age": "0",
  });
});
