/** How far a save has come, call by call; and what is left of one that came to a halt. */
import type { ChangedField } from "@/lib/activity/schema";
import { planSave } from "./save-plan";
import type { CallState, PlannedCall } from "./schema";
import { definitionOf } from "./setting-definitions";
import type { Settings } from "./settings";

/** The plan before its first call. */
export function waiting(calls: readonly PlannedCall[]): CallState[] {
  return calls.map((call) => ({ ...call, state: "waiting" }));
}

/** The calls with one of them in another state. */
export function withState(calls: readonly CallState[], index: number, state: CallState["state"], error?: string): CallState[] {
  return calls.map((call, at) => (at === index ? { operation: call.operation, fields: call.fields, input: call.input, state, ...(error === undefined ? {} : { error }) } : call));
}

/** The fields that a save has changed: of one that came to a halt, those of the calls that were made. */
export function fieldsMade({ fields, calls }: { fields: readonly ChangedField[]; calls?: readonly CallState[] }): ChangedField[] {
  if (calls === undefined) return [...fields];
  const made = new Set(calls.filter(({ state }) => state === "done").flatMap((call) => call.fields));
  return fields.filter(({ field }) => made.has(field));
}

/** `2 of 4 calls were made. PutFunctionConcurrency: …` */
export function haltSentence(calls: readonly CallState[], reason: string): string {
  const made = calls.filter(({ state }) => state === "done").length;
  const halted = calls.find(({ state }) => state === "failed" || state === "running");
  if (made === 0) return reason;
  return `${made} of ${calls.length} calls ${made === 1 ? "was" : "were"} made. ${halted ? `${halted.operation}: ` : ""}${reason}`;
}

/** True for a save of which something was made, or may have been, and something is left to do. */
export function isUnfinished(calls: readonly CallState[] | undefined): boolean {
  return calls !== undefined && calls.some(({ state }) => state === "done" || state === "running") && calls.some(({ state }) => state !== "done");
}

/**
 * What is left of a save: the calls from the function's present settings to the wanted ones. What was made already is no
 * difference any more, also where the answer was lost. A setting that is neither what it was before nor what it should become
 * was changed by somebody else: then nothing is sent.
 */
export function planRest(fields: readonly ChangedField[], present: Settings): { calls: PlannedCall[] } | { refusal: string } {
  const moved = fields.find(({ field, before, after }) => {
    const now = present[field] ?? null;
    return now !== (before ?? null) && now !== (after ?? null);
  });
  if (moved) return { refusal: `${definitionOf(moved.field)?.label ?? moved.field} was changed since.` };
  return { calls: planSave(present, Object.fromEntries(fields.map(({ field, after }) => [field, after ?? null]))) };
}
