import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestRegion, type TestRegion } from "../testing.ts";

let region: TestRegion;
beforeAll(async () => {
  region = await startTestRegion();
});
afterAll(() => region.close());

it("says who the caller is", async () => {
  const client = new STSClient(region.clientConfig);
  expect(await client.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: "000000000000",
    Arn: "arn:aws:iam::000000000000:user/local",
  });
});

it("refuses other keys with the names of Query services", async () => {
  const { accessKeyId } = region.credentials;
  const wrongSecret = new STSClient({ ...region.clientConfig, credentials: { accessKeyId, secretAccessKey: "other" } });
  await expect(wrongSecret.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: "SignatureDoesNotMatch",
    $metadata: { httpStatusCode: 403 },
  });
  const credentials = { accessKeyId: "AKIAOTHER", secretAccessKey: "other" };
  const wrongKey = new STSClient({ ...region.clientConfig, credentials });
  await expect(wrongKey.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: "InvalidClientTokenId" });
});
