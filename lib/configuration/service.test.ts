import {
  CreateFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listChanges, undoChange } from "@/lib/undo/service";
import { database } from "@/lib/db/client";
import { useScratchDatabase } from "@/lib/db/testing";
import { isAppError } from "@/lib/errors";
import { startTestRegion, type TestRegion, zipOf } from "@/lib/local/testing";
import { environmentConflictSchema, type EnvironmentUpdate, environmentUpdateSchema } from "./schema";
import { getEnvironment, revealVariable, saveEnvironment } from "@/lib/environment/service";
import { getSettings, planSettingsRestore, restoreSettings, resumeSave, saveConfiguration } from "./service";

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

let count = 0;
/** A function of its own for each test. */
async function createFunction(variables: Record<string, string> = {}) {
  const functionName = `subject-${(count += 1)}`;
  const code = await zipOf({ "index.mjs": "export const handler = async () => 1;" });
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: functionName,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: "arn:aws:iam::000000000000:role/test",
      Code: { ZipFile: code },
      Environment: { Variables: variables },
    }),
  );
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName: functionName });
  return { connection: "local", region: "us-east-1", functionName };
}

type Place = Awaited<ReturnType<typeof createFunction>>;

const read = ({ functionName }: Place) => lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName }));

/** Somebody else, with another tool. */
async function changeElsewhere({ functionName }: Place, change: { MemorySize?: number; Timeout?: number; Environment?: { Variables: Record<string, string> } }) {
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: functionName, ...change }));
  await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName: functionName });
}

async function revisionOf(place: Place): Promise<string> {
  return (await read(place)).RevisionId ?? "";
}

