import { DeleteFunctionCommand, GetFunctionConcurrencyCommand, InvokeCommand, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestPlace, type TestPlace } from "@/lib/db/testing-place";
import { createEmergencyStop, findEmergencyStop } from "@/lib/db/emergency-stops";
import { listChanges } from "@/lib/undo/service";
import { listStops, previewStop, restoreStop, startStop, watchEmergencyStops } from "./service";

let here: TestPlace;
beforeAll(async () => {
  here = await openTestPlace();
});
afterAll(() => here.close());

const reserved = async (FunctionName: string) => (await here.lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }))).ReservedConcurrentExecutions;
const reserve = (FunctionName: string, ReservedConcurrentExecutions: number) => here.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));

test("a stopped function rejects everything until it is restored to what it was; both are recorded", async () => {
  const place = await here.createFunction("stop-and-go");
  await reserve("stop-and-go", 7);
  const stop = await startStop(place, undefined);
  expect(stop).toMatchObject({ status: "stopped", previousReserved: 7, restoreAtMs: undefined });
  await expect(here.lambda.send(new InvokeCommand({ FunctionName: "stop-and-go" }))).rejects.toMatchObject({ Reason: "ReservedFunctionConcurrentInvocationLimitExceeded" });
  expect((await listStops("local")).stops.map(({ id }) => id)).toEqual([stop.id]);
  await expect(startStop(place, 15)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("stopped already") });
  // Two clicks, or a click and the clock.
  const [first, second] = await Promise.all([restoreStop("local", stop.id), restoreStop("local", stop.id)]);
  expect([first, second]).toMatchObject([{ status: "restored" }, { status: "restored" }]);
  expect(await reserved("stop-and-go")).toBe(7);
  expect((await here.lambda.send(new InvokeCommand({ FunctionName: "stop-and-go" }))).StatusCode).toBe(200);
  expect((await listStops("local")).stops).toEqual([]);
  const { changes } = await listChanges(place);
  expect(changes.map(({ kind, status, fields, undoneBy }) => [kind, status, fields[0]?.before, fields[0]?.after, undoneBy !== undefined])).toEqual([
    ["emergency_restore", "done", 0, 7, false],
    ["emergency_stop", "done", 7, 0, true],
  ]);
});

test("a function that had no reserved concurrency has none again", async () => {
  const place = await here.createFunction("unreserved");
  const stop = await startStop(place, 15);
  expect(stop.restoreAtMs).toBe(stop.stoppedAtMs + 900_000);
  expect(await reserved("unreserved")).toBe(0);
  await restoreStop("local", stop.id);
  expect(await reserved("unreserved")).toBeUndefined();
});

test("a value that somebody set meanwhile is left alone, and it is said", async () => {
  const place = await here.createFunction("meanwhile");
  const stop = await startStop(place, 15);
  await reserve("meanwhile", 3);
  expect(await restoreStop("local", stop.id)).toMatchObject({ status: "restored", error: "Someone set the reserved concurrency to 3 meanwhile: it is left so." });
  expect(await reserved("meanwhile")).toBe(3);
});

test("a function that is stopped by hand is not stopped twice; one that is gone is over", async () => {
  const place = await here.createFunction("by-hand");
  await reserve("by-hand", 0);
  await expect(startStop(place, 15)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("is 0 already") });
  await reserve("by-hand", 1);
  const stop = await startStop(place, undefined);
  await here.lambda.send(new DeleteFunctionCommand({ FunctionName: "by-hand" }));
  expect(await restoreStop("local", stop.id)).toMatchObject({ status: "restored", error: "The function is gone." });
});

test("what fell due while no server ran is taken back at once when one starts: stopped, or cut off before the answer", async () => {
  const due = { startedBy: "ada", stoppedAtMs: Date.now() - 60_000, restoreAtMs: Date.now() - 1_000, previousReserved: 5 };
  const stopped = await here.createFunction("due");
  await reserve("due", 0);
  const never = await here.createFunction("never-sent");
  await reserve("never-sent", 5);
  await createEmergencyStop({ id: "due-1", ...stopped, ...due });
  await createEmergencyStop({ id: "due-2", ...never, ...due });
  watchEmergencyStops();
  await vi.waitFor(async () => {
    expect((await findEmergencyStop("local", "due-1"))?.status).toBe("restored");
    expect((await findEmergencyStop("local", "due-2"))?.status).toBe("restored");
  }, 10_000);
  expect(await reserved("due")).toBe(5);
  expect(await reserved("never-sent")).toBe(5);
  expect((await listChanges(never)).changes).toEqual([]);
  expect((await listChanges(stopped)).changes).toMatchObject([{ kind: "emergency_restore", changedBy: "ada, by timer" }]);
});

test("the preview names the ways in", async () => {
  const place = await here.createFunction("preview", { DeadLetterConfig: undefined });
  const preview = await previewStop(place);
  expect(preview.reservedConcurrency).toBeUndefined();
  expect(preview.consequences.map(({ effect }) => effect)).toContain("lost");
});
