import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { z } from "zod";
import type { ChangedField } from "@/lib/activity/schema";
import { type FunctionSettingsRead, readSettings } from "@/lib/aws/lambda-settings";
import { sendSaveCall } from "@/lib/aws/lambda-settings-save";
import { processState } from "@/lib/aws/process-state";
import { requireMode } from "@/lib/connections/service";
import { type ChangeRecord, findChange, findChanges, recordCalls, recordIntent, recordOutcome } from "@/lib/db/changes";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { forgetFunctions } from "@/lib/functions/service";
import { diffConfiguration } from "./configuration-diff";
import { planGuardedSave } from "./save-check";
import { planSave } from "./save-plan";
import { fieldsMade, haltSentence, isUnfinished, planRest, waiting, withState } from "./save-progress";
import type { CallState, ConfigurationUpdate, FunctionSettingsAnswer, PlannedCall, restorePlanSchema, UpdateResult } from "./schema";
import { groupsOf } from "./setting-groups";
import type { Settings } from "./settings";
import { planRestore, planSettingsUndo } from "./settings-undo";

/** Tries against other writers: each try lost means that somebody else's update went through. */
const SAVE_ATTEMPTS = 8;
const SETTLE_LIMIT_MS = 60_000;
/** Among which the newest save is looked for. */
const RECENT_CHANGES = 20;
/** As many as the list of changes shows. */
const KEPT_CHANGES = 100;

/** What a save of settings is, apart from where. */
interface Save extends Pick<ChangeRecord, "undoesId" | "batchId"> {
  id?: string;
  kind: "configuration" | "undo";
  /** Settings that it is about: only what reads them is asked. */
  about: Iterable<string>;
  /** Makes the calls out of what AWS has at this moment; called again when somebody else was faster. Throws to refuse. */
  plan: (present: Settings) => { calls: PlannedCall[]; fields: ChangedField[]; made?: CallState[] };
}

/** Every setting of a function, without its variables. A group that may not be read is a problem beside the others. */
export async function getSettings(place: FunctionPlace): Promise<FunctionSettingsAnswer> {
  const [{ settings, problems, provisioned, ...read }, records] = await Promise.all([
    readSettings(targetOf(place), place.functionName),
    findChanges(place, RECENT_CHANGES),
  ]);
  const newest = records.find(({ calls }) => calls !== undefined);
  const halted = newest && newest.status !== "failed" && !activeSaves().has(newest.id) && isUnfinished(newest.calls) ? newest : undefined;
  return {
    settings,
    functionArn: read.functionArn,
    packageType: read.packageType,
    architecture: read.architecture,
    vpcId: read.vpcId,
    functionUrl: read.functionUrl,
    provisioned: provisioned.map(({ functionArn, status }) => ({ qualifier: functionArn.split(":")[7] ?? "", status })),
    problems: problems.map(({ group, error }) => ({ group, message: error.message, hint: error.details.hint, iamAction: error.details.iamAction, iamResource: error.details.iamResource })),
    unfinished: halted && { changeId: halted.id, calls: halted.calls ?? [], error: halted.error, atMs: halted.atMs },
  };
}

/**
 * Saves settings with as many calls as it takes, and waits until AWS has applied them. When a value that the person saw is
 * another one now: `revision_conflict`, with a `ConfigurationConflict` as `details.data`, and nothing is sent. A save that
 * comes to a halt between two calls throws with its calls as `details.data` (`haltedSaveSchema`); it can be resumed.
 */
export function saveConfiguration(place: FunctionPlace, update: ConfigurationUpdate, columns: Pick<Save, "batchId"> = {}): Promise<UpdateResult> {
  return runSave(place, {
    kind: "configuration",
    ...columns,
    about: [...Object.keys(update.base), ...Object.keys(update.changes)],
    plan: (present) => ({ calls: planGuardedSave(place.functionName, update, present), fields: diffConfiguration(present, update.changes) }),
  });
}

