import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { type FunctionSettings, type FunctionSettingsUpdate, getConfiguration, updateConfiguration } from "@/lib/aws/lambda-configuration";
import { requireMode } from "@/lib/connections/service";
import type { UpdateResult } from "@/lib/configuration/schema";
import { type ChangeRecord, recordIntent, recordOutcome } from "@/lib/db/changes";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { forgetFunctions } from "@/lib/functions/service";
import type { Change, ChangedField } from "./schema";
import type { VariableValues } from "./undo-plan";

/** Tries against other writers: each try lost means that somebody else's update went through. */
const UPDATE_ATTEMPTS = 8;
const SETTLE_LIMIT_MS = 60_000;

export interface PlannedUpdate {
  update: Omit<FunctionSettingsUpdate, "revisionId">;
  fields: ChangedField[];
  values?: VariableValues;
}

export interface ChangeToRecord extends Pick<ChangeRecord, "kind" | "fields" | "values" | "undoesId" | "batchId" | "page" | "changedBy"> {
  /** The change's id, when the caller needs it beforehand; a new one when absent. */
  id?: string;
}

/**
 * Does something to a function and keeps a record of it: asks for mode `operate`, writes the intention, runs `act`, writes
 * how it ended, and makes the next reader ask AWS. Who and page are those of the present request. `describe` gives the fields
 * where only the answer tells them, for instance the number of a version. A change whose answer was lost stays `intended`.
 * Throws what `act` throws.
 *
 *     const { result } = await recordChange(place, { kind: "alias", fields }, () => updateAlias(target, …));
 */
export async function recordChange<T>(
  place: FunctionPlace,
  { id = randomUUID(), ...change }: ChangeToRecord,
  act: (changeId: string) => Promise<T>,
  describe?: (result: T) => ChangedField[],
): Promise<{ changeId: string; result: T }> {
  await requireMode(place.connection, "operate");
  await recordIntent({ id, ...placeOnly(place), ...change });
  try {
    const result = await act(id);
    await recordOutcome(id, { status: "done", fields: describe?.(result) });
    return { changeId: id, result };
  } catch (error) {
    await recordFailure(id, error);
    throw error;
  } finally {
    // After a failure too: the answer may be what was lost, not the change.
    forgetFunctions(targetOf(place));
  }
}

/** A caller's place may carry more than the columns that are written. */
function placeOnly({ connection, region, functionName }: FunctionPlace): FunctionPlace {
  return { connection, region, functionName };
}

interface RecordedChange extends Pick<ChangeRecord, "batchId" | "page" | "changedBy"> {
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
      const { plan: _plan, ...columns } = change;
      await recordIntent({ id, ...placeOnly(place), ...columns, fields, values, revisionIdBefore: current.revisionId });
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

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
