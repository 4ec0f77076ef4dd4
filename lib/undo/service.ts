import "server-only";
import { matchesWords, searchWords } from "@/lib/activity/change-match";
import { type ActivityPage, type ActivityQuery, type Change, type ChangeList, changeKindSchema, type ListedChange } from "@/lib/activity/schema";
import { applyChange } from "@/lib/activity/service";
import { findUndone } from "@/lib/activity/undo-chain";
import { planUndo, type PresentSettings } from "@/lib/activity/undo-plan";
import { getConfiguration } from "@/lib/aws/lambda-configuration";
import { fieldsMade } from "@/lib/configuration/save-progress";
import { readPresentSettings, undoSettings } from "@/lib/configuration/service";
import type { Settings } from "@/lib/configuration/settings";
import { planSettingsUndo } from "@/lib/configuration/settings-undo";
import { requireConnection } from "@/lib/connections/service";
import { countChanges, findUndosOf, searchChanges } from "@/lib/db/change-search";
import { type ChangeRecord, findChange, findChanges } from "@/lib/db/changes";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { planRetentionUndo } from "@/lib/log-retention/retention";
import { changeLogRetention, readLogRetention } from "@/lib/log-retention/service";
import { recreateFunction, refuseRecreation } from "@/lib/new-functions/service";

const LIST_LIMIT = 100;
/** Rows that a search looks at before it answers with what it has. */
const SEARCHED_ROWS = 5_000;

/** The way back of one kind of change. */
interface Undoer {
  /** What the function has now; read once for all changes of the kind. */
  read: (place: FunctionPlace) => Promise<unknown>;
  /** Why it cannot be taken back, given what was read. */
  refusal: (record: ChangeRecord, present: never) => string | undefined | Promise<string | undefined>;
  /** Takes it back; answers the id of the change that did. */
  undo: (place: FunctionPlace, record: ChangeRecord, columns: UndoColumns) => Promise<string>;
}

interface UndoColumns {
  batchId?: string;
}

/** Everything that the Configuration page saves. */
const settings: Undoer = {
  read: readPresentSettings,
  refusal(record, present: Settings) {
    const made = fieldsMade(record);
    if (made.length === 0) return "It is not known whether it was made. Look at the Configuration page: it can be finished there.";
    const plan = planSettingsUndo(made, present);
    return "refusal" in plan ? plan.refusal : undefined;
  },
  undo: undoSettings,
};

const variables: Undoer = {
  read: (place) => getConfiguration(targetOf(place), place.functionName),
  refusal(record, present: PresentSettings) {
    const plan = planUndo(record, present);
    return "refusal" in plan ? plan.refusal : undefined;
  },
  async undo(place, record, columns) {
    const { changeId } = await applyChange(place, {
      kind: "undo",
      undoesId: record.id,
      ...columns,
      plan(current) {
        const plan = planUndo(record, current);
        if (!("refusal" in plan)) return plan;
        throw refused(plan.refusal);
      },
    });
    return changeId;
  },
};

const logRetention: Undoer = {
  read: async (place) => ({ days: await readLogRetention(place) }),
  refusal(record, { days }: { days?: number }) {
    const plan = planRetentionUndo(record.fields, days);
    return "refusal" in plan ? plan.refusal : undefined;
  },
  async undo(place, record, columns) {
    const plan = planRetentionUndo(record.fields, await readLogRetention(place));
    if ("refusal" in plan) throw refused(plan.refusal);
    const changeId = await changeLogRetention(place, plan.days, { undoesId: record.id, ...columns });
    if (changeId === undefined) throw refused("It is so already.");
    return changeId;
  },
};

const deletion: Undoer = {
  // Whether it can be made again depends on the record, not on the function: there is none.
  read: async () => undefined,
  refusal: (record) => refuseRecreation(placeOf(record), record),
  undo: recreateFunction,
};

/** A kind that is not here is not undone by one click: its page has the way back. */
const UNDOERS: Partial<Record<Change["kind"], Undoer>> = {
  configuration: settings,
  environment: variables,
  log_retention: logRetention,
  delete: deletion,
};

/** An undo is taken back as what it took back: variables, or settings. */
function undoerOf({ kind, fields }: ChangeRecord): Undoer | undefined {
  if (kind !== "undo") return UNDOERS[kind];
  return fields.some((field) => field.kind === "variable") ? variables : settings;
}

const NO_UNDO: Partial<Record<Change["kind"], string>> = {
  reveal: "Looking at a value changed nothing.",
  create: "Delete the function instead: its code and configuration are kept then.",
  emergency_stop: "“Restore now” on the function's page ends an emergency stop.",
  emergency_restore: "Stop the function again on its page.",
  version: "A version is deleted on the Versions page.",
  alias: "The Versions page rolls an alias back.",
  code: "The Code page deploys any package again.",
};

/** The last hundred changes of a function, newest first, each with whether it can be undone now. */
export async function listChanges(place: FunctionPlace): Promise<ChangeList> {
  const records = await findChanges(place, LIST_LIMIT);
  return { changes: await withUndo(place, records, findUndone(records)) };
}