/** Makes the calls of a save that are left. Throws `conflict` with the reason when somebody changed a setting of it since. */
export async function resumeSave(place: FunctionPlace, changeId: string): Promise<UpdateResult> {
  const record = await findChange(place.connection, changeId);
  if (!record || record.functionName !== place.functionName || record.region !== place.region) throw new AppError("not_found", "There is no such change.");
  if (!isUnfinished(record.calls)) throw new AppError("bad_request", "Nothing of this change is left to do.");
  const kind = record.kind === "undo" ? "undo" : "configuration";
  return runSave(place, {
    id: record.id,
    kind,
    undoesId: record.undoesId,
    batchId: record.batchId,
    about: record.fields.map(({ field }) => field),
    plan(present) {
      const rest = planRest(record.fields, present);
      if ("refusal" in rest) throw new AppError("conflict", `This change cannot be resumed. ${rest.refusal}`);
      const left = new Set(rest.calls.flatMap(({ fields }) => fields));
      const made = (record.calls ?? []).filter(({ fields }) => !fields.some((field) => left.has(field))).map((call): CallState => ({ ...call, state: "done", error: undefined }));
      return { calls: rest.calls, fields: record.fields, made };
    },
  });
}

/** Takes a change of settings back as a change of its own; answers its id. Throws `conflict` with the reason when that cannot be. */
export async function undoSettings(place: FunctionPlace, record: ChangeRecord, columns: Pick<Save, "batchId">): Promise<string> {
  const { changeId } = await runSave(place, {
    kind: "undo",
    undoesId: record.id,
    ...columns,
    about: record.fields.map(({ field }) => field),
    plan(present) {
      const plan = planSettingsUndo(fieldsMade(record), present);
      if ("refusal" in plan) throw new AppError("conflict", `This change cannot be undone. ${plan.refusal}`);
      return { calls: planSave(present, plan.changes), fields: diffConfiguration(present, plan.changes) };
    },
  });
  return changeId;
}

/** What going back to the state before a change would do now: one change that takes this one and all later ones of settings back. */
export async function planSettingsRestore(place: FunctionPlace, changeId: string): Promise<z.infer<typeof restorePlanSchema>> {
  const present = await readPresentSettings(place);
  const plan = planRestore(await changesSince(place, changeId), present);
  if ("refusal" in plan) return { fields: [], refusal: plan.refusal };
  const fields = diffConfiguration(present, plan.changes);
  return { fields, refusal: fields.length === 0 ? "The function has these values already." : undefined };
}

/** Goes back to the settings before a change. Throws `conflict` with the reason when that would lose somebody's change. */
export async function restoreSettings(place: FunctionPlace, changeId: string): Promise<UpdateResult> {
  const changes = await changesSince(place, changeId);
  return runSave(place, {
    kind: "configuration",
    about: changes.flatMap(({ fields }) => fields.map(({ field }) => field)),
    plan(present) {
      const plan = planRestore(changes, present);
      if ("refusal" in plan) throw new AppError("conflict", `That state cannot be brought back. ${plan.refusal}`);
      return { calls: planSave(present, plan.changes), fields: diffConfiguration(present, plan.changes) };
    },
  });
}

/** The change and all later ones of settings, newest first, each with what it made. */
async function changesSince(place: FunctionPlace, changeId: string): Promise<{ fields: ChangedField[] }[]> {
  const records = await findChanges(place, KEPT_CHANGES);
  const index = records.findIndex(({ id }) => id === changeId);
  if (index < 0) throw new AppError("not_found", "This change is not among the last hundred of the function.");
  return records
    .slice(0, index + 1)
    .filter(({ status }) => status !== "failed")
    .map((record) => ({ fields: fieldsMade(record).filter(({ kind }) => kind === "configuration") }));
}

/** The settings as they are now, for the question whether changes of them can be taken back. */
export async function readPresentSettings(place: FunctionPlace): Promise<Settings> {
  return (await readSettings(targetOf(place), place.functionName)).settings;
}

