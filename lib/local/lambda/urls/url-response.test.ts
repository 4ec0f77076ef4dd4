import { expect, test } from "vitest";
import { urlResponse } from "./url-response.ts";

const json = { "content-type": "application/json" };

test.each([
  ["hello", 200, "hello"],
  [true, 200, "true"],
  [3.1, 200, "3.1"],
  [{ hello: "world" }, 200, '{"hello":"world"}'],
  [[1], 200, "[1]"],
  [{ statusCode: 200, body: "body123" }, 200, "body123"],
  [{ statusCode: 404 }, 404, ""],
  [{ statusCode: "201", body: { a: 1 } }, 201, '{"a":1}'],
])("%j", (returned, status, body) => {
  expect(urlResponse(Buffer.from(JSON.stringify(returned)))).toEqual({ status, headers: json, body });
});

test("headers, cookies and bytes", () => {
  const returned = {
    statusCode: 200,
    headers: { "Content-Type": "image/png", "X-Number": 7, "content-length": "1", "Set-Cookie": "b=2" },
    cookies: ["a=1; Secure"],
    body: "AAH/",
    isBase64Encoded: true,
  };
  expect(urlResponse(Buffer.from(JSON.stringify(returned)))).toEqual({
    status: 200,
    headers: { "content-type": "image/png", "x-number": "7" },
    cookies: ["a=1; Secure", "b=2"],
    body: Buffer.from([0, 1, 255]),
  });
});

test.each([
  [{ statusCode: 99 }],
  [{ statusCode: "abc" }],
  [{ statusCode: 200, headers: { "bad name": "x" } }],
  [{ statusCode: 200, headers: { "x-split": "a\r\nset-cookie: b" } }],
  [{ statusCode: 200, headers: [] }],
  [{ statusCode: 200, cookies: "a=1" }],
])("%j is nothing that can be sent", (returned) => {
  expect(urlResponse(Buffer.from(JSON.stringify(returned)))).toMatchObject({ status: 502, body: "Internal Server Error" });
});

test("what is no JSON goes out as it is", () => {
  const payload = Buffer.from([0xff, 0x00]);
  expect(urlResponse(payload)).toMatchObject({ status: 200, body: payload });
});
