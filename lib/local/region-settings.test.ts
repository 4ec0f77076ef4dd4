import { describe, expect, it } from "vitest";
import { readSettings } from "./region-settings.ts";

const REQUIRED = {
  WARMSTART_LOCAL_DIRECTORY: "/data/local",
  WARMSTART_LOCAL_ACCESS_KEY_ID: "key",
  WARMSTART_LOCAL_SECRET_ACCESS_KEY: "secret",
};

describe("readSettings", () => {
  it("deploys the shop with traffic unless told otherwise", () => {
    expect(readSettings(REQUIRED)).toEqual({
      directory: "/data/local",
      accessKeyId: "key",
      secretAccessKey: "secret",
      portIsExplicit: false,
      shop: "deploy",
      traffic: true,
    });
    const off = { WARMSTART_LOCAL_SHOP: "off", WARMSTART_LOCAL_TRAFFIC: "off", WARMSTART_LOCAL_PORT: "0" };
    expect(readSettings({ ...REQUIRED, ...off })).toMatchObject({ shop: "off", traffic: false, port: 0 });
  });

  it.each([
    ["WARMSTART_LOCAL_DIRECTORY", ""],
    ["WARMSTART_LOCAL_SHOP", "yes"],
    ["WARMSTART_LOCAL_PORT", "94OO"],
    ["WARMSTART_LOCAL_PORT", "65536"],
  ])("names %s when it is %o", (name, value) => {
    expect(() => readSettings({ ...REQUIRED, [name]: value })).toThrow(name);
  });
});