describe.concurrent("settings", () => {
  test("are saved, applied and recorded with before and after", async () => {
    const place = await createFunction();
    const result = await saveConfiguration(place, { base: { memoryMb: 128, description: "" }, changes: { memoryMb: 256, description: "new" } });
    expect(result.lastUpdateStatus).toBe("Successful");
    expect(await read(place)).toMatchObject({ MemorySize: 256, Description: "new", LastUpdateStatus: "Successful", RevisionId: result.revisionId });
    const { changes } = await listChanges(place);
    expect(changes).toMatchObject([
      {
        id: result.changeId,
        kind: "configuration",
        status: "done",
        undoable: true,
        fields: [
          { field: "memoryMb", before: 128, after: 256 },
          { field: "description", before: "", after: "new" },
        ],
      },
    ]);
  });

  test("a field that somebody else changed meanwhile is shown, not overwritten", async () => {
    const place = await createFunction();
    await changeElsewhere(place, { MemorySize: 512 });
    const attempt = saveConfiguration(place, { base: { memoryMb: 128 }, changes: { memoryMb: 256 } });
    await expect(attempt).rejects.toMatchObject({
      code: "revision_conflict",
      details: { data: { fields: [{ field: "memoryMb", base: 128, mine: 256, theirs: 512, both: true }] } },
    });
    expect((await read(place)).MemorySize).toBe(512);
    expect((await listChanges(place)).changes).toEqual([]);
  });

  test("a field that only they changed is shown as such, and saving again with the new revision goes through", async () => {
    const place = await createFunction();
    const base = { memoryMb: 128, timeoutSeconds: 3 };
    await changeElsewhere(place, { Timeout: 30 });
    const refused = await saveConfiguration(place, { base, changes: { memoryMb: 256 } }).catch((error: unknown) => error);
    if (!isAppError(refused)) throw refused;
    const { fields } = refused.details.data as { fields: unknown[] };
    expect(fields).toContainEqual({ field: "timeoutSeconds", base: 3, mine: 3, theirs: 30, both: false });
    await saveConfiguration(place, { base: { ...base, timeoutSeconds: 30 }, changes: { memoryMb: 256 } });
    expect(await read(place)).toMatchObject({ MemorySize: 256, Timeout: 30 });
  });

  test("what AWS would refuse is not sent; what it refuses is recorded as failed", async () => {
    const place = await createFunction();
    const tooLong = saveConfiguration(place, { base: { handler: "index.handler" }, changes: { handler: "x".repeat(300) } });
    await expect(tooLong).rejects.toMatchObject({ code: "bad_request", details: { data: { field: "handler" } } });
    expect((await listChanges(place)).changes).toEqual([]);
    const noSuchLayer = "arn:aws:lambda:us-east-1:000000000000:layer:none:1";
    await expect(saveConfiguration(place, { base: { layers: null }, changes: { layers: noSuchLayer } })).rejects.toMatchObject({ code: "bad_request" });
    expect((await listChanges(place)).changes).toMatchObject([{ status: "failed", undoable: false }]);
  });

  test("a save of several calls that AWS stops is kept with what was made, resumed, and taken back as one", async () => {
    const place = await createFunction();
    const base = { memoryMb: 128, reservedConcurrency: null, "tag:team": null };
    const halted = saveConfiguration(place, { base, changes: { memoryMb: 256, reservedConcurrency: 990, "tag:team": "shop" } });
    await expect(halted).rejects.toMatchObject({
      code: "bad_request",
      message: expect.stringMatching(/^1 of 3 calls was made\. PutFunctionConcurrency: /),
      details: { data: { calls: [{ state: "done" }, { state: "failed" }, { state: "waiting" }] } },
    });
    const { unfinished, settings } = await getSettings(place);
    expect(settings).toMatchObject({ memoryMb: 256, reservedConcurrency: null });
    expect(unfinished?.calls.map(({ operation, state }) => [operation, state])).toEqual([
      ["UpdateFunctionConfiguration", "done"],
      ["PutFunctionConcurrency", "failed"],
      ["TagResource", "waiting"],
    ]);
    // The reason goes away: somebody set what was wanted.
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: place.functionName, ReservedConcurrentExecutions: 1 }));
    await expect(resumeSave(place, unfinished?.changeId ?? "")).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/Reserved concurrency was changed since/) });
    await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName: place.functionName }));
    await expect(resumeSave(place, unfinished?.changeId ?? "")).rejects.toMatchObject({ code: "bad_request" });
    const [change] = (await listChanges(place)).changes;
    expect(change).toMatchObject({ status: "done", undoable: true });
    await undoChange(place.connection, change?.id ?? "");
    expect((await getSettings(place)).settings).toMatchObject({ memoryMb: 128, reservedConcurrency: null });
  });

  test("a halted save goes on where it stopped, once AWS takes the rest", async () => {
    const [place, hog] = [await createFunction(), await createFunction()];
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: hog.functionName, ReservedConcurrentExecutions: 850 }));
    const base = { memoryMb: 128, reservedConcurrency: null, "tag:team": null };
    const changes = { memoryMb: 256, reservedConcurrency: 100, "tag:team": "shop" };
    await expect(saveConfiguration(place, { base, changes })).rejects.toMatchObject({ code: "bad_request" });
    const { unfinished } = await getSettings(place);
    await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName: hog.functionName }));
    const revisionId = await revisionOf(place);
    await resumeSave(place, unfinished?.changeId ?? "");
    const present = await getSettings(place);
    expect(present.settings).toMatchObject(changes);
    expect(present.unfinished).toBeUndefined();
    // What was made before is not made again.
    expect(await revisionOf(place)).toBe(revisionId);
    const [change, ...others] = (await listChanges(place)).changes;
    expect(others).toEqual([]);
    expect(change).toMatchObject({ id: unfinished?.changeId, status: "done", undoable: true });
    expect(change?.error).toBeUndefined();
    await undoChange(place.connection, change?.id ?? "");
    expect((await getSettings(place)).settings).toMatchObject({ memoryMb: 128, reservedConcurrency: null });
  });

  test("any earlier state can be brought back, unless somebody else changed it since", async () => {
    const place = await createFunction();
    const first = await saveConfiguration(place, { base: { memoryMb: 128 }, changes: { memoryMb: 256 } });
    await saveConfiguration(place, { base: { timeoutSeconds: 3 }, changes: { timeoutSeconds: 9 } });
    await saveConfiguration(place, { base: { memoryMb: 256 }, changes: { memoryMb: 512 } });
    const plan = await planSettingsRestore(place, first.changeId);
    expect(plan.fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["memoryMb", 512, 128],
      ["timeoutSeconds", 9, 3],
    ]);
    await changeElsewhere(place, { Timeout: 20 });
    await expect(restoreSettings(place, first.changeId)).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/Timeout was changed since: it is 20 now, not 9/) });
    await changeElsewhere(place, { Timeout: 9 });
    await restoreSettings(place, first.changeId);
    expect(await read(place)).toMatchObject({ MemorySize: 128, Timeout: 3 });
  });

  test("saving what is there already changes and records nothing", async () => {
    const place = await createFunction();
    const revisionId = await revisionOf(place);
    await expect(saveConfiguration(place, { base: { memoryMb: 128 }, changes: { memoryMb: 128 } })).rejects.toMatchObject({ code: "bad_request" });
    expect(await revisionOf(place)).toBe(revisionId);
  });
});

