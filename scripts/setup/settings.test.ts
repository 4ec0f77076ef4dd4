import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { writeAwsProfile } from "./aws-profile.mjs";
import { readSettings } from "./settings.mjs";

const dataDirectory = () => mkdtempSync(path.join(tmpdir(), "warmstart-settings-"));

describe("readSettings", () => {
  test("has a default for everything", () => {
    const directory = dataDirectory();
    const settings = readSettings({ WARMSTART_DATA_DIR: directory });
    expect(settings).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      portIsExplicit: false,
      dataDirectory: directory,
      databaseFile: path.join(directory, "warmstart.db"),
      awsMode: "observe",
      local: { on: true, port: 9400, portIsExplicit: false, traffic: "on" },
    });
  });

  test.each([
    [{ HOST: "0.0.0.0" }, /HOST=0\.0\.0\.0 is refused/],
    [{ HOST: "192.168.1.5" }, /loopback only/],
    [{ PORT: "http" }, /PORT=http is not a port/],
    [{ PORT: "70000" }, /PORT=70000 is not a port/],
    [{ WARMSTART_LOCAL: "yes" }, /it may be on, off/],
    [{ WARMSTART_AWS_MODE: "admin" }, /observe, invoke, operate/],
    [{ DATABASE_URL: "postgresql://db" }, /must be a SQLite file/],
  ])("%j is refused with a sentence", (env, message) => {
    expect(() => readSettings({ WARMSTART_DATA_DIR: dataDirectory(), ...env })).toThrow(message);
  });

  test.each(["127.0.0.1", "localhost", "::1"])("HOST=%s is loopback", (host) => {
    expect(readSettings({ WARMSTART_DATA_DIR: dataDirectory(), HOST: host }).host).toBe(host);
  });
});

describe("keys of the local region", () => {
  const profile = (directory: string, keys: { accessKeyId: string; secretAccessKey: string }) =>
    writeAwsProfile({ dataDirectory: directory, endpoint: "http://127.0.0.1:9400", region: "us-east-1", ...keys });

  test("are made once and kept", () => {
    const directory = dataDirectory();
    const first = readSettings({ WARMSTART_DATA_DIR: directory }).local;
    profile(directory, first);
    const second = readSettings({ WARMSTART_DATA_DIR: directory }).local;
    expect([second.accessKeyId, second.secretAccessKey]).toEqual([first.accessKeyId, first.secretAccessKey]);
  });

  test("are fixed by the environment", () => {
    const directory = dataDirectory();
    mkdirSync(path.join(directory, "aws"));
    profile(directory, { accessKeyId: "OLD", secretAccessKey: "old" });
    const { local } = readSettings({ WARMSTART_DATA_DIR: directory, WARMSTART_LOCAL_ACCESS_KEY_ID: "FIXED", WARMSTART_LOCAL_SECRET_ACCESS_KEY: "secret" });
    expect([local.accessKeyId, local.secretAccessKey]).toEqual(["FIXED", "secret"]);
  });
});
