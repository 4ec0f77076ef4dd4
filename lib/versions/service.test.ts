import { CreateFunctionCommand, InvokeCommand, LambdaClient, UpdateFunctionCodeCommand, waitUntilFunctionActiveV2, waitUntilFunctionUpdatedV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChanges } from "@/lib/db/changes";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { addAlias, aliasTraffic, changeAlias, cleanUp, compareVersions, describeVersions, planCleanup, publish, removeAlias } from "./service";

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
const codeOf = (release: number) => zipOf({ "index.mjs": `export const handler = async () => ${release};` });

let count = 0;
async function createFunction() {
  const functionName = `versioned-${(count += 1)}`;
  const Environment = { Variables: { STAGE: "test", API_KEY: "sk-secret-value" } };
  await lambda.send(
    new CreateFunctionCommand({ FunctionName: functionName, Runtime: "nodejs22.x", Handler: "index.handler", Role: "arn:aws:iam::000000000000:role/test", Code: { ZipFile: await codeOf(0) }, Environment }),
  );
  await waitUntilFunctionActiveV2({ client: lambda, ...POLL }, { FunctionName: functionName });
  return { connection: "local", region: "us-east-1", functionName };
}

type Place = Awaited<ReturnType<typeof createFunction>>;

/** Deploys other code and publishes it. */
async function release(place: Place, number: number) {
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: place.functionName, ZipFile: await codeOf(number) }));
  await waitUntilFunctionUpdatedV2({ client: lambda, ...POLL }, { FunctionName: place.functionName });
  const { versions, revisionId } = await describeVersions(place);
  return publish(place, { description: `release ${number}`, codeSha256: versions[0]?.codeSha256 ?? "", revisionId });
}

test("publishes what was seen, and no second version of the same", async () => {
  const place = await createFunction();
  expect(await release(place, 1)).toEqual({ version: "1", created: true });
  const { versions, revisionId } = await describeVersions(place);
  expect(versions.map(({ version, description }) => [version, description])).toEqual([["$LATEST", ""], ["1", "release 1"]]);
  expect(await publish(place, { description: "again", codeSha256: versions[0]?.codeSha256 ?? "", revisionId })).toEqual({ version: "1", created: false });
  expect((await findChanges(place, 1))[0]).toMatchObject({ kind: "version", status: "done", fields: [{ field: "Newest version", action: "changed", before: "1", after: "1" }] });
  await expect(publish(place, { description: "", codeSha256: versions[0]?.codeSha256 ?? "", revisionId: crypto.randomUUID() })).rejects.toMatchObject({ code: "revision_conflict" });
});

test("splits traffic, rolls back, and refuses what somebody else moved", async () => {
  const place = await createFunction();
  await release(place, 1);
  await release(place, 2);
  const { alias } = await addAlias(place, { name: "prod", target: { version: "1", description: "live" } });
  await expect(addAlias(place, { name: "prod", target: { version: "2", description: "" } })).rejects.toMatchObject({ code: "bad_request" });
  const shifted = await changeAlias(place, "prod", { revisionId: alias.revisionId, target: { version: "1", additional: { version: "2", weight: 0.25 }, description: "live" } });
  expect(shifted.alias).toMatchObject({ version: "1", additional: { version: "2", weight: 0.25 } });
  await expect(changeAlias(place, "prod", { revisionId: alias.revisionId, target: { version: "2", description: "live" } })).rejects.toMatchObject({ code: "revision_conflict", message: /75 % 1 \+ 25 % 2/ });
  await changeAlias(place, "prod", { revisionId: shifted.alias.revisionId, target: { version: "2", description: "live" } });
  const [prod] = (await describeVersions(place)).aliases;
  expect(prod).toMatchObject({ version: "2", additional: undefined, previousVersion: "1" });
  await removeAlias(place, "prod");
  const changes = await findChanges(place, 10);
  expect(changes.map(({ kind, status }) => `${kind} ${status}`)).toEqual(["alias done", "alias done", "alias done", "alias done", "version done", "version done"]);
});

test("tells each side's invocations apart", async () => {
  const place = await createFunction();
  await release(place, 1);
  await addAlias(place, { name: "prod", target: { version: "1", description: "" } });
  await lambda.send(new InvokeCommand({ FunctionName: place.functionName, Qualifier: "prod" }));
  await expect.poll(async () => (await aliasTraffic(place, "prod", "15m")).sides).toMatchObject([{ version: "1", invocations: 1, errors: 0 }]);
});

test("compares settings and names of variables, never values", async () => {
  const place = await createFunction();
  await release(place, 1);
  const comparison = await compareVersions(place, { left: "1", right: "$LATEST" });
  expect(comparison.left.codeSha256).toBe(comparison.right.codeSha256);
  expect(comparison.settings.filter(({ left, right }) => left !== right)).toEqual([{ field: "Description", left: "release 1", right: undefined }]);
  expect(comparison.variables).toEqual([{ key: "API_KEY", state: "same" }, { key: "STAGE", state: "same" }]);
  expect(JSON.stringify(comparison)).not.toContain("sk-secret-value");
});

test("keeps what an alias can be rolled back to", async () => {
  const place = await createFunction();
  for (const number of [1, 2, 3]) await release(place, number);
  const { alias } = await addAlias(place, { name: "prod", target: { version: "1", description: "" } });
  await changeAlias(place, "prod", { revisionId: alias.revisionId, target: { version: "3", description: "" } });
  const plan = await planCleanup(place);
  expect(plan.deletable.map(({ version }) => version)).toEqual(["2"]);
  expect(plan.kept).toContainEqual({ version: "1", reasons: ["prod can be rolled back to it"] });
});

test("deletes only what nothing refers to, and looks again before it does", async () => {
  const place = await createFunction();
  for (const number of [1, 2, 3, 4]) await release(place, number);
  await addAlias(place, { name: "prod", target: { version: "1", additional: { version: "2", weight: 0.5 }, description: "" } });
  const plan = await planCleanup(place);
  expect(plan.unread).toEqual([]);
  expect(plan.deletable.map(({ version }) => version)).toEqual(["3"]);
  expect(plan.kept.map(({ version }) => version)).toEqual(["4", "2", "1"]);
  expect(plan.reclaimableBytes).toBeGreaterThan(0);
  const { deleted, failed } = await cleanUp(place, ["3", "1"]);
  expect(deleted).toEqual(["3"]);
  expect(failed).toEqual([{ version: "1", message: "the alias prod points at it" }]);
  expect((await describeVersions(place)).versions.map(({ version }) => version)).toEqual(["$LATEST", "4", "2", "1"]);
});
