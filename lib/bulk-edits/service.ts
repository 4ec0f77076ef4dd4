import "server-only";
import { randomUUID } from "node:crypto";
import { applyChange } from "@/lib/activity/service";
import { getFunction } from "@/lib/aws/lambda-functions";
import { getConfiguration } from "@/lib/aws/lambda-configuration";
import { processState } from "@/lib/aws/process-state";
import { diffEnvironment, mergeEnvironment } from "@/lib/configuration/environment-merge";
import { saveConfiguration } from "@/lib/configuration/service";
import type { ConfigurationUpdate } from "@/lib/configuration/schema";
import { requireConnection, requireMode } from "@/lib/connections/service";
import { type BulkEditRecord, type BulkItem, type BulkTask, createBulkEdit, findBulkEdit, moveBulkItems, updateBulkItem } from "@/lib/db/bulk-edits";
import type { FunctionPlace } from "@/lib/db/test-events";
import { operatorName } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { changeLogRetention, readLogRetention } from "@/lib/log-retention/service";
import { undoChange } from "@/lib/undo/service";
import { bulkWords, judgeBulkChange, type PresentFunction } from "./bulk-outcome";
import type { BulkChange, BulkEdit, BulkPreviewItem, BulkRequest, Place } from "./schema";

/** Functions at once: AWS takes 15 control-plane requests a second from the whole account. */
const AT_ONCE = 3;

/** What the change would do to each function. One that cannot be read is refused with the reason. */
export async function previewBulkEdit(connection: string, { functions, change }: BulkRequest): Promise<{ items: BulkPreviewItem[] }> {
  await requireConnection(connection);
  const items = new Map<string, BulkPreviewItem>();
  await forEachAtOnce(functions, async (place) => {
    items.set(keyOf(place), await previewOne(connection, place, change));
  });
  return { items: functions.flatMap((place) => items.get(keyOf(place)) ?? []) };
}

async function previewOne(connection: string, place: Place, change: BulkChange): Promise<BulkPreviewItem> {
  try {
    return { ...place, ...judgeBulkChange(change, await readPresent({ connection, region: place.region, functionName: place.name }, change)) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...place, result: "refused", before: "unknown", after: "", reason: error.message };
  }
}

async function readPresent(place: FunctionPlace, change: BulkChange): Promise<PresentFunction> {
  const target = { connectionId: place.connection, region: place.region };
  if (change.what === "set_variable" || change.what === "remove_variable") {
    const settings = await getConfiguration(target, place.functionName);
    if (settings.environmentError) throw new AppError("aws_error", `AWS cannot decrypt its variables: ${settings.environmentError}`);
    return { packageType: "Zip", ...settings };
  }
  const { function: present, tags } = await getFunction(target, place.functionName);
  if (change.what !== "log_retention") return { ...present, tags };
  const retention = await readLogRetention(place).then(
    (days) => ({ days }),
    (error: unknown) => {
      if (isAppError(error) && error.code === "not_found") return undefined;
      throw error;
    },
  );
  return { ...present, tags, retention };
}

/** Writes the edit down and starts it; it goes on when the request is answered. The same id starts once. */
export async function startBulkEdit(connection: string, { id, functions, change }: BulkRequest & { id: string }): Promise<BulkEdit> {
  await requireMode(connection, "operate");
  const distinct = [...new Map(functions.map((place) => [keyOf(place), place])).values()];
  const created = await createBulkEdit({ id, connection, task: { kind: "change", change }, words: bulkWords(change), startedBy: operatorName(), functions: distinct });
  if (created) run(connection, id);
  return describeBulkEdit(connection, id);
}

export async function describeBulkEdit(connection: string, id: string): Promise<BulkEdit> {
  const { task, ...record } = await requireBulkEdit(connection, id);
  const open = record.items.some(({ status }) => status === "waiting" || status === "running");
  const state = running().has(id) ? "running" : open ? "interrupted" : "finished";
  return { ...record, state, undoes: task?.kind === "undo" ? task.of : undefined };
}

/** Functions that have not begun are left out; those that have run to their end. */
export async function cancelBulkEdit(connection: string, id: string): Promise<BulkEdit> {
  await requireMode(connection, "operate");
  await requireBulkEdit(connection, id);
  await moveBulkItems(id, ["waiting"], "cancelled");
  return describeBulkEdit(connection, id);
}

/** Tries again what failed, was left out, or was interrupted. What is done already turns out unchanged. */
export async function retryBulkEdit(connection: string, id: string): Promise<BulkEdit> {
  await requireMode(connection, "operate");
  await requireBulkEdit(connection, id);
  if (running().has(id)) throw new AppError("conflict", "It is still running.");
  await moveBulkItems(id, ["failed", "cancelled", "running"], "waiting");
  run(connection, id);
  return describeBulkEdit(connection, id);
}

