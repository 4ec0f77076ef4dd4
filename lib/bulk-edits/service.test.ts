import { randomUUID } from "node:crypto";
import { DeleteFunctionCommand, GetFunctionCommand, UpdateFunctionConfigurationCommand, waitUntilFunctionUpdatedV2 } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestPlace, type TestPlace } from "@/lib/db/testing-place";
import { createBulkEdit } from "@/lib/db/bulk-edits";
import { database } from "@/lib/db/client";
import { listActivity } from "@/lib/undo/service";
import { cancelBulkEdit, describeBulkEdit, previewBulkEdit, retryBulkEdit, startBulkEdit, undoBulkEdit } from "./service";
import type { BulkChange } from "./schema";

let here: TestPlace;
beforeAll(async () => {
  here = await openTestPlace();
});
afterAll(() => here.close());

const places = (...names: string[]) => names.map((name) => ({ region: "us-east-1", name }));
const read = async (FunctionName: string) => here.lambda.send(new GetFunctionCommand({ FunctionName }));

async function ended(id: string) {
  await vi.waitFor(async () => expect((await describeBulkEdit("local", id)).state).not.toBe("running"), 20_000);
  return describeBulkEdit("local", id);
}

const start = (names: string[], change: BulkChange) => startBulkEdit("local", { id: randomUUID(), functions: places(...names), change });

test("each function is judged, changed and recorded; what is so already is left alone; the batch goes back as one", async () => {
  for (const name of ["bulk-a", "bulk-b", "bulk-c"]) await here.createFunction(name, { MemorySize: name === "bulk-c" ? 512 : 128 });
  const change: BulkChange = { what: "memory", memoryMb: 512 };
  const preview = await previewBulkEdit("local", { functions: places("bulk-a", "bulk-c", "bulk-gone"), change });
  expect(preview.items.map(({ name, result }) => [name, result])).toEqual([["bulk-a", "changes"], ["bulk-c", "unchanged"], ["bulk-gone", "refused"]]);
  const { id } = await start(["bulk-a", "bulk-b", "bulk-c", "bulk-gone"], change);
  const edit = await ended(id);
  expect(edit.items.map(({ name, status }) => [name, status])).toEqual([["bulk-a", "done"], ["bulk-b", "done"], ["bulk-c", "unchanged"], ["bulk-gone", "failed"]]);
  expect((await read("bulk-b")).Configuration?.MemorySize).toBe(512);
  const { changes } = await listActivity("local", { batch: id, limit: 10 });
  expect(changes.map(({ functionName, batchId }) => [functionName, batchId]).sort()).toEqual([["bulk-a", id], ["bulk-b", id]]);

  await here.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: "bulk-b", MemorySize: 1_024 }));
  await waitUntilFunctionUpdatedV2({ client: here.lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { FunctionName: "bulk-b" });
  const back = await ended((await undoBulkEdit("local", id)).id);
  expect(back.items.map(({ name, status }) => [name, status])).toEqual([["bulk-a", "done"], ["bulk-b", "failed"]]);
  expect(back.items[1]?.error).toContain("changed since");
  expect([(await read("bulk-a")).Configuration?.MemorySize, (await read("bulk-b")).Configuration?.MemorySize]).toEqual([128, 1_024]);

  await here.createFunction("bulk-gone");
  await retryBulkEdit("local", id);
  expect((await ended(id)).items.find(({ name }) => name === "bulk-gone")?.status).toBe("done");
});

test("a variable and a tag are set and removed beside the others; no value is in the database in plain text", async () => {
  await here.createFunction("labels", { Environment: { Variables: { OTHER: "o" } }, Tags: { team: "shop" } });
  const secret = `secret-${randomUUID()}`;
  await ended((await start(["labels"], { what: "set_variable", key: "TOKEN", value: secret })).id);
  await ended((await start(["labels"], { what: "set_tag", key: "stage", value: "dev" })).id);
  await ended((await start(["labels"], { what: "remove_tag", key: "team" })).id);
  const { Configuration, Tags } = await read("labels");
  expect([Configuration?.Environment?.Variables, Tags]).toEqual([{ OTHER: "o", TOKEN: secret }, { stage: "dev" }]);
  const db = await database();
  const stored = JSON.stringify([await db.bulkEdit.findMany(), await db.bulkEditItem.findMany(), await db.change.findMany()]);
  expect(stored).not.toContain(secret);
  await ended((await start(["labels"], { what: "remove_variable", key: "TOKEN" })).id);
  expect((await read("labels")).Configuration?.Environment?.Variables).toEqual({ OTHER: "o" });
});

test("the same click starts once; an edit cut off by a crash goes on only when somebody says so, and can be left", async () => {
  await here.createFunction("cut-off");
  const id = randomUUID();
  await createBulkEdit({ id, connection: "local", task: { kind: "change", change: { what: "timeout", timeoutSeconds: 7 } }, words: "Timeout to 7 s", startedBy: "ada", functions: places("cut-off") });
  expect((await startBulkEdit("local", { id, functions: places("cut-off"), change: { what: "timeout", timeoutSeconds: 9 } })).state).toBe("interrupted");
  expect((await cancelBulkEdit("local", id)).items[0]?.status).toBe("cancelled");
  await retryBulkEdit("local", id);
  expect((await ended(id)).items[0]?.status).toBe("done");
  expect((await read("cut-off")).Configuration?.Timeout).toBe(7);
  await here.lambda.send(new DeleteFunctionCommand({ FunctionName: "cut-off" }));
});
