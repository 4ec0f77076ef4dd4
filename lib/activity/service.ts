import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { type FunctionSettings, type FunctionSettingsUpdate, getConfiguration, updateConfiguration } from "@/lib/aws/lambda-configuration";
import { requireMode } from "@/lib/connections/service";
import type { UpdateResult } from "@/lib/configuration/schema";
import { type ChangeRecord, findChange, findChanges, recordIntent, recordOutcome } from "@/lib/db/changes";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { forgetFunctions } from "@/lib/functions/service";
import type { Change, ChangedField, ChangeList } from "./schema";
import { findUndone } from "./undo-chain";
import { planUndo, type VariableValues } from "./undo-plan";

const LIST_LIMIT = 100;
/** Tries against other writers: each try lost means that somebody else's update went through. */
const UPDATE_ATTEMPTS = 8;
const SETTLE_LIMIT_MS = 60_000;

export interface PlannedUpdate {
  update: Omit<FunctionSettingsUpdate, "revisionId">;
  fields: ChangedField[];
  values?: VariableValues;
}

interface RecordedChange {
  kind: Change["kind"];
  undoesId?: string;
  /** Makes the update out of what AWS has at this moment; called again when somebody else was faster. Throws to refuse. */
  plan: (current: FunctionSettings) => PlannedUpdate | Promise<PlannedUpdate>;
}

/**
 * Changes a function: reads it, plans, records the intention, sends the update guarded by the revision that was read, waits
 * until AWS has applied it, records the end. When the revision moved in between, it reads and plans again: what `plan`
 * refuses is never overwritten. A change whose answer was lost stays `intended`.
 */
export async function applyChange(place: FunctionPlace, change: RecordedChange): Promise<UpdateResult> {
  await requireMode(place.connection, "operate");
  const id = randomUUID();
  let recorded = false;
  try {
    for (let attempt = 1; ; attempt += 1) {
      const current = await readSettled(place);
      const { update, fields, values } = await change.plan(current);
      if (fields.length === 0) throw new AppError("bad_request", "The function already has these values.");
      const { kind, undoesId } = change;
      await recordIntent({ id, ...place, kind, undoesId, fields, values, revisionIdBefore: current.revisionId });
      recorded = true;
      const updated = await tryUpdate(place, { revisionId: current.revisionId, ...update }, attempt);
      if (updated) return await finish(place, id, updated);
    }
  } catch (error) {
    if (recorded) await recordFailure(id, error);
    throw error;
  } finally {
    // After a failure too: the answer may be what was lost, not the change.
    if (recorded) forgetFunctions(targetOf(place));
  }
}

/** undefined when somebody else was faster: the revision moved, or AWS is busy with their update. Throws at the last attempt. */
async function tryUpdate(place: FunctionPlace, update: FunctionSettingsUpdate, attempt: number): Promise<FunctionSettings | undefined> {
  try {
    return await updateConfiguration(targetOf(place), place.functionName, update);
  } catch (error) {
    const busy = isAppError(error) && error.code === "conflict";
    const moved = isAppError(error) && error.code === "revision_conflict";
    if (!busy && !moved) throw error;
    if (attempt >= UPDATE_ATTEMPTS) {
      const hint = "Nothing was saved. Try again in a minute.";
      throw busy ? error : new AppError("conflict", "Others keep changing this function at the moment.", { hint });
    }
    // A function that is still being created is busy without an update in progress to wait for.
    if (busy) await delay(pollDelayMs(attempt));
    return undefined;
  }
}

function pollDelayMs(attempt: number): number {
  return Math.min(25 * 2 ** attempt, 1_000);
}

async function finish(place: FunctionPlace, id: string, updated: FunctionSettings): Promise<UpdateResult> {
  const settled = await settle(place, updated);
  const { revisionId, lastUpdateStatus = "Successful", lastUpdateStatusReason } = settled;
  if (lastUpdateStatus === "Failed") {
    throw new AppError("aws_error", `AWS could not apply the change: ${lastUpdateStatusReason ?? "it gives no reason"}`, {
      hint: "The function goes on with its former settings.",
    });
  }
  const applied = lastUpdateStatus !== "InProgress";
  const stillBusy = "AWS was still applying it after a minute.";
  await recordOutcome(id, { status: applied ? "done" : "intended", revisionIdAfter: revisionId, error: applied ? undefined : stillBusy });
  return { revisionId, changeId: id, lastUpdateStatus };
}

async function recordFailure(id: string, error: unknown): Promise<void> {
  const lost = !isAppError(error) || error.code === "timeout" || error.code === "unreachable";
  const message = isAppError(error) ? error.message : "Something went wrong in Warmstart itself.";
  await recordOutcome(id, { status: lost ? "intended" : "failed", error: message });
}

async function readSettled(place: FunctionPlace): Promise<FunctionSettings> {
  return settle(place, await getConfiguration(targetOf(place), place.functionName));
}

/** Polls while an update is being applied, at most a minute; answers the last state seen. */
async function settle(place: FunctionPlace, settings: FunctionSettings): Promise<FunctionSettings> {
  const limit = AbortSignal.timeout(SETTLE_LIMIT_MS);
  let last = settings;
  for (let poll = 1; last.lastUpdateStatus === "InProgress" && !limit.aborted; poll += 1) {
    await delay(pollDelayMs(poll));
    last = await getConfiguration(targetOf(place), place.functionName);
  }
  return last;
}

/** The last hundred changes, newest first, each with whether it can be undone now. */
export async function listChanges(place: FunctionPlace): Promise<ChangeList> {
  const records = await findChanges(place, LIST_LIMIT);
  if (records.length === 0) return { changes: [] };
  const present = await getConfiguration(targetOf(place), place.functionName).catch((error: unknown) => {
    if (!isAppError(error)) throw error;
    return error;
  });
  const undone = findUndone(records);
  return { changes: records.map((record) => toChange(record, undone.get(record.id), present)) };
}

function toChange(record: ChangeRecord, undoneBy: string | undefined, present: FunctionSettings | AppError): Change {
  const undoRefusal = refusalOf(record, undoneBy, present);
  const { id, region, functionName, kind, status, fields, error, undoesId, atMs } = record;
  const undoing = { undoes: undoesId, undoneBy, undoable: undoRefusal === undefined, undoRefusal };
  return { id, region, functionName, kind, status, fields, error, ...undoing, atMs };
}

function refusalOf(record: ChangeRecord, undoneBy: string | undefined, present: FunctionSettings | AppError): string | undefined {
  if (undoneBy !== undefined) return "It was undone already.";
  if (isAppError(present)) return `The function's present settings cannot be read: ${present.message}`;
  const plan = planUndo(record, present);
  return "refusal" in plan ? plan.refusal : undefined;
}

/** Takes a change back, as a change of its own. Throws `conflict` with the reason when that would lose something. */
export async function undoChange(connection: string, id: string): Promise<UpdateResult> {
  const record = await findChange(connection, id);
  if (!record) throw new AppError("not_found", "There is no such change.");
  const { region, functionName } = record;
  const place = { connection, region, functionName };
  const undoneBy = findUndone(await findChanges(place, LIST_LIMIT)).get(id);
  return applyChange(place, {
    kind: "undo",
    undoesId: id,
    plan(current) {
      const refusal = refusalOf(record, undoneBy, current);
      const plan = planUndo(record, current);
      if (refusal === undefined && !("refusal" in plan)) return plan;
      throw new AppError("conflict", `This change cannot be undone. ${refusal ?? ""}`.trim());
    },
  });
}

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
