import { describe, expect, it } from "vitest";
import { refusalOf } from "./request-guard.ts";

describe("refusalOf", () => {
  it.each(["127.0.0.1:9400", "localhost:9400", "[::1]:9400", "LocalHost:9400"])("lets %s pass", (host) => {
    expect(refusalOf({ host }, 9400)).toBeUndefined();
  });

  it.each(["evil.example:9400", "127.0.0.1:9401", "127.0.0.1", "127.0.0.1.evil.example:9400", "", undefined])(
    "refuses the host %s",
    (host) => {
      expect(refusalOf(host === undefined ? {} : { host }, 9400)).toContain("Host header");
    },
  );

  it.each(["origin", "referer", "sec-fetch-site", "sec-fetch-mode"])("refuses a request with %s", (name) => {
    expect(refusalOf({ host: "localhost:9400", [name]: "null" }, 9400)).toContain(name);
  });
});