/** One change, with whether it can be undone now. */
export async function describeChange(connection: string, id: string): Promise<Change> {
  const record = await requireChange(connection, id);
  const undone = findUndone([record, ...(await findUndosOf([id]))]);
  const [change] = await withUndo(placeOf(record), [record], undone);
  if (!change) throw new AppError("not_found", "There is no such change.");
  return change;
}

async function withUndo(place: FunctionPlace, records: readonly ChangeRecord[], undone: ReadonlyMap<string, string>): Promise<Change[]> {
  const reads = new Map<Undoer, Promise<unknown>>();
  const presentFor = (undoer: Undoer) => {
    const read = reads.get(undoer) ?? undoer.read(place).catch(appErrorOf);
    reads.set(undoer, read);
    return read;
  };
  return Promise.all(
    records.map(async (record): Promise<Change> => {
      const undoneBy = undone.get(record.id);
      const undoRefusal = await refusalOf(record, undoneBy, presentFor);
      return { ...toListed(record, undoneBy), undoable: undoRefusal === undefined, undoRefusal };
    }),
  );
}

async function refusalOf(record: ChangeRecord, undoneBy: string | undefined, presentFor: (undoer: Undoer) => Promise<unknown>): Promise<string | undefined> {
  if (undoneBy !== undefined) return "It was undone already.";
  if (record.status === "failed") return "This change was never made.";
  const undoer = undoerOf(record);
  if (!undoer) return NO_UNDO[record.kind] ?? "A change of this kind is not undone from here.";
  const present = await presentFor(undoer);
  if (isAppError(present)) return `The function's present settings cannot be read: ${present.message}`;
  return undoer.refusal(record, present as never);
}

/** Takes a change back, as a change of its own, and answers its id. Throws `conflict` with the reason when that would lose something. */
export async function undoChange(connection: string, id: string, columns: UndoColumns = {}): Promise<{ changeId: string }> {
  const change = await describeChange(connection, id);
  const record = await requireChange(connection, id);
  const undoer = undoerOf(record);
  if (!change.undoable || !undoer) throw refused(change.undoRefusal ?? "");
  return { changeId: await undoer.undo(placeOf(record), record, columns) };
}

/** Changes of the whole connection, newest first, a page at a time. */
export async function listActivity(connection: string, query: ActivityQuery): Promise<ActivityPage> {
  await requireConnection(connection);
  const words = searchWords(query.q);
  const filter = { functions: query.function, kinds: query.kind, people: query.who, statuses: query.status, words, fromMs: query.from, untilMs: query.until, batchId: query.batch };
  const found: ChangeRecord[] = [];
  let after = positionOf(query.after);
  let looked = 0;
  let ended = false;
  while (found.length < query.limit && looked < SEARCHED_ROWS && !ended) {
    const rows = await searchChanges(connection, filter, { after, limit: query.limit });
    ended = rows.length < query.limit;
    looked += rows.length;
    for (const row of rows) {
      if (found.length === query.limit) {
        ended = false;
        break;
      }
      after = { atMs: row.atMs, id: row.id };
      if (matchesWords(toListed(row, undefined), words)) found.push(row);
    }
  }
  const undone = findUndone(await findUndosOf(found.map(({ id }) => id)));
  return {
    changes: found.map((record) => toListed(record, undone.get(record.id))),
    ...(ended || !after ? {} : { next: `${after.atMs}~${after.id}` }),
    ...(query.after === undefined ? { choices: await choicesOf(connection) } : {}),
  };
}

async function choicesOf(connection: string): Promise<ActivityPage["choices"]> {
  const { kinds, ...others } = await countChanges(connection);
  return { ...others, kinds: kinds.map(({ value, count }) => ({ value: changeKindSchema.parse(value), count })) };
}

function positionOf(text: string | undefined): { atMs: number; id: string } | undefined {
  const [atMs, id] = text?.split("~") ?? [];
  return id === undefined ? undefined : { atMs: Number(atMs), id };
}

function toListed(record: ChangeRecord, undoneBy: string | undefined): ListedChange {
  const { id, region, functionName, status, kind, fields, error, changedBy, page, batchId, undoesId, atMs } = record;
  return { id, region, functionName, status, kind, fields, error, changedBy, page, batchId, undoes: undoesId, undoneBy, atMs };
}

async function requireChange(connection: string, id: string): Promise<ChangeRecord> {
  const record = await findChange(connection, id);
  if (!record) throw new AppError("not_found", "There is no such change.");
  return record;
}

function refused(reason: string): AppError {
  return new AppError("conflict", `This change cannot be undone. ${reason}`.trim());
}

function appErrorOf(error: unknown): AppError {
  if (isAppError(error)) return error;
  throw error;
}

function placeOf({ connection, region, functionName }: ChangeRecord): FunctionPlace {
  return { connection, region, functionName };
}

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
