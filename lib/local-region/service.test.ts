import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestRegion, type TestRegion } from "@/lib/local/testing";
import { localRegionStatus, setTrafficPaused } from "./service";

let region: TestRegion;

beforeAll(async () => {
  region = await startTestRegion();
  Object.assign(process.env, {
    DATABASE_URL: "file:/nonexistent/unused.db",
    WARMSTART_DATA_DIR: "/nonexistent",
    WARMSTART_LOCAL_ENDPOINT: region.endpoint,
    WARMSTART_LOCAL_ACCESS_KEY_ID: region.credentials.accessKeyId,
    WARMSTART_LOCAL_SECRET_ACCESS_KEY: region.credentials.secretAccessKey,
    AWS_ACCESS_KEY_ID: "AKIAOTHER",
    AWS_SECRET_ACCESS_KEY: "other",
    AWS_REGION: "eu-north-1",
  });
});
afterAll(() => region.close());

test("a region without the shop has no traffic to speak of", async () => {
  expect(await localRegionStatus("local")).toMatchObject({ traffic: { enabled: false } });
});

test("pausing reaches the region", async () => {
  expect(await setTrafficPaused("local", true)).toEqual(await localRegionStatus("local"));
});

test("an AWS account has no such thing", async () => {
  await expect(localRegionStatus("aws")).rejects.toMatchObject({ code: "not_found" });
});