async function runSave(place: FunctionPlace, { id = randomUUID(), about, plan, ...columns }: Save): Promise<UpdateResult> {
  await requireMode(place.connection, "operate");
  const groups = groupsOf(about);
  activeSaves().add(id);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const present = await settled(place, await readSettings(targetOf(place), place.functionName, groups));
      const unread = present.problems[0];
      if (unread) throw unread.error;
      const { calls, fields, made = [] } = plan(present.settings);
      if (calls.length === 0 && made.length === 0) throw new AppError("bad_request", "The function already has these values.");
      const states = [...made, ...waiting(calls)];
      const { connection, region, functionName } = place;
      await recordIntent({ id, connection, region, functionName, ...columns, fields, calls: states, revisionIdBefore: present.revisionId });
      const end = await makeCalls(place, { id, states, present, mayRetry: attempt < SAVE_ATTEMPTS });
      if (end) return end;
      await delay(pollDelayMs(attempt));
    }
  } finally {
    activeSaves().delete(id);
    // After a failure too: the answer may be what was lost, not the change.
    forgetFunctions(targetOf(place));
  }
}

interface Calls {
  id: string;
  states: CallState[];
  present: FunctionSettingsRead;
  mayRetry: boolean;
}

/** Call after call, each recorded before and after. undefined when somebody else was faster and nothing was sent. */
async function makeCalls(place: FunctionPlace, { id, states, present, mayRetry }: Calls): Promise<UpdateResult | undefined> {
  let calls = states;
  let { revisionId } = present;
  for (const [index, call] of states.entries()) {
    if (call.state === "done") continue;
    calls = withState(calls, index, "running");
    await recordCalls(id, calls);
    try {
      await sendSaveCall(targetOf(place), { name: place.functionName, functionArn: present.functionArn, revisionId }, call);
      if (call.operation === "UpdateFunctionConfiguration") ({ revisionId } = await settled(place, await readSettings(targetOf(place), place.functionName, new Set())));
    } catch (error) {
      const outrun = isAppError(error) && (error.code === "revision_conflict" || error.code === "conflict") && call.operation === "UpdateFunctionConfiguration";
      if (outrun && mayRetry) return undefined;
      throw await halted(id, calls, index, error);
    }
    calls = withState(calls, index, "done");
    await recordCalls(id, calls);
  }
  await recordOutcome(id, { status: "done", revisionIdAfter: revisionId, error: null });
  return { revisionId, changeId: id, lastUpdateStatus: "Successful" };
}

/** Records where a save came to a halt. What was made stays made, and can be undone; the rest can be resumed. */
async function halted(id: string, calls: CallState[], index: number, error: unknown): Promise<AppError> {
  const known = isAppError(error) ? error : new AppError("internal", "Something went wrong in Warmstart itself.");
  const lost = known.code === "timeout" || known.code === "unreachable" || known.code === "internal";
  const states = withState(calls, index, lost ? "running" : "failed", known.message);
  const sentence = haltSentence(states, known.message);
  const made = states.some(({ state }) => state === "done");
  await recordCalls(id, states);
  await recordOutcome(id, { status: made ? "done" : lost ? "intended" : "failed", error: sentence });
  return new AppError(known.code, sentence, { ...known.details, data: { changeId: id, calls: states } });
}

/** Waits while an update is being applied, at most a minute. Throws when AWS could not apply it. */
async function settled(place: FunctionPlace, read: FunctionSettingsRead): Promise<FunctionSettingsRead> {
  const limit = AbortSignal.timeout(SETTLE_LIMIT_MS);
  let last = read;
  for (let poll = 1; last.lastUpdateStatus === "InProgress" && !limit.aborted; poll += 1) {
    await delay(pollDelayMs(poll));
    last = await readSettings(targetOf(place), place.functionName, new Set());
  }
  if (last === read) return read;
  if (last.lastUpdateStatus === "InProgress") throw new AppError("timeout", "AWS was still applying an update after a minute.");
  if (last.lastUpdateStatus !== "Failed") return { ...read, ...last, settings: { ...read.settings, ...last.settings } };
  throw new AppError("aws_error", `AWS could not apply the update: ${last.lastUpdateStatusReason ?? "it gives no reason"}`, { hint: "The function goes on with its former settings." });
}

function pollDelayMs(attempt: number): number {
  return Math.min(25 * 2 ** attempt, 1_000);
}

/** Saves that are at work in this process: what they have not done yet is not left over. */
function activeSaves(): Set<string> {
  return processState("active-saves", () => new Set<string>());
}

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
