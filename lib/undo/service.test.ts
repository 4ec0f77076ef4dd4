import {
  CreateFunctionCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { environmentUpdateSchema } from "@/lib/configuration/schema";
import { saveConfiguration } from "@/lib/configuration/service";
import { getEnvironment, saveEnvironment } from "@/lib/environment/service";
import { recordIntent } from "@/lib/db/changes";
import { useScratchDatabase } from "@/lib/db/testing";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { listActivity, listChanges, undoChange } from "./service";

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

const WAIT = () => ({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 });

async function createFunction(functionName: string, variables: Record<string, string> = {}) {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: functionName,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: "arn:aws:iam::000000000000:role/test",
      Code: { ZipFile: await zipOf({ "index.mjs": "export const handler = async () => 1;" }) },
      Environment: { Variables: variables },
    }),
  );
  await waitUntilFunctionActiveV2(WAIT(), { FunctionName: functionName });
  return { connection: "local", region: "us-east-1", functionName };
}

type Place = Awaited<ReturnType<typeof createFunction>>;

const read = ({ functionName }: Place) => lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName }));

async function setMemory(place: Place, from: number, to: number) {
  return saveConfiguration(place, { base: { memoryMb: from }, changes: { memoryMb: to } });
}

test("a change is undone, the undo is a change that can be undone too, and so on", async () => {
  const place = await createFunction("chain");
  const made = await setMemory(place, 128, 256);
  const undone = await undoChange("local", made.changeId);
  expect((await read(place)).MemorySize).toBe(128);
  await expect(undoChange("local", made.changeId)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("undone already") });
  const again = await undoChange("local", undone.changeId);
  expect((await read(place)).MemorySize).toBe(256);
  const { changes } = await listChanges(place);
  expect(changes.map(({ id, kind, undoes, undoneBy, undoable }) => ({ id, kind, undoes, undoneBy, undoable }))).toEqual([
    { id: again.changeId, kind: "undo", undoes: undone.changeId, undoneBy: undefined, undoable: true },
    { id: undone.changeId, kind: "undo", undoes: made.changeId, undoneBy: again.changeId, undoable: false },
    { id: made.changeId, kind: "configuration", undoes: undefined, undoneBy: undefined, undoable: true },
  ]);
});

test("variables come back with their values, and others that came since stay", async () => {
  const place = await createFunction("values", { SECRET: "first", GONE: "g" });
  const save = async (edit: { set?: Record<string, string>; remove?: string[] }) => {
    const { revisionId } = await getEnvironment(place);
    return saveEnvironment(place, environmentUpdateSchema.parse({ revisionId, base: {}, set: {}, remove: [], ...edit }));
  };
  const { changeId } = await save({ set: { SECRET: "second" }, remove: ["GONE"] });
  await save({ set: { LATER: "l" } });
  await undoChange("local", changeId);
  expect((await read(place)).Environment?.Variables).toEqual({ SECRET: "first", GONE: "g", LATER: "l" });
});

test("an undo that would overwrite somebody's later change is refused with the reason", async () => {
  const place = await createFunction("later");
  const { changeId } = await setMemory(place, 128, 256);
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: "later", MemorySize: 1_024 }));
  await waitUntilFunctionUpdatedV2(WAIT(), { FunctionName: "later" });
  const reason = "Memory was changed since: it is 1,024 now, not 256.";
  expect((await listChanges(place)).changes[0]).toMatchObject({ undoable: false, undoRefusal: reason });
  await expect(undoChange("local", changeId)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(reason) });
  expect((await read(place)).MemorySize).toBe(1_024);
  expect((await listChanges(place)).changes).toHaveLength(1);
});

test("a change that a crash left unfinished is listed, and can be undone only if it happened", async () => {
  const place = await createFunction("crash");
  const intend = (id: string, after: number) =>
    recordIntent({ id, ...place, kind: "configuration", fields: [{ field: "memoryMb", kind: "configuration", action: "changed", before: 512, after }] });
  await intend("0b3c1a7e-1111-4222-8333-444455556666", 128);
  await intend("0b3c1a7e-7777-4888-9999-000011112222", 256);
  const { changes } = await listChanges(place);
  expect(changes.map(({ id, status, undoable }) => [id.slice(-4), status, undoable]).sort()).toEqual([
    ["2222", "intended", false],
    ["6666", "intended", true],
  ]);
});

test("changes of a function that is gone are still listed", async () => {
  const place = { connection: "local", region: "us-east-1", functionName: "deleted-long-ago" };
  await recordIntent({ id: "0b3c1a7e-3333-4444-8555-666677778888", ...place, kind: "configuration", fields: [] });
  const { changes } = await listChanges(place);
  expect(changes).toMatchObject([{ undoable: false, undoRefusal: expect.stringContaining("cannot be read") }]);
  await expect(undoChange("local", "0b3c1a7e-0000-4000-8000-000000000000")).rejects.toMatchObject({ code: "not_found" });
});

test("Activity pages through what its filter lets through, newest first, and knows what there is to filter by", async () => {
  const ids = Array.from({ length: 25 }, (_, index) => `0b3c1a7e-9999-4444-8555-${String(index).padStart(12, "0")}`);
  for (const [index, id] of ids.entries()) {
    const place = { connection: "local", region: "eu-west-1", functionName: index % 2 === 0 ? "even" : "odd" };
    await recordIntent({ id, ...place, kind: "alias", changedBy: "ada", page: "/local/somewhere", fields: [{ field: `Weight of version ${index}`, kind: "setting", action: "changed", before: 0, after: 10 }] });
  }
  const first = await listActivity("local", { function: ["eu-west-1/even"], limit: 10 });
  const second = await listActivity("local", { function: ["eu-west-1/even"], limit: 10, after: first.next });
  expect([...first.changes, ...second.changes].map(({ id }) => id).sort()).toEqual(ids.filter((_, index) => index % 2 === 0));
  expect(second.next).toBeUndefined();
  expect(second.choices).toBeUndefined();
  expect(first.choices?.functions).toContainEqual({ value: "eu-west-1/odd", count: 12 });
  expect(first.choices?.people).toContainEqual({ value: "ada", count: 25 });
  const found = await listActivity("local", { q: "ADA weight version 7", limit: 10 });
  expect(found.changes.map(({ functionName, page, fields }) => [functionName, page, fields[0]?.field]).sort()).toEqual([
    ["odd", "/local/somewhere", "Weight of version 17"],
    ["odd", "/local/somewhere", "Weight of version 7"],
  ]);
  expect((await listActivity("local", { who: ["nobody"], limit: 10 })).changes).toEqual([]);
});