/** Takes back what the edit did, as an edit of its own: function by function, refused where somebody changed it since. */
export async function undoBulkEdit(connection: string, id: string): Promise<BulkEdit> {
  await requireMode(connection, "operate");
  const { items, words } = await requireBulkEdit(connection, id);
  const done = items.filter(({ status, changeId }) => status === "done" && changeId !== undefined);
  if (done.length === 0) throw new AppError("bad_request", "It changed nothing that could be taken back.");
  const undoId = randomUUID();
  await createBulkEdit({ id: undoId, connection, task: { kind: "undo", of: id }, words: `Undo of: ${words}`, startedBy: operatorName(), functions: done });
  run(connection, undoId);
  return describeBulkEdit(connection, undoId);
}

function running(): Map<string, Promise<void>> {
  return processState("bulk-edits", () => new Map<string, Promise<void>>());
}

function run(connection: string, id: string): void {
  const work = runWaiting(connection, id)
    .catch((error: unknown) => console.error("a bulk edit stopped:", error instanceof Error ? error.name : "Error"))
    .finally(() => running().delete(id));
  running().set(id, work);
}

async function runWaiting(connection: string, id: string): Promise<void> {
  const { items, task } = await requireBulkEdit(connection, id);
  const waiting = items.filter(({ status }) => status === "waiting");
  if (!task) {
    await moveBulkItems(id, ["waiting"], "failed");
    return;
  }
  await forEachAtOnce(waiting, async (item) => {
    // It may have been cancelled since.
    const present = (await requireBulkEdit(connection, id)).items.find((other) => keyOf(other) === keyOf(item));
    if (present?.status === "waiting") await runOne(connection, id, item, task);
  });
}

async function runOne(connection: string, id: string, item: BulkItem, task: BulkTask): Promise<void> {
  await updateBulkItem(id, item, { status: "running" });
  try {
    const place = { connection, region: item.region, functionName: item.name };
    const changeId = task.kind === "undo" ? (await undoChange(connection, item.changeId ?? "", { batchId: id })).changeId : await applyBulkChange(place, task.change, id);
    await updateBulkItem(id, item, changeId === undefined ? { status: "unchanged" } : { status: "done", changeId });
  } catch (error) {
    const message = isAppError(error) ? error.message : "Something went wrong in Warmstart itself.";
    await updateBulkItem(id, item, { status: "failed", error: message });
  }
}

/** Answers the id of the recorded change; undefined when the function has the value already. */
async function applyBulkChange(place: FunctionPlace, change: BulkChange, batchId: string): Promise<string | undefined> {
  const present = await readPresent(place, change);
  const outcome = judgeBulkChange(change, present);
  if (outcome.result === "refused") throw new AppError("bad_request", outcome.reason ?? "It cannot be changed.");
  if (outcome.result === "unchanged") return undefined;
  if (change.what === "log_retention") return changeLogRetention(place, change.days, { batchId });
  if (change.what === "set_variable" || change.what === "remove_variable") return changeVariable(place, change, batchId);
  return (await saveConfiguration(place, settingsUpdate(change, present), { batchId })).changeId;
}

/** With the values just read as what was seen: whoever changes one in between is not overwritten. */
function settingsUpdate(change: Exclude<BulkChange, { what: "log_retention" | "set_variable" | "remove_variable" }>, present: PresentFunction): ConfigurationUpdate {
  switch (change.what) {
    case "memory":
      return { base: { memoryMb: present.memoryMb }, changes: { memoryMb: change.memoryMb } };
    case "timeout":
      return { base: { timeoutSeconds: present.timeoutSeconds }, changes: { timeoutSeconds: change.timeoutSeconds } };
    case "runtime":
      return { base: { runtime: present.runtime ?? null }, changes: { runtime: change.runtime } };
    case "set_tag":
    case "remove_tag": {
      const tags = present.tags ?? {};
      const before = Object.hasOwn(tags, change.key) ? (tags[change.key] ?? null) : null;
      return { base: { [`tag:${change.key}`]: before }, changes: { [`tag:${change.key}`]: change.what === "set_tag" ? change.value : null } };
    }
  }
}

async function changeVariable(place: FunctionPlace, change: Extract<BulkChange, { what: "set_variable" | "remove_variable" }>, batchId: string): Promise<string> {
  const edit = change.what === "set_variable" ? { set: { [change.key]: change.value }, remove: [], rename: {} } : { set: {}, remove: [change.key], rename: {} };
  const { changeId } = await applyChange(place, {
    kind: "environment",
    batchId,
    plan({ environment, environmentError }) {
      if (environmentError) throw new AppError("aws_error", `AWS cannot decrypt its variables: ${environmentError}`);
      const merged = mergeEnvironment(environment, edit);
      const { fields, ...values } = diffEnvironment(environment, merged);
      return { update: { environment: merged }, fields, values };
    },
  });
  return changeId;
}

async function requireBulkEdit(connection: string, id: string): Promise<BulkEditRecord> {
  const record = await findBulkEdit(connection, id);
  if (!record) throw new AppError("not_found", "There is no such bulk edit.");
  return record;
}

/** Runs `act` on each item, a few at once, in order. */
async function forEachAtOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function keyOf({ region, name }: Place): string {
  return `${region}/${name}`;
}
