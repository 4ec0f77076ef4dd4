import { expect, test } from "vitest";
import { parseUrlAddress } from "./url-address.ts";

const ID = "a2345672345672345672345672345672".slice(0, 32);
const HOST = `${ID}.lambda-url.us-east-1.localhost`;

test.each([
  [`${HOST}:9400`, "/a%2Fb", { urlId: ID, path: "/a%2Fb", origin: `http://${HOST}:9400` }],
  [`${HOST.toUpperCase()}:9400`, "/", { urlId: ID, path: "/", origin: `http://${HOST}:9400` }],
  ["127.0.0.1:9400", `/_url/${ID}/x/y`, { urlId: ID, path: "/x/y", origin: "http://127.0.0.1:9400" }],
  ["localhost:9400", `/_url/${ID}`, { urlId: ID, path: "/", origin: "http://localhost:9400" }],
  [`${HOST}:9401`, "/", undefined],
  [HOST, "/", undefined],
  [`${HOST}.evil.example:9400`, "/", undefined],
  ["evil.example:9400", `/_url/${ID}/`, undefined],
  ["127.0.0.1:9400", `/_url/${ID}x/`, undefined],
  ["127.0.0.1:9400", "/2015-03-31/functions", undefined],
])("host %s and path %s", (host, path, expected) => {
  expect(parseUrlAddress(host, path, 9400)).toEqual(expected);
});

test("port 80 needs not be named", () => {
  expect(parseUrlAddress(HOST, "/", 80)?.urlId).toBe(ID);
});
