import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestRegion, type TestRegion } from "@/lib/local/testing";
import { connectionListSchema } from "./schema";
import { listConnections, requireMode } from "./service";

let region: TestRegion;
let directory: string;

/** A machine with AWS credentials whose endpoint is the region too, and a file with two more ways in. */
beforeAll(async () => {
  region = await startTestRegion();
  directory = await mkdtemp(join(tmpdir(), "connections-"));
  const { accessKeyId, secretAccessKey } = region.credentials;
  await writeFile(join(directory, "credentials"), `[staging]\naws_access_key_id=${accessKeyId}\naws_secret_access_key=${secretAccessKey}\n`);
  await writeFile(join(directory, "config"), "[profile staging]\nregion = eu-north-1\n");
  const connections = [
    { id: "staging", name: "Staging", profile: "staging", mode: "operate" },
    { id: "gone", name: "Gone", profile: "no-such-profile", regions: ["eu-west-3"] },
  ];
  await writeFile(join(directory, "warmstart.config.json"), JSON.stringify({ connections }));
  Object.assign(process.env, {
    DATABASE_URL: "file:/nonexistent/unused.db",
    WARMSTART_DATA_DIR: directory,
    WARMSTART_CONFIG: join(directory, "warmstart.config.json"),
    WARMSTART_LOCAL_ENDPOINT: region.endpoint,
    WARMSTART_LOCAL_ACCESS_KEY_ID: accessKeyId,
    WARMSTART_LOCAL_SECRET_ACCESS_KEY: secretAccessKey,
    WARMSTART_AWS_MODE: "invoke",
    AWS_ENDPOINT_URL: region.endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_DEFAULT_REGION: "ap-southeast-2",
    AWS_CONFIG_FILE: join(directory, "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(directory, "credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
  });
  delete process.env.AWS_REGION;
  delete process.env.AWS_PROFILE;
});
afterAll(async () => {
  await region.close();
  await rm(directory, { recursive: true, force: true });
});

test("each way in with account, mode, regions, and what is wrong with it", async () => {
  const list = await listConnections();
  expect(connectionListSchema.parse(list)).toEqual(list);
  const endpointHost = `127.0.0.1:${region.port}`;
  expect(list.connections).toMatchObject([
    { id: "local", kind: "local", mode: "operate", accountId: "000000000000", regions: ["us-east-1", "eu-west-1"] },
    { id: "aws", kind: "aws", mode: "invoke", modeSource: "WARMSTART_AWS_MODE", accountId: "000000000000", regions: ["ap-southeast-2"], endpointHost },
    { id: "staging", kind: "aws", mode: "operate", accountId: "000000000000", regions: ["eu-north-1"], endpointHost },
    { id: "gone", kind: "aws", mode: "observe", regions: ["eu-west-3"], problem: expect.stringContaining("no-such-profile") },
  ]);
  expect(list.connections[3]?.accountId).toBeUndefined();
  expect(JSON.stringify(list)).not.toContain(region.credentials.secretAccessKey);
});

test("a mode allows what it includes and refuses the rest with the way to change it", async () => {
  await expect(requireMode("local", "operate")).resolves.toBeUndefined();
  await expect(requireMode("aws", "invoke")).resolves.toBeUndefined();
  await expect(requireMode("aws", "operate")).rejects.toMatchObject({
    code: "forbidden_by_mode",
    details: { hint: "The mode is set by WARMSTART_AWS_MODE. Set it to “operate” and start Warmstart again." },
  });
  await expect(requireMode("nowhere", "invoke")).rejects.toMatchObject({ code: "not_found" });
});
