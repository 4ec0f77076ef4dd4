import { createHash } from "node:crypto";
import { CreateFunctionCommand, InvokeCommand, LambdaClient, UpdateFunctionConfigurationCommand, waitUntilFunctionActiveV2, waitUntilFunctionUpdatedV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChanges } from "@/lib/db/changes";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { deployFiles, deploySource, deployZip, describePackage, downloadPackage, readSource } from "./service";

let scratch: Awaited<ReturnType<typeof useScratchDatabase>>;
let region: TestRegion;
let lambda: LambdaClient;
beforeAll(async () => {
  scratch = await useScratchDatabase();
  region = await startTestRegion();
  process.env.WARMSTART_LOCAL_ENDPOINT = region.endpoint;
  process.env.WARMSTART_LOCAL_ACCESS_KEY_ID = region.credentials.accessKeyId;
  process.env.WARMSTART_LOCAL_SECRET_ACCESS_KEY = region.credentials.secretAccessKey;
  lambda = new LambdaClient(region.clientConfig);
});
afterAll(async () => {
  lambda.destroy();
  await region.close();
  await scratch.close();
});

const POLL = { maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 };
const LATEST = "$LATEST";
const handlerOf = (answer: string) => `export const handler = async () => ${JSON.stringify(answer)};\n`;
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");

let count = 0;
async function createFunction(files: Record<string, string | Buffer> = { "index.mjs": handlerOf("one"), "lib/data.bin": Buffer.from([0, 1, 2]) }) {
  const functionName = `coded-${(count += 1)}`;
  await lambda.send(
    new CreateFunctionCommand({ FunctionName: functionName, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/test", Code: { ZipFile: await zipOf(files) } }),
  );
  await waitUntilFunctionActiveV2({ client: lambda, ...POLL }, { FunctionName: functionName });
  return { connection: "local", region: "us-east-1", functionName };
}

async function answerOf({ functionName }: { functionName: string }): Promise<unknown> {
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: functionName }));
  return JSON.parse(Buffer.from(Payload ?? []).toString("utf8"));
}

test("looks into a package and reads its source", async () => {
  const place = await createFunction();
  const code = await describePackage(place, LATEST);
  expect(code).toMatchObject({ packageType: "Zip", editable: true, handlerFile: { found: "index.mjs" }, contents: { fileCount: 2 } });
  expect(await readSource(place, LATEST, "index.mjs")).toMatchObject({ text: handlerOf("one") });
  expect(await readSource(place, LATEST, "lib/data.bin")).toEqual({ path: "lib/data.bin", sizeBytes: 3, unshownReason: "Not text: its bytes are no UTF-8." });
  await expect(readSource(place, LATEST, "gone.mjs")).rejects.toMatchObject({ code: "not_found" });
});

test("deploys an edit that runs, keeps everything else, and is recorded", async () => {
  const place = await createFunction();
  const { revisionId, codeSha256 } = await describePackage(place, LATEST);
  const deployed = await deployFiles(place, { revisionId, codeSha256, files: [{ path: "index.mjs", text: handlerOf("two") }, { path: "lib/new.mjs", text: "" }], removed: [] });
  expect(deployed.verified).toBe(true);
  expect(await answerOf(place)).toBe("two");
  const after = await describePackage(place, LATEST);
  expect(after.codeSha256).toBe(deployed.codeSha256);
  expect(after.contents?.files.map(({ path }) => path)).toEqual(["index.mjs", "lib/data.bin", "lib/new.mjs"]);
  const [change] = (await findChanges(place, 10));
  expect(change).toMatchObject({ kind: "code", status: "done" });
  expect(change?.fields.map(({ field, action }) => `${field} ${action}`)).toEqual(["Code (SHA-256) changed", "index.mjs changed", "lib/new.mjs added"]);
  await expect(deployFiles(place, { revisionId, codeSha256, files: [{ path: "index.mjs", text: "x" }], removed: [] })).rejects.toMatchObject({ code: "revision_conflict" });
  expect(await answerOf(place)).toBe("two");
});

test("a package cannot be emptied", async () => {
  const place = await createFunction({ "index.mjs": handlerOf("one") });
  const { revisionId, codeSha256 } = await describePackage(place, LATEST);
  await expect(deployFiles(place, { revisionId, codeSha256, files: [], removed: ["index.mjs"] })).rejects.toMatchObject({ message: "A package cannot be empty." });
});

test("a revision that moved for another reason is said so", async () => {
  const place = await createFunction();
  const { revisionId, codeSha256 } = await describePackage(place, LATEST);
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: place.functionName, MemorySize: 256 }));
  await waitUntilFunctionUpdatedV2({ client: lambda, ...POLL }, { FunctionName: place.functionName });
  await expect(deployFiles(place, { revisionId, codeSha256, files: [{ path: "index.mjs", text: "x" }], removed: [] })).rejects.toMatchObject({
    code: "revision_conflict",
    details: { hint: expect.stringMatching(/the code itself is the one you saw/) },
  });
});

test("uploads a zip, and refuses one that was damaged on its way, is unsafe, or has no handler", async () => {
  const place = await createFunction();
  const { revisionId } = await describePackage(place, LATEST);
  const zip = await zipOf({ "index.mjs": handlerOf("three") });
  const upload = (content: Buffer, change: { sha256?: string; withoutHandler?: "yes" | "no" } = {}) => deployZip(place, content, { revisionId, sha256: sha256(content), withoutHandler: "no", ...change });
  await expect(upload(zip, { sha256: "0".repeat(64) })).rejects.toMatchObject({ message: expect.stringMatching(/arrived damaged/) });
  await expect(upload(Buffer.from("no zip"))).rejects.toMatchObject({ message: expect.stringMatching(/cannot be read/) });
  const nested = await zipOf({ "my-function/index.mjs": handlerOf("x") });
  await expect(upload(nested)).rejects.toMatchObject({ code: "bad_request", details: { data: { missingHandler: true } } });
  expect(await answerOf(place)).toBe("one");
  expect(await upload(zip)).toMatchObject({ verified: true });
  expect(await answerOf(place)).toBe("three");
  const { content, fileName } = await downloadPackage(place, LATEST);
  expect([sha256(content), fileName]).toEqual([sha256(zip), `${place.functionName}-latest.zip`]);
});

test("what the region cannot fetch is refused in words, and recorded as failed", async () => {
  const place = await createFunction();
  const { revisionId } = await describePackage(place, LATEST);
  await expect(deploySource(place, { revisionId, source: { bucket: "releases", key: "app.zip" } })).rejects.toMatchObject({ isAppError: true });
  expect((await findChanges(place, 10))[0]).toMatchObject({ kind: "code", status: "failed" });
  expect(await answerOf(place)).toBe("one");
});
