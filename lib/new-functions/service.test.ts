import { readdir } from "node:fs/promises";
import path from "node:path";
import { DeleteFunctionCommand, GetFunctionCommand, InvokeCommand, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestPlace, type TestPlace } from "@/lib/db/testing-place";
import { zipOf } from "@/lib/local/testing";
import { listActivity, listChanges, undoChange } from "@/lib/undo/service";
import { type NewFunction, newFunctionSchema } from "./schema";
import { createNewFunction, deleteKeeping, listKnownRoles, previewDeletion } from "./service";
import { TEMPLATES } from "./templates";

let here: TestPlace;
beforeAll(async () => {
  here = await openTestPlace();
});
afterAll(() => here.close());

const base = { region: "us-east-1", description: "", roleArn: "arn:aws:iam::000000000000:role/new", architecture: "arm64", memoryMb: 256, timeoutSeconds: 5 } as const;
const request = (name: string, rest: Partial<NewFunction>): NewFunction => newFunctionSchema.parse({ ...base, name, runtime: "nodejs22.x", handler: "index.handler", ...rest });
const place = (functionName: string) => ({ connection: "local", region: "us-east-1", functionName });
const read = (FunctionName: string) => here.lambda.send(new GetFunctionCommand({ FunctionName }));

async function answer(FunctionName: string, event: string): Promise<{ error?: string; payload: unknown }> {
  const { FunctionError, Payload } = await here.lambda.send(new InvokeCommand({ FunctionName, Payload: event }));
  return { error: FunctionError, payload: JSON.parse(Buffer.from(Payload ?? []).toString()) };
}

test.each(TEMPLATES.map((template) => [template.id, template] as const))("the template %s runs and answers its event", async (id, template) => {
  const runtime = template.language === "nodejs" ? "nodejs22.x" : "python3.13";
  await createNewFunction("local", request(`from-${id}`, { runtime, handler: template.handler, source: { kind: "template", template: id } }));
  const { error, payload } = await answer(`from-${id}`, template.event);
  expect(error).toBeUndefined();
  expect(payload).toMatchObject(id.endsWith("hello") ? { message: "Hello, Ada!" } : { statusCode: 200 });
});

test("a zip is checked, then created; a name that is taken says so; all is recorded", async () => {
  const zip = await zipOf({ "index.mjs": "export const handler = async () => 42;" });
  const source = { kind: "zip" as const, zipBase64: zip.toString("base64") };
  await createNewFunction("local", request("from-zip", { source }));
  expect(await answer("from-zip", "{}")).toEqual({ error: undefined, payload: 42 });
  await expect(createNewFunction("local", request("from-zip", { source }))).rejects.toMatchObject({ code: "conflict", message: "There is a function from-zip in us-east-1 already." });
  const damaged = { kind: "zip" as const, zipBase64: Buffer.from("no zip").toString("base64") };
  await expect(createNewFunction("local", request("from-nothing", { source: damaged }))).rejects.toMatchObject({ code: "bad_request", message: expect.stringContaining("zip") });
  expect((await listChanges(place("from-zip"))).changes.map(({ kind, status }) => [kind, status])).toEqual([
    ["create", "failed"],
    ["create", "done"],
  ]);
});

test("a copy takes along what is chosen, and no more", async () => {
  await here.createFunction("original", { Environment: { Variables: { STAGE: "dev" } }, Tags: { team: "shop" }, EphemeralStorage: { Size: 1_024 } });
  await here.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: "original", ReservedConcurrentExecutions: 4 }));
  const from = { kind: "copy" as const, region: "us-east-1", name: "original" };
  await createNewFunction("local", request("whole-copy", { source: { ...from, variables: true, tags: true, concurrency: true } }));
  await createNewFunction("local", request("bare-copy", { source: { ...from, variables: false, tags: false, concurrency: false } }));
  const whole = await read("whole-copy");
  expect(whole.Configuration).toMatchObject({ MemorySize: 256, EphemeralStorage: { Size: 1_024 }, Environment: { Variables: { STAGE: "dev" } }, CodeSha256: (await read("original")).Configuration?.CodeSha256 });
  expect([whole.Tags, whole.Concurrency?.ReservedConcurrentExecutions]).toEqual([{ team: "shop" }, 4]);
  const bare = await read("bare-copy");
  expect([bare.Configuration?.Environment, bare.Tags ?? {}, bare.Concurrency]).toEqual([undefined, {}, undefined]);
  const recorded = JSON.stringify(await listChanges(place("whole-copy")));
  expect(recorded).toContain("STAGE");
  expect(recorded).not.toContain('"dev"');
});

test("a deleted function comes back as it was, with code, variables, tags and concurrency; once", async () => {
  await here.createFunction("precious", { Environment: { Variables: { KEY: "kept" } }, Tags: { team: "shop" }, Timeout: 9 });
  await here.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: "precious", ReservedConcurrentExecutions: 2 }));
  const before = await read("precious");
  await expect(deleteKeeping(place("precious"), { confirm: "precius", withoutCode: false })).rejects.toMatchObject({ code: "bad_request" });
  const { changeId, codeKept } = await deleteKeeping(place("precious"), { confirm: "precious", withoutCode: false });
  expect(codeKept).toBe(true);
  await expect(read("precious")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  expect(await readdir(path.join(here.directory, "deleted-functions"))).toContain(`${changeId}.zip`);
  await undoChange("local", changeId);
  const after = await read("precious");
  expect(after.Configuration).toMatchObject({ Timeout: 9, Environment: { Variables: { KEY: "kept" } }, CodeSha256: before.Configuration?.CodeSha256, Role: before.Configuration?.Role });
  expect([after.Tags, after.Concurrency?.ReservedConcurrentExecutions]).toEqual([{ team: "shop" }, 2]);
  await expect(undoChange("local", changeId)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("undone already") });
  const { changes } = await listActivity("local", { kind: ["delete"], limit: 10 });
  expect(changes[0]).toMatchObject({ id: changeId, functionName: "precious", undoneBy: expect.any(String) });
});

test("a deleted function is not made again over another one of its name", async () => {
  await here.createFunction("twice");
  const { changeId } = await deleteKeeping(place("twice"), { confirm: "twice", withoutCode: true });
  await expect(undoChange("local", changeId)).rejects.toMatchObject({ message: expect.stringContaining("code was not kept") });
  await here.createFunction("again");
  const second = await deleteKeeping(place("again"), { confirm: "again", withoutCode: false });
  await here.createFunction("again");
  await expect(undoChange("local", second.changeId)).rejects.toMatchObject({ message: expect.stringContaining("again in us-east-1 again") });
  await here.lambda.send(new DeleteFunctionCommand({ FunctionName: "again" }));
});

test("two requests to delete are one deletion, and a third finds nothing and records nothing", async () => {
  await here.createFunction("clicked");
  const click = () => deleteKeeping(place("clicked"), { confirm: "clicked", withoutCode: false });
  const [first, second] = await Promise.all([click(), click()]);
  expect(second).toEqual(first);
  await expect(click()).rejects.toMatchObject({ code: "not_found" });
  expect((await listChanges(place("clicked"))).changes.map(({ kind, status }) => [kind, status])).toEqual([["delete", "done"]]);
});

test("the preview and the known roles", async () => {
  await here.createFunction("look");
  const { goes, stays } = await previewDeletion(place("look"));
  expect([goes.length, stays.join(" ")]).toEqual([1, expect.stringContaining("/aws/lambda/look")]);
  expect((await listKnownRoles("local")).roles.map(({ arn }) => arn)).toContain("arn:aws:iam::000000000000:role/test");
});