describe.concurrent("variables", () => {
  const editOf = async (place: Place, edit: Partial<EnvironmentUpdate>) => {
    const { revisionId, variables } = await getEnvironment(place);
    const base = Object.fromEntries(variables.map(({ key, fingerprint }) => [key, fingerprint]));
    return environmentUpdateSchema.parse({ revisionId, base, set: {}, remove: [], ...edit });
  };

  test("are listed without values; a value is handed out one at a time, and that is recorded", async () => {
    const place = await createFunction({ API_KEY: "sk_secret_€", STAGE: "prod" });
    const environment = await getEnvironment(place);
    expect(environment.variables.map(({ key, valueBytes }) => [key, valueBytes])).toEqual([
      ["API_KEY", 13],
      ["STAGE", 4],
    ]);
    expect(environment.totalBytes).toBe(7 + 13 + 5 + 4);
    expect(JSON.stringify(environment)).not.toContain("sk_secret");
    expect(await revealVariable(place, "API_KEY")).toEqual({ key: "API_KEY", value: "sk_secret_€" });
    await expect(revealVariable(place, "constructor")).rejects.toMatchObject({ code: "not_found" });
    const { changes } = await listChanges(place);
    expect(changes.map(({ kind, status, fields, undoable }) => [kind, status, fields[0]?.field, undoable])).toEqual([
      ["reveal", "failed", "constructor", false],
      ["reveal", "done", "API_KEY", false],
    ]);
  });

  test("set, remove and rename go into the map that is there; no value reaches the database in the clear", async () => {
    const place = await createFunction({ KEEP: "kept", OLD_NAME: "moved-value", GONE: "gone-value" });
    await saveEnvironment(place, await editOf(place, { set: { ADDED: "added-value" }, remove: ["GONE"], rename: { OLD_NAME: "NEW_NAME" } }));
    expect((await read(place)).Environment?.Variables).toEqual({ KEEP: "kept", NEW_NAME: "moved-value", ADDED: "added-value" });
    const { changes } = await listChanges(place);
    expect(changes[0]?.fields).toEqual([
      { field: "NEW_NAME", kind: "variable", action: "renamed", before: "OLD_NAME", after: "NEW_NAME" },
      { field: "ADDED", kind: "variable", action: "added" },
      { field: "GONE", kind: "variable", action: "removed" },
    ]);
    const rows = JSON.stringify(await (await database()).change.findMany());
    expect(rows).not.toMatch(/moved-value|gone-value|added-value/);
  });

  test("a variable that somebody else changed meanwhile is named, without a value, and stays", async () => {
    const place = await createFunction({ SHARED: "old-value", OTHER: "x" });
    const edit = await editOf(place, { set: { SHARED: "my-value" } });
    await changeElsewhere(place, { Environment: { Variables: { SHARED: "their-value", NEW_ONE: "n" } } });
    const refused = await saveEnvironment(place, edit).catch((error: unknown) => error);
    if (!isAppError(refused)) throw refused;
    const conflict = environmentConflictSchema.parse(refused.details.data);
    expect(conflict.keys).toEqual([
      { key: "NEW_ONE", mine: "untouched", theirs: "added", both: false },
      { key: "OTHER", mine: "untouched", theirs: "removed", both: false },
      { key: "SHARED", mine: "set", theirs: "changed", both: true },
    ]);
    expect(JSON.stringify(refused.details)).not.toMatch(/(my|their|old)-value/);
    expect((await read(place)).Environment?.Variables).toEqual({ SHARED: "their-value", NEW_ONE: "n" });
  });

  test("a revision that moved for another reason is no conflict", async () => {
    const place = await createFunction({ KEEP: "1" });
    const edit = await editOf(place, { set: { ADDED: "2" } });
    await changeElsewhere(place, { MemorySize: 512 });
    await saveEnvironment(place, edit);
    expect(await read(place)).toMatchObject({ MemorySize: 512, Environment: { Variables: { KEEP: "1", ADDED: "2" } } });
  });

  test("more than 4 KB and reserved names do not reach AWS", async () => {
    const place = await createFunction();
    const revisionId = await revisionOf(place);
    await expect(saveEnvironment(place, await editOf(place, { set: { BIG: "x".repeat(4_094) } }))).rejects.toThrow(/4,097 bytes/);
    await expect(saveEnvironment(place, await editOf(place, { set: { AWS_REGION: "x" } }))).rejects.toThrow(/reserved/);
    expect(await revisionOf(place)).toBe(revisionId);
  });

  test("racing editors lose no variable", async () => {
    const place = await createFunction({ START: "s" });
    /** Saves one edit; after a conflict looks again, as a person would, and goes on. */
    const save = async (edit: Partial<EnvironmentUpdate>) => {
      for (;;) {
        const error: unknown = await saveEnvironment(place, await editOf(place, edit)).then(() => undefined, (reason: unknown) => reason);
        if (error === undefined) return;
        if (!isAppError(error) || !["revision_conflict", "conflict"].includes(error.code)) throw error;
      }
    };
    const editor = async (name: string) => {
      await save({ set: { [`${name}_1`]: name, [`${name}_2`]: name } });
      await save({ rename: { [`${name}_1`]: `${name}_3` } });
      await save({ remove: [`${name}_2`], set: { START: name } });
    };
    /** Another tool in between that changes something else. */
    const elsewhere = async () => {
      for (const timeout of [4, 5, 6]) {
        await changeElsewhere(place, { Timeout: timeout }).catch((error: Error) => {
          if (error.name !== "ResourceConflictException") throw error;
        });
      }
    };
    await Promise.all([editor("ADA"), editor("LIN"), editor("KIM"), elsewhere()]);
    const { START, ...others } = (await read(place)).Environment?.Variables ?? {};
    expect(["ADA", "LIN", "KIM"]).toContain(START);
    expect(others).toEqual({ ADA_3: "ADA", LIN_3: "LIN", KIM_3: "KIM" });
  });
});
